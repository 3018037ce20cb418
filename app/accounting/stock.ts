import type { StockLine } from './documents.ts'
import {
  availableIn,
  costByLast,
  putBack,
  quantityHeld,
  receive,
  take,
  takeBack,
  valueHeld,
  type CostMethod,
  type Holding,
  type Lot,
} from './holding.ts'
import type { Move } from './journal.ts'

export interface StockRules {
  readonly method: CostMethod
  /** Whether more may leave than is there. */
  readonly negative: boolean
}

/** What lies of an item in a warehouse. */
export type StockState = Holding

/** Less is there than was asked for, in thousandths. */
export interface Shortage {
  readonly item: number
  readonly warehouse: number
  readonly asked: number
  readonly there: number
}

/** By which key `Posting.holdings` knows an item in a warehouse. */
export const stockKey = (item: number, warehouse: number): string => `${item} ${warehouse}`

/** The stock while one document is posted: what it moves, and what lies there afterwards. */
export class Stock {
  readonly moves: Move[] = []
  readonly shortages: Shortage[] = []
  readonly changed = new Map<string, Holding>()
  readonly #name: string
  readonly #rules: StockRules
  readonly #held: (item: number, warehouse: number) => Holding
  /** Lines of one document that bring the same item make layers of their own. */
  #made = 0

  constructor(name: string, rules: StockRules, held: (item: number, warehouse: number) => Holding) {
    this.#name = name
    this.#rules = rules
    this.#held = held
  }

  /** Returns what the holding did not grow by of the cost. */
  receive({ item, quantity }: StockLine, warehouse: number, value: number): number {
    const lot = { source: this.#source(), quantity, value }
    const { holding, difference } = receive(this.#of(item, warehouse), this.#rules.method, lot)
    this.#set(item, warehouse, holding)
    this.#moved(item, warehouse, lot, 1, difference)
    return difference
  }

  /** Returns the cost. Where less is there than is asked for and that is not allowed, it stands among the shortages. */
  take({ item, quantity }: StockLine, warehouse: number): number {
    const parts = this.#taken(item, warehouse, quantity)
    return parts.reduce((sum, { value }) => sum + value, 0)
  }

  /** What comes back or is found, at what such things cost here now. */
  comeBack({ item, quantity }: StockLine, warehouse: number): { value: number; difference: number } {
    const before = this.#of(item, warehouse)
    const value = costByLast(before, quantity)
    const lot = { source: this.#source(), quantity, value }
    const { holding, difference } = receive(before, this.#rules.method, lot)
    // It is no news of what such things cost.
    this.#set(item, warehouse, { ...holding, last: before.last })
    this.#moved(item, warehouse, lot, 1, difference)
    return { value, difference }
  }

  /** From one warehouse into another, layer by layer at its cost. */
  transfer({ item, quantity }: StockLine, from: number, into: number): number {
    let differences = 0
    for (const part of this.#taken(item, from, quantity)) {
      const lot = { ...part, source: this.#source() }
      const { holding, difference } = receive(this.#of(item, into), this.#rules.method, lot)
      this.#set(item, into, holding)
      this.#moved(item, into, lot, 1, difference)
      differences += difference
    }
    return differences
  }

  /** Takes a move back. Returns what the holding did not change by. */
  reverse({ item, warehouse, quantity, value, source }: Move): number {
    const before = this.#of(item, warehouse)
    const lot = { source, quantity: Math.abs(quantity), value: Math.abs(value) }
    if (quantity < 0) {
      const { holding, difference } = putBack(before, this.#rules.method, lot)
      this.#set(item, warehouse, holding)
      this.#moved(item, warehouse, lot, 1, difference)
      return difference
    }
    this.#refuseShort(item, warehouse, lot.quantity)
    const holding = takeBack(before, lot)
    this.#set(item, warehouse, holding)
    const changed = valueHeld(before) - valueHeld(holding)
    this.#moved(item, warehouse, { ...lot, value: changed }, -1, 0)
    return changed - value
  }

  #taken(item: number, warehouse: number, quantity: number): Lot[] {
    this.#refuseShort(item, warehouse, quantity)
    const { holding, parts } = take(this.#of(item, warehouse), quantity)
    this.#set(item, warehouse, holding)
    for (const part of parts) this.#moved(item, warehouse, part, -1, 0)
    return parts
  }

  #refuseShort(item: number, warehouse: number, asked: number): void {
    const there = availableIn(this.#of(item, warehouse))
    if (there < asked && !this.#rules.negative) {
      const held = quantityHeld(this.#of(item, warehouse))
      this.shortages.push({ item, warehouse, asked, there: held })
    }
  }

  #moved(item: number, warehouse: number, lot: Lot, sign: 1 | -1, difference: number): void {
    const { source, quantity, value } = lot
    this.moves.push({
      item,
      warehouse,
      quantity: sign * quantity,
      value: sign * value - difference,
      source,
    })
  }

  #source(): string {
    return `${this.#name}.${++this.#made}`
  }

  #of(item: number, warehouse: number): Holding {
    return this.changed.get(stockKey(item, warehouse)) ?? this.#held(item, warehouse)
  }

  #set(item: number, warehouse: number, holding: Holding): void {
    this.changed.set(stockKey(item, warehouse), holding)
  }
}
