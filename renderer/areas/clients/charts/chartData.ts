import type { Groups } from '../../../../app/contract/counting.ts'
import type { Value } from '../../../../app/criteria.ts'
import { chartHues, type ChartData } from '../../../kit/chart/types.ts'
import type { Tone } from '../../../kit/tone.ts'

/** A field that clients are counted by, as far as a chart has to know it. */
export interface Counted {
  readonly label: (value: Value) => string
  /** Of a value that has a colour of its own: a status. */
  readonly tone?: (value: Value) => Tone | undefined
  /** Values follow each other in time. */
  readonly time: boolean
}

/** More are no picture any more: the rest is put together. */
export const mostRows = 20
const mostParts = 8

/** The values behind what is drawn; null where several are put together as the rest. */
export interface Behind {
  readonly rows: readonly (Value | undefined)[]
  readonly parts: readonly (Value | undefined)[]
}

/**
 * Groups of clients as bars, points or slices: those in time in their order, others the most frequent first. `rest` names
 * what is put together, `only` the one part where clients are counted by one field.
 */
export function chartData(
  groups: Groups['groups'],
  [first, second]: readonly [Counted, Counted | undefined],
  { rest, only, most = mostRows }: { rest: (count: number) => string; only: string; most?: number },
): { data: ChartData; behind: Behind } {
  const byFirst = Map.groupBy(groups, ({ key }) => key[0] ?? null)
  const sum = (some: Groups['groups']) => some.reduce((total, { count }) => total + count, 0)
  const frequent = (some: ReadonlyMap<Value, Groups['groups']>, most: number) => {
    const values = [...some].sort(([, a], [, b]) => sum(b) - sum(a)).map(([value]) => value)
    // One alone is not put together with anything.
    return values.length <= most + 1 ? values : values.slice(0, most)
  }
  const known = [...byFirst.keys()]
  const rows = first.time ? inTime(known) : frequent(byFirst, most)
  const bySecond = Map.groupBy(groups, ({ key }) => key[1] ?? null)
  const parts: readonly (Value | undefined)[] = second ? frequent(bySecond, mostParts) : [undefined]
  const restOfRows = first.time ? [] : known.filter((value) => !rows.includes(value))
  const restOfParts = second ? [...bySecond.keys()].filter((value) => !parts.includes(value)) : []

  const counts = (some: Groups['groups']): number[] =>
    second
      ? [...parts.map((part) => [part]), ...(restOfParts.length > 0 ? [restOfParts] : [])].map((values) =>
          sum(some.filter(({ key }) => (values as readonly (Value | undefined)[]).includes(key[1] ?? null))),
        )
      : [sum(some)]
  return {
    data: {
      time: first.time,
      parts: second
        ? [
            ...toned(second, parts).map((tone, at) => ({
              key: String(parts[at]),
              name: second.label(parts[at] ?? null),
              tone,
            })),
            ...(restOfParts.length > 0
              ? [{ key: 'rest', name: rest(restOfParts.length), tone: 'neutral' as const }]
              : []),
          ]
        : [{ key: 'all', name: only, tone: 'accent' }],
      rows: [
        ...toned(first, rows).map((tone, at) => ({
          key: String(rows[at]),
          name: first.label(rows[at] ?? null),
          tone,
          values: counts(byFirst.get(rows[at] ?? null) ?? []),
        })),
        ...(restOfRows.length > 0
          ? [
              {
                key: 'rest',
                name: rest(restOfRows.length),
                tone: 'neutral' as const,
                values: counts(restOfRows.flatMap((value) => byFirst.get(value) ?? [])),
              },
            ]
          : []),
      ],
    },
    behind: {
      rows: [...rows, ...(restOfRows.length > 0 ? [undefined] : [])],
      parts: [...parts, ...(restOfParts.length > 0 ? [undefined] : [])],
    },
  }
}

/** Their own tones, as far as no two would look the same; hues for the others. */
function toned({ tone }: Counted, values: readonly (Value | undefined)[]): Tone[] {
  const used = new Set<Tone>(['neutral'])
  return values.map((value, at) => {
    const own = tone?.(value ?? null)
    if (own === undefined || used.has(own)) return chartHues[at % chartHues.length]!
    used.add(own)
    return own
  })
}

/** Months and years without anybody stand between those with somebody; what has no date comes last. */
function inTime(known: readonly Value[]): Value[] {
  const dated = known
    .filter((value) => value !== null)
    .map(String)
    .sort()
  const [from, to] = [dated[0], dated.at(-1)]
  const nothing = known.includes(null) ? [null] : []
  if (from === undefined || to === undefined || from.length > 7) return [...dated, ...nothing]
  const all: string[] = []
  for (let span = from; span <= to && all.length < 1000; span = after(span)) all.push(span)
  return [...all, ...nothing]
}

/** The next year YYYY or month YYYY-MM. */
function after(span: string): string {
  const [year = 0, month] = span.split('-').map(Number)
  if (month === undefined) return String(year + 1)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}
