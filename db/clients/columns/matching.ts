import type { ClientFilter } from '../../../app/contract/clients.ts'
import type { Condition, Value } from '../../../app/criteria.ts'
import { fold } from '../../../app/folding.ts'
import type { Reading } from '../../tables.ts'
import type { SearchScope } from '../search.ts'
import type { Coded, Numbers } from './column.ts'
import { dayNumber } from './column.ts'
import type { ClientTable } from './table.ts'
import { idsByText, idsWithText } from './texts.ts'

/** Which clients are meant: of those in a table the ones for which all of it is true. */
export interface Choosing {
  readonly filter: ClientFilter
  /** Only these of them, */
  readonly ids?: readonly number[] | undefined
  /** or all but these. */
  readonly except?: readonly number[] | undefined
}

/** 1 for each slot whose client is meant. */
export type Mask = Uint8Array<ArrayBuffer>

/** Conditions that older filters have names of their own for, beside the others. */
export function conditionsOf({ kind, statusId, managerId, conditions = [] }: ClientFilter): Condition[] {
  const named = { kind, status: statusId, manager: managerId }
  return [
    ...Object.entries(named).flatMap(([field, value]): Condition[] =>
      value === undefined ? [] : [{ field, is: 'one-of', values: [value] }],
    ),
    ...conditions,
  ]
}

/**
 * Who is meant. Each condition goes once over its column; `stillWanted` is asked in between and throws where nobody
 * waits any more.
 */
export function maskOf(
  table: ClientTable,
  kysely: Reading,
  { filter, ids, except }: Choosing,
  scope: SearchScope,
  stillWanted: () => void,
): Mask {
  const base = { kysely, raw: table.raw }
  const mask = new Uint8Array(table.size)
  for (let slot = 0; slot < mask.length; slot++) mask[slot] = table.ids[slot] === 0 ? 0 : 1
  if (scope.ownedBy !== undefined) keepOwned(table, mask, scope.ownedBy)
  if (scope.relations !== undefined) keepRelated(table, mask, scope.relations)
  if (ids) keepOnly(mask, slotsOf(table, [ids]))
  if (except?.length) drop(mask, slotsOf(table, [except]))
  for (const condition of conditionsOf(filter)) {
    stillWanted()
    const { field } = condition
    if (table.fields.get(field)?.source.of !== 'text') keepWhere(table, mask, condition)
    else {
      const found = slotsOf(table, [idsByText(base, field, condition, scope)])
      if (condition.is === 'empty') drop(mask, found)
      else keepOnly(mask, found)
    }
  }
  stillWanted()
  if (filter.text?.trim()) keepOnly(mask, slotsOf(table, idsWithText(base, filter.text, scope)))
  stillWanted()
  return mask
}

function* slotsOf(table: ClientTable, lists: readonly (readonly number[])[]): Generator<number> {
  for (const ids of lists)
    for (const id of ids) {
      const slot = table.slotOf(id)
      if (slot !== undefined) yield slot
    }
}

function keepOnly(mask: Mask, slots: Iterable<number>): void {
  const found = new Uint8Array(mask.length)
  for (const slot of slots) found[slot] = 1
  for (let slot = 0; slot < mask.length; slot++) mask[slot]! &= found[slot]!
}

function drop(mask: Mask, slots: Iterable<number>): void {
  for (const slot of slots) mask[slot] = 0
}

function keepOwned(table: ClientTable, mask: Mask, person: number): void {
  const mine = (field: string) => {
    const { codes, values } = table.coded(field)
    return { codes, own: values.map((value) => value[0] === person) }
  }
  const [manager, maker] = [mine('manager'), mine('maker')]
  for (let slot = 0; slot < mask.length; slot++)
    if (!manager.own[manager.codes[slot]!] && !maker.own[maker.codes[slot]!]) mask[slot] = 0
}

function keepRelated(table: ClientTable, mask: Mask, relations: readonly number[]): void {
  const { codes, values } = table.coded('relations')
  const fits = Uint8Array.from(values, (own) =>
    own.some((value) => relations.includes(Number(value))) ? 1 : 0,
  )
  for (let slot = 0; slot < mask.length; slot++) mask[slot]! &= fits[codes[slot]!]!
}

function keepWhere(table: ClientTable, mask: Mask, condition: Condition): void {
  const column = table.column(condition.field)
  if (column.kind === 'coded') keepCoded(column, mask, condition)
  else keepNumbers(column, mask, condition, isMoment(table, condition.field))
}

/** Asked of each value there is, not of each client. */
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

export const isMoment = ({ fields }: ClientTable, field: string): boolean => {
  const source = fields.get(field)?.source
  return source?.of === 'client' && source.moment === true
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
