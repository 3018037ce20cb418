import type { Condition, Value } from '../../app/criteria.ts'
import { fold } from '../../app/folding.ts'
import type { Coded, Numbers } from './column.ts'
import { dayNumber } from './column.ts'
import type { RecordTable } from './table.ts'

/** 1 for each slot whose record is meant. */
export type Mask = Uint8Array<ArrayBuffer>

/** All records of a table, only these of them, or all but these. */
export function maskOfAll(
  table: RecordTable,
  ids: readonly number[] | undefined,
  except: readonly number[] | undefined,
): Mask {
  const mask = new Uint8Array(table.size)
  for (let slot = 0; slot < mask.length; slot++) mask[slot] = table.ids[slot] === 0 ? 0 : 1
  if (ids) keepOnly(mask, slotsOf(table, [ids]))
  if (except?.length) drop(mask, slotsOf(table, [except]))
  return mask
}

/**
 * Keeps those for which all conditions hold. Each goes once over its column, or over the ids that `idsByText` finds in
 * the base; `stillWanted` is asked in between and throws where nobody waits any more.
 */
export function keepAll(
  table: RecordTable,
  mask: Mask,
  conditions: readonly Condition[],
  idsByText: (condition: Condition) => readonly number[],
  stillWanted: () => void,
): void {
  for (const condition of conditions) {
    stillWanted()
    if (table.fields.get(condition.field)?.source.of !== 'text') keepWhere(table, mask, condition)
    else if (condition.is === 'empty') drop(mask, slotsOf(table, [idsByText(condition)]))
    else keepOnly(mask, slotsOf(table, [idsByText(condition)]))
  }
  stillWanted()
}

/** Keeps those of which a value of one of these fields is the one asked for. */
export function keepOf(
  table: RecordTable,
  mask: Mask,
  fields: readonly string[],
  wanted: readonly Value[],
): void {
  const columns = fields.map((field) => {
    const { codes, values } = table.coded(field)
    const fits = Uint8Array.from(values, (own) => (own.some((value) => wanted.includes(value)) ? 1 : 0))
    return { codes, fits }
  })
  for (let slot = 0; slot < mask.length; slot++)
    if (mask[slot] && !columns.some(({ codes, fits }) => fits[codes[slot]!] === 1)) mask[slot] = 0
}

export function* slotsOf(table: RecordTable, lists: readonly (readonly number[])[]): Generator<number> {
  for (const ids of lists)
    for (const id of ids) {
      const slot = table.slotOf(id)
      if (slot !== undefined) yield slot
    }
}

export function keepOnly(mask: Mask, slots: Iterable<number>): void {
  const found = new Uint8Array(mask.length)
  for (const slot of slots) found[slot] = 1
  for (let slot = 0; slot < mask.length; slot++) mask[slot]! &= found[slot]!
}

function drop(mask: Mask, slots: Iterable<number>): void {
  for (const slot of slots) mask[slot] = 0
}

function keepWhere(table: RecordTable, mask: Mask, condition: Condition): void {
  const column = table.column(condition.field)
  if (column.kind === 'coded') keepCoded(column, mask, condition)
  else keepNumbers(column, mask, condition, isMoment(table, condition.field))
}

/** Asked of each value there is, not of each record. */
function keepCoded({ codes, values }: Coded, mask: Mask, condition: Condition): void {
  const fits = Uint8Array.from(values, (own) => (fitsValues(own, condition) ? 1 : 0))
  for (let slot = 0; slot < mask.length; slot++) mask[slot]! &= fits[codes[slot]!]!
}

function fitsValues(own: readonly Value[], condition: Condition): boolean {
  switch (condition.is) {
    case 'one-of':
    case 'none-of': {
      const { values } = condition
      const one = own.length === 0 ? values.includes(null) : own.some((value) => values.includes(value))
      return one === (condition.is === 'one-of')
    }
    case 'contains':
    case 'begins': {
      const text = fold(condition.text)
      return own.some((value) => {
        const at = fold(String(value)).indexOf(text)
        return condition.is === 'begins' ? at === 0 : at >= 0
      })
    }
    case 'empty':
      return own.length === 0
    case 'filled':
      return own.length > 0
    case 'between':
      return false
  }
}

function keepNumbers({ values }: Numbers, mask: Mask, condition: Condition, moment: boolean): void {
  if (condition.is === 'empty' || condition.is === 'filled') {
    const empty = condition.is === 'empty' ? 1 : 0
    for (let slot = 0; slot < mask.length; slot++)
      if ((Number.isNaN(values[slot]!) ? 1 : 0) !== empty) mask[slot] = 0
    return
  }
  if (condition.is !== 'between') return void mask.fill(0)
  const from = startOf(condition.from, moment) ?? -Infinity
  const to = endOf(condition.to, moment) ?? Infinity
  for (let slot = 0; slot < mask.length; slot++) {
    const value = values[slot]!
    if (!(value >= from && value <= to)) mask[slot] = 0
  }
}

export const isMoment = ({ fields }: RecordTable, field: string): boolean => {
  const source = fields.get(field)?.source
  return source?.of === 'row' && source.moment === true
}

/** Of a moment: when the day begins here, at the office. */
function startOf(bound: string | number | undefined, moment: boolean): number | undefined {
  if (typeof bound !== 'string') return bound
  const day = dayNumber(bound)
  return moment ? midnight(day, 0) : day
}

/** Of a moment: the last millisecond of the day. */
function endOf(bound: string | number | undefined, moment: boolean): number | undefined {
  if (typeof bound !== 'string') return bound
  const day = dayNumber(bound)
  return moment ? midnight(day, 1) - 1 : day
}

const midnight = (day: number, later: number): number =>
  new Date(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, (day % 100) + later).getTime()
