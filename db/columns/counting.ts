import type { Choices, ChoicesRequest, Groups, GroupsRequest, GroupSum } from '../../app/contract/counting.ts'
import type { Grouping, Value } from '../../app/criteria.ts'
import { fold } from '../../app/folding.ts'
import type { Codes } from './column.ts'
import { isMoment, type Mask } from './matching.ts'
import type { Ranks } from './ranking.ts'
import { currencyOf, type RecordTable } from './table.ts'

/** How records fall apart by one field. */
interface Parts {
  /** The part of each slot; where a record can be in several, the number of their combination. */
  readonly codes: Codes
  /** The parts of each code: one, or several. */
  readonly of: readonly (readonly number[])[]
  /** What each part is called, and by what it is put in order. */
  readonly keys: readonly Value[]
  readonly order: readonly (string | number)[]
}

/** Records put together by up to three fields, counted and added up. */
export function groupsOf(
  table: RecordTable,
  mask: Mask,
  { by, totals, limit, first = 'key' }: Omit<GroupsRequest, 'first'> & Partial<Pick<GroupsRequest, 'first'>>,
  ranks: Ranks,
): Groups {
  const dimensions = by.map((one) => partsOf(table, one, ranks))
  const sizes = dimensions.map(({ keys }) => keys.length)
  const found = numbering(sizes.reduce((all, one) => all * one, 1))
  const parts: number[][] = []
  const counts: number[] = []
  const sums = totals.map((field) => new Sums(table, field))
  const all = totals.map((field) => new Sums(table, field))
  let count = 0
  const single = dimensions.every((dimension) => dimension.of.every((own) => own.length === 1))
  const [outer, second, third] = dimensions as [Parts, Parts?, Parts?]
  const add = (slot: number, a: number, b: number, c: number) => {
    const key = (a * (second?.keys.length ?? 1) + b) * (third?.keys.length ?? 1) + c
    const group = found(key)
    if (group === counts.length) {
      counts.push(0)
      parts.push([a, b, c])
    }
    counts[group]!++
    for (const sum of sums) sum.add(group, slot)
  }
  for (let slot = 0; slot < mask.length; slot++) {
    if (!mask[slot]) continue
    count++
    for (const sum of all) sum.add(0, slot)
    if (single)
      add(
        slot,
        outer.of[outer.codes[slot]!]![0]!,
        second ? second.of[second.codes[slot]!]![0]! : 0,
        third ? third.of[third.codes[slot]!]![0]! : 0,
      )
    else
      for (const a of outer.of[outer.codes[slot]!]!)
        for (const b of second ? second.of[second.codes[slot]!]! : nowhere)
          for (const c of third ? third.of[third.codes[slot]!]! : nowhere) add(slot, a, b, c)
  }
  const order = counts
    .map((_, group) => group)
    .sort(
      (a, b) =>
        (first === 'most' ? counts[b]! - counts[a]! : 0) || compareParts(dimensions, parts[a]!, parts[b]!),
    )
  return {
    count,
    totals: all.flatMap((sum) => sum.of(0)),
    groupCount: order.length,
    groups: order.slice(0, limit).map((group) => ({
      key: dimensions.map(({ keys }, at) => keys[parts[group]![at]!]!),
      count: counts[group]!,
      totals: sums.flatMap((sum) => sum.of(group)),
    })),
  }
}

const nowhere = [0]

/** With so many possible groups or fewer, a list of their numbers is quicker than a map. */
const fewGroups = 100_000

/** Numbers keys below `count` from 0 in the order in which they are first met. */
function numbering(count: number): (key: number) => number {
  let next = 0
  if (count <= fewGroups) {
    const known = new Int32Array(count).fill(-1)
    return (key) => (known[key]! < 0 ? (known[key] = next++) : known[key]!)
  }
  const known = new Map<number, number>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, next)
    return next++
  }
}

/** The different values of a field with how many have each; those that hold `text`, where they are words. */
export function choicesOf(
  table: RecordTable,
  mask: Mask,
  { field, text, limit }: Pick<ChoicesRequest, 'field' | 'text' | 'limit'>,
  ranks: Ranks,
): Choices {
  const { groups } = groupsOf(
    table,
    mask,
    { by: [{ field, per: 'month' }], totals: [], limit: Number.POSITIVE_INFINITY },
    ranks,
  )
  const wanted = fold(text ?? '')
  const choices = groups
    .map(({ key: [value], count }) => ({ value: value!, count }))
    .filter(({ value }) => wanted === '' || (typeof value === 'string' && fold(value).includes(wanted)))
  return { total: choices.length, choices: choices.slice(0, limit) }
}

function partsOf(table: RecordTable, { field, per }: Grouping, ranks: Ranks): Parts {
  const column = table.column(field)
  if (column.kind === 'numbers') return periodsOf(column.values, per, isMoment(table, field), table.size)
  const { codes, values } = column
  const known = new Map<Value, number>()
  const partOf = (value: Value) => {
    const part = known.get(value) ?? known.size
    known.set(value, part)
    return part
  }
  const of = values.map((own) => (own.length === 0 ? [partOf(null)] : own.map(partOf)))
  const keys = [...known.keys()]
  return { codes, of, keys, order: ranks.keysOf(field, keys) }
}

const lengths = { year: 4, month: 7, day: 10 } as const

/** Dates by the year, month or day they are in; of moments, as it is here at the office. */
function periodsOf(values: Float64Array, per: Grouping['per'], moment: boolean, size: number): Parts {
  const codes = new Int32Array(size)
  const keys: Value[] = [null]
  const known = new Map<number, number>()
  // Of moments the quarter of an hour is looked up: the clocks of the world differ by no less.
  const unit = moment ? 900_000 : 1
  for (let slot = 0; slot < size; slot++) {
    const value = values[slot]!
    if (Number.isNaN(value)) continue
    const step = Math.floor(value / unit)
    let code = known.get(step)
    if (code === undefined) {
      const key = (moment ? dayOf(step * unit) : dayText(step)).slice(0, lengths[per])
      code = keys.indexOf(key)
      if (code < 0) code = keys.push(key) - 1
      known.set(step, code)
    }
    codes[slot] = code
  }
  return { codes, of: keys.map((_, part) => [part]), keys, order: keys.map((key) => key ?? '') }
}

const two = (number: number) => String(number).padStart(2, '0')

function dayOf(moment: number): string {
  const date = new Date(moment)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** 20261121 as 2026-11-21. */
function dayText(day: number): string {
  const text = String(day).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}

/** In the order of their keys, what is empty last. */
function compareParts(dimensions: readonly Parts[], a: readonly number[], b: readonly number[]): number {
  for (const [at, { keys, order }] of dimensions.entries()) {
    const [one, other] = [a[at]!, b[at]!]
    if (one === other) continue
    if (keys[one] === null) return 1
    if (keys[other] === null) return -1
    if (order[one]! !== order[other]!) return order[one]! < order[other]! ? -1 : 1
  }
  return 0
}

/** A field added up in each group, money for each currency. */
class Sums {
  readonly #field: string
  readonly #values: Float64Array
  readonly #currencies: { codes: Codes; values: readonly (readonly Value[])[] } | undefined
  readonly #sums: number[][] = []

  constructor(table: RecordTable, field: string) {
    this.#field = field
    this.#values = table.numbers(field).values
    this.#currencies = table.fields.get(field)?.type === 'money' ? table.coded(currencyOf(field)) : undefined
  }

  add(group: number, slot: number): void {
    const value = this.#values[slot]!
    if (Number.isNaN(value)) return
    const sums = (this.#sums[group] ??= [])
    const currency = this.#currencies?.codes[slot] ?? 0
    sums[currency] = (sums[currency] ?? 0) + value
  }

  of(group: number): GroupSum[] {
    return (this.#sums[group] ?? []).flatMap((sum, code) => {
      const currency = this.#currencies?.values[code]?.[0]
      return sum === undefined
        ? []
        : [{ field: this.#field, sum, ...(currency === undefined ? {} : { currency: String(currency) }) }]
    })
  }
}
