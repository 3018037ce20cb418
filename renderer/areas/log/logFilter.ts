import type { Criterion } from '../../../app/criteria.ts'

/** What the log is narrowed to. Days as YYYY-MM-DD, '' where none is chosen. */
export interface LogFilter {
  readonly text: string
  readonly userId: number | undefined
  readonly action: string
  readonly from: string
  readonly to: string
}

export const noFilter: LogFilter = { text: '', userId: undefined, action: '', from: '', to: '' }

export const isNarrowed = (filter: LogFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.userId !== undefined ||
  filter.action !== '' ||
  filter.from !== '' ||
  filter.to !== ''

/** The same as a view keeps it. */
export function criteriaOf({ text, userId, action, from, to }: LogFilter): Criterion[] {
  const criteria: Criterion[] = []
  if (text.trim() !== '') criteria.push({ field: 'text', is: 'contains', text: text.trim() })
  if (userId !== undefined) criteria.push({ field: 'who', is: 'one-of', values: [userId] })
  if (action !== '') criteria.push({ field: 'what', is: 'one-of', values: [action] })
  if (from !== '' || to !== '')
    criteria.push({ field: 'when', is: 'between', ...(from && { from }), ...(to && { to }) })
  return criteria
}

/** What the log is narrowed to by a view; what it does not know is passed over. */
export function filterOf(criteria: readonly Criterion[]): LogFilter {
  const filter: { -readonly [Part in keyof LogFilter]: LogFilter[Part] } = { ...noFilter }
  for (const one of criteria) {
    if (one.field === 'text' && one.is === 'contains') filter.text = one.text
    if (one.field === 'who' && one.is === 'one-of') filter.userId = Number(one.values[0]) || undefined
    if (one.field === 'what' && one.is === 'one-of') filter.action = String(one.values[0] ?? '')
    if (one.field === 'when' && one.is === 'between') {
      filter.from = String(one.from ?? '')
      filter.to = String(one.to ?? '')
    }
  }
  return filter
}
