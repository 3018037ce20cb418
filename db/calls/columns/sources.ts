import { callFields, lengthOf, type CallField } from '../../../app/callFields.ts'
import type { Value } from '../../../app/criteria.ts'
import type { Source, SourcedField } from '../../columns/shelf.ts'

/** The hour and the day of the week (1 is Monday) of a moment, as it is here at the office. */
const partOfMoment = (part: (date: Date) => number) => {
  // Of a quarter of an hour it is the same, and the clocks of the world differ by no less.
  const quarter = 900_000
  const known = new Map<number, number>()
  return (value: Value): Value => {
    const at = Math.floor(Number(value) / quarter)
    const before = known.get(at)
    if (before !== undefined) return before
    const found = part(new Date(at * quarter))
    known.set(at, found)
    return found
  }
}

const inClass = (value: Value): Value => lengthOf(Number(value))

const row = (sql: string, as?: (value: Value) => Value): Source => ({ of: 'row', sql, ...(as ? { as } : {}) })

const sources: Readonly<Record<CallField, Source>> = {
  start: { of: 'row', sql: 'c.started_at', moment: true },
  direction: row('c.direction'),
  number: { of: 'text' },
  client: row('c.client_id'),
  // '' is looked up, and not known.
  country: row("nullif(c.country, '')"),
  city: row("nullif(c.city, '')"),
  employee: row('c.user_id'),
  rang: {
    of: 'many',
    table: '(SELECT call_id, user_id FROM call_people WHERE rang = 1)',
    id: 'call_id',
    column: 'user_id',
  },
  line: row('c.line'),
  exchange: row('c.connection_id'),
  outcome: row('c.outcome'),
  returned: row(
    "CASE WHEN c.missed = 1 THEN CASE WHEN c.returned_at IS NULL THEN 'waiting' ELSE 'returned' END END",
  ),
  wait: row('c.wait_ms'),
  talk: row('c.talk_ms'),
  waitLength: row('c.wait_ms', inClass),
  talkLength: row('c.talk_ms', inClass),
  weekday: row(
    'c.started_at',
    partOfMoment((date) => ((date.getDay() + 6) % 7) + 1),
  ),
  hour: row(
    'c.started_at',
    partOfMoment((date) => date.getHours()),
  ),
  tags: row('c.tags'),
  note: { of: 'text' },
  recorded: row('c.recording IS NOT NULL'),
  // Minor units with their thousandths, so that a sum is rounded once. What is free in no currency is no cost.
  cost: {
    of: 'row',
    sql: 'CASE WHEN c.cost_currency IS NOT NULL THEN c.cost / 1000.0 END',
    currency: 'c.cost_currency',
    late: true,
  },
  rating: { of: 'many', table: 'ratings', id: 'call_id', column: 'stars' },
}

const fields: ReadonlyMap<string, SourcedField> = new Map(
  callFields.map((field) => [field.id, { ...field, source: sources[field.id] }]),
)

/** Every field of calls, by id. */
export const sourcedCallFields = (): ReadonlyMap<string, SourcedField> => fields
