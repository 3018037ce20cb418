import { share } from './amounts.ts'

/** How what leaves the stock is valued: all that lies there at one cost, or the oldest first at its own. */
export type CostMethod = 'average' | 'fifo'

/** So much, for so much: thousandths of a unit, and minor units of the office's currency. Neither is below zero. */
export interface Lot {
  /** Which move brought it; layers at an average have no single one. */
  readonly source: string
  readonly quantity: number
  readonly value: number
}

/**
 * What lies of one item in one warehouse. Where more was sold than came, nothing lies there and `owed` says how much is
 * missing and at which cost it went out; what comes next settles that first.
 */
export interface Holding {
  /** The oldest first; one at an average. None is empty. */
  readonly layers: readonly Lot[]
  readonly owed: { readonly quantity: number; readonly value: number }
  /** The latest known cost: so much for so much. */
  readonly last: { readonly quantity: number; readonly value: number }
}

export const nothingHeld: Holding = {
  layers: [],
  owed: { quantity: 0, value: 0 },
  last: { quantity: 0, value: 0 },
}

const averaged = 'average'
export const owedSource = 'owed'

const sum = (lots: readonly Lot[], of: 'quantity' | 'value') => lots.reduce((all, lot) => all + lot[of], 0)

/** Below zero where more was sold than came. */
export const quantityHeld = ({ layers, owed }: Holding): number => sum(layers, 'quantity') - owed.quantity
export const valueHeld = ({ layers, owed }: Holding): number => sum(layers, 'value') - owed.value
/** What can be taken without owing. */
export const availableIn = ({ layers }: Holding): number => sum(layers, 'quantity')

/** What so much costs by the latest known cost; nothing where none is known. */
export const costByLast = ({ last }: Holding, quantity: number): number =>
  last.quantity === 0 ? 0 : share(last.value, quantity, last.quantity)

/** Layers as one at their average. */
export const joinedLayers = (layers: readonly Lot[]): Lot[] =>
  layers.length === 0
    ? []
    : [{ source: averaged, quantity: sum(layers, 'quantity'), value: sum(layers, 'value') }]

/** After a change: what came in is worth `difference` more than what the holding grew by. */
export interface Changed {
  readonly holding: Holding
  readonly difference: number
}

/**
 * What is owed is settled by the first of what comes; says what that was and at which cost it had gone out: its share of
 * all that is owed, or `known` where it is the very goods that went out.
 */
function settled({ owed }: Holding, quantity: number, known?: number) {
  const covered = Math.min(owed.quantity, quantity)
  const part =
    known !== undefined && covered === quantity
      ? Math.min(known, owed.value)
      : share(owed.value, covered, Math.max(1, owed.quantity))
  const value = covered === owed.quantity ? owed.value : part
  return { covered, value, owed: { quantity: owed.quantity - covered, value: owed.value - value } }
}

/** Goods come in at their cost. What went out before they came went at another cost perhaps: that is the difference. */
export function receive(holding: Holding, method: CostMethod, lot: Lot): Changed {
  const { covered, value, owed } = settled(holding, lot.quantity)
  const cost = covered === 0 ? 0 : share(lot.value, covered, lot.quantity)
  const rest = { ...lot, quantity: lot.quantity - covered, value: lot.value - cost }
  const layers = rest.quantity === 0 ? holding.layers : [...holding.layers, rest]
  return {
    holding: {
      layers: method === 'average' ? joinedLayers(layers) : layers,
      owed,
      last: { quantity: lot.quantity, value: lot.value },
    },
    difference: cost - value,
  }
}

/** Goods go out, the oldest first; what is not there is owed at the latest known cost. */
export function take(holding: Holding, quantity: number): { holding: Holding; parts: Lot[] } {
  const layers = [...holding.layers]
  const parts: Lot[] = []
  let left = quantity
  while (left > 0 && layers.length > 0) {
    const first = layers[0]!
    if (first.quantity <= left) {
      parts.push(first)
      layers.shift()
      left -= first.quantity
    } else {
      const value = share(first.value, left, first.quantity)
      parts.push({ ...first, quantity: left, value })
      layers[0] = { ...first, quantity: first.quantity - left, value: first.value - value }
      left = 0
    }
  }
  const taken = { quantity: quantity - left, value: sum(parts, 'value') }
  const last = taken.quantity > 0 ? taken : holding.last
  if (left === 0) return { holding: { ...holding, layers, last }, parts }
  const value = costByLast({ ...holding, last }, left)
  parts.push({ source: owedSource, quantity: left, value })
  const owed = { quantity: holding.owed.quantity + left, value: holding.owed.value + value }
  return { holding: { layers, owed, last }, parts }
}

/** What went out comes back at the cost at which it went: to the front, where it was. */
export function putBack(holding: Holding, method: CostMethod, lot: Lot): Changed {
  const { covered, value, owed } = settled(holding, lot.quantity, lot.value)
  const quantity = lot.quantity - covered
  const rest = { ...lot, quantity, value: quantity === 0 ? 0 : Math.max(0, lot.value - value) }
  const [first, ...others] = holding.layers
  const layers =
    quantity === 0
      ? holding.layers
      : first?.source === lot.source
        ? [{ ...first, quantity: first.quantity + quantity, value: first.value + rest.value }, ...others]
        : [rest, ...holding.layers]
  return {
    holding: { layers: method === 'average' ? joinedLayers(layers) : layers, owed, last: holding.last },
    difference: lot.value - value - rest.value,
  }
}

/**
 * What came in never came: out of its own layer first. What has gone out since at its cost cannot be had back, so the rest
 * is taken from the others, or owed.
 */
export function takeBack(holding: Holding, lot: Lot): Holding {
  const layers = [...holding.layers]
  let [quantity, value] = [lot.quantity, lot.value]
  const own = ({ source }: Lot) => source === lot.source || source === averaged
  while (quantity > 0 && layers.length > 0) {
    const found = layers.findLastIndex(own)
    const at = found < 0 ? layers.length - 1 : found
    const layer = layers[at]!
    if (layer.quantity <= quantity) {
      layers.splice(at, 1)
      quantity -= layer.quantity
      value -= layer.value
    } else {
      const exact = own(layer) && quantity === lot.quantity && layer.value >= value
      const part = exact ? value : share(layer.value, quantity, layer.quantity)
      layers[at] = { ...layer, quantity: layer.quantity - quantity, value: layer.value - part }
      quantity = 0
      value -= part
    }
  }
  const owedValue = quantity === 0 ? 0 : Math.max(0, value)
  const owed = {
    quantity: holding.owed.quantity + quantity,
    value: holding.owed.value + owedValue,
  }
  return { layers, owed, last: holding.last }
}
