import type { Ordering } from '../../../app/criteria.ts'
import type { Coded, Numbers } from './column.ts'
import type { Mask } from './matching.ts'
import type { Ranks } from './ranking.ts'
import type { ClientTable } from './table.ts'

/**
 * The slots of a mask in order: by each field, then by name. Sorted from the last field to the first by counting, which
 * leaves alone what is equal, so a million take some ten milliseconds a field.
 */
export function inOrder(table: ClientTable, mask: Mask, order: Ordering, ranks: Ranks): Int32Array {
  const nameAt = order.findIndex(({ field }) => field === 'name')
  // Names are never equal: what comes after them decides nothing.
  const fields = nameAt < 0 ? order : order.slice(0, nameAt)
  let slots = marked(table.byName, mask)
  if (nameAt >= 0 && order[nameAt]!.descending) slots.reverse()
  for (const { field, descending } of fields.toReversed()) {
    const column = table.column(field)
    slots =
      column.kind === 'coded'
        ? byRank(slots, column, ranks.of(field), descending)
        : byNumber(slots, column, descending)
  }
  return slots
}

function marked(slots: Int32Array, mask: Mask): Int32Array {
  const kept = new Int32Array(slots.length)
  let count = 0
  for (const slot of slots) if (mask[slot]) kept[count++] = slot
  return kept.subarray(0, count)
}

/** By the rank of each code; code 0, which is nothing, last. */
function byRank(slots: Int32Array, { codes }: Coded, ranks: Int32Array, descending: boolean): Int32Array {
  const last = ranks.length
  const keys = Int32Array.from(ranks, (rank, code) =>
    code === 0 ? last : descending ? last - 1 - rank : rank,
  )
  const starts = new Int32Array(last + 2)
  for (const slot of slots) starts[keys[codes[slot]!]! + 1]!++
  for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!
  const sorted = new Int32Array(slots.length)
  for (const slot of slots) sorted[starts[keys[codes[slot]!]!]!++] = slot
  return sorted
}

const digit = 0x10000

/** By sixteen bits at a time of the numbers as the computer keeps them; what is empty last. */
function byNumber(slots: Int32Array, { values }: Numbers, descending: boolean): Int32Array {
  const filled = slots.filter((slot) => !Number.isNaN(values[slot]!))
  const keys = sortableBits(filled, values, descending)
  let order: Int32Array = Int32Array.from(filled, (_, at) => at)
  for (let place = 0; place < 4; place++) {
    const starts = new Int32Array(digit + 1)
    for (let at = place; at < keys.length; at += 4) starts[keys[at]! + 1]!++
    // All alike in these bits.
    if (starts.includes(filled.length)) continue
    for (let key = 1; key < starts.length; key++) starts[key]! += starts[key - 1]!
    const next = new Int32Array(order.length)
    for (const at of order) next[starts[keys[4 * at + place]!]!++] = at
    order = next
  }
  const sorted = new Int32Array(slots.length)
  for (let at = 0; at < order.length; at++) sorted[at] = filled[order[at]!]!
  if (filled.length < slots.length)
    sorted.set(
      slots.filter((slot) => Number.isNaN(values[slot]!)),
      filled.length,
    )
  return sorted
}

/** Four times sixteen bits of each number, the lowest first, that sort as the numbers do. */
function sortableBits(slots: Int32Array, values: Float64Array, descending: boolean): Uint16Array {
  const numbers = new Float64Array(slots.length)
  // Adding 0 makes one zero of the two there are.
  for (let at = 0; at < slots.length; at++)
    numbers[at] = (descending ? -values[slots[at]!]! : values[slots[at]!]!) + 0
  const bits = new Uint16Array(numbers.buffer)
  for (let at = 0; at < bits.length; at += 4) {
    if (bits[at + 3]! & 0x8000) for (let place = 0; place < 4; place++) bits[at + place] = ~bits[at + place]!
    else bits[at + 3]! |= 0x8000
  }
  return bits
}
