import type { Ordering } from '../../app/criteria.ts'
import type { Mask } from './matching.ts'
import { nthOf } from './nth.ts'
import type { Ranks } from './ranking.ts'
import type { RecordTable } from './table.ts'

/** What a slot is put in order by, one level after the other; the last, the order of the shelf, tells all apart. */
type Level = (slots: Int32Array, keys: Float64Array) => Float64Array

/** Room for the keys of one level, and for the same to be moved about; used again, as what is thrown away is given back late. */
let scratch = new Float64Array(0)

function scratchFor(length: number): [keys: Float64Array, moved: Float64Array] {
  if (scratch.length < 2 * length) scratch = new Float64Array(2 * length)
  return [scratch.subarray(0, length), scratch.subarray(length, 2 * length)]
}

/** So few are sorted at once. */
const few = 5000

/**
 * A stretch of the slots of a mask in order: by each field, then as the shelf has them. Only what can be in the stretch is sorted:
 * a page of a million takes some ten milliseconds, wherever it is.
 */
export function inOrder(
  table: RecordTable,
  mask: Mask,
  order: Ordering,
  ranks: Ranks,
  { offset, limit } = { offset: 0, limit: Number.POSITIVE_INFINITY },
): { total: number; slots: Int32Array } {
  const ownAt = order.findIndex(({ field }) => field === table.shelf.order.field)
  const descending = ownAt >= 0 && order[ownAt]!.descending
  // Places are never equal: what comes after them decides nothing.
  const fields = ownAt < 0 ? order : order.slice(0, ownAt)
  const slots = marked(table.ordered, mask)
  if (descending) slots.reverse()
  if (fields.length === 0) return { total: slots.length, slots: slots.subarray(offset, offset + limit) }
  const levels = fields.map((by) => levelOf(table, by, ranks))
  levels.push((some, keys) => {
    for (let at = 0; at < some.length; at++) keys[at] = (descending ? -1 : 1) * table.placeOf(some[at]!)
    return keys
  })
  return {
    total: slots.length,
    slots: stretch(slots, levels, offset, Math.min(offset + limit, slots.length)),
  }
}

function marked(slots: Int32Array, mask: Mask): Int32Array {
  const kept = new Int32Array(slots.length)
  let count = 0
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!
    if (mask[slot]) kept[count++] = slot
  }
  return kept.subarray(0, count)
}

/** Numbers as they are, of values that repeat their ranks; the other way round negative; nothing is always last. */
function levelOf(table: RecordTable, { field, descending }: Ordering[number], ranks: Ranks): Level {
  const column = table.column(field)
  const sign = descending ? -1 : 1
  if (column.kind === 'numbers') {
    const { values } = column
    return (slots, keys) => {
      for (let at = 0; at < slots.length; at++) {
        const value = values[slots[at]!]!
        keys[at] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value
      }
      return keys
    }
  }
  const { codes } = column
  const ofCodes = Float64Array.from(ranks.of(field), (rank, code) =>
    code === 0 ? Number.POSITIVE_INFINITY : sign * rank,
  )
  return (slots, keys) => {
    for (let at = 0; at < slots.length; at++) keys[at] = ofCodes[codes[slots[at]!]!]!
    return keys
  }
}

/** What stands from `from` to `to` when these are in order; they come in the order of the last level. */
function stretch(slots: Int32Array, levels: readonly Level[], from: number, to: number): Int32Array {
  if (from >= to) return new Int32Array(0)
  if (levels.length === 1) return slots.slice(from, to)
  if (slots.length <= few || to - from > slots.length / 4) return sorted(slots, levels).subarray(from, to)
  const [level, ...others] = levels as [Level, ...Level[]]
  const [own, moved] = scratchFor(slots.length)
  const keys = level(slots, own)
  moved.set(keys)
  const low = nthOf(moved, from)
  const high = nthOf(moved, to - 1)
  const parts = partedAt(slots, keys, low, high)
  const lowAt = parts.below
  if (low === high) return stretch(parts.begin, others, from - lowAt, to - lowAt)
  // Those that tie with the first and the last of the stretch may be very many; those between are all in it.
  const { begin, between, end } = parts
  const highAt = lowAt + begin.length + between.length
  const ordered = [
    stretch(begin, others, from - lowAt, begin.length),
    sorted(between, levels),
    stretch(end, others, 0, to - highAt),
  ]
  const whole = new Int32Array(to - from)
  let at = 0
  for (const part of ordered) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** How many have a key below `low`, and those that have it, one between, and `high`, each as they stood. */
function partedAt(slots: Int32Array, keys: Float64Array, low: number, high: number) {
  const [begin, between, end] = [0, 0, 0].map(() => new Int32Array(slots.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  let [below, begins, inside, ends] = [0, 0, 0, 0]
  for (let at = 0; at < slots.length; at++) {
    const key = keys[at]!
    if (key < low) below++
    else if (key === low) begin[begins++] = slots[at]!
    else if (key < high) between[inside++] = slots[at]!
    else if (key === high) end[ends++] = slots[at]!
  }
  return {
    below,
    begin: begin.subarray(0, begins),
    between: between.subarray(0, inside),
    end: end.subarray(0, ends),
  }
}

function sorted(slots: Int32Array, levels: readonly Level[]): Int32Array {
  const keys = levels.map((level) => level(slots, new Float64Array(slots.length)))
  return Int32Array.from(slots, (_, at) => at)
    .sort((a, b) => {
      for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!
      return 0
    })
    .map((at) => slots[at]!)
}
