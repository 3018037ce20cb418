import type { Account } from './chart.ts'
import { share } from './amounts.ts'
import type { Document, Payment, PricedLine, Rate, StockLine } from './documents.ts'
import { Entries, type Entry, type Move } from './journal.ts'
import { Stock, type Shortage, type StockRules, type StockState } from './stock.ts'
import { totalsOf, totalsOfLine } from './totals.ts'

/** By which rules the office posts. */
export interface Policy extends StockRules {
  /** In which stock is valued. */
  readonly currency: string
}

/** What a document comes to: all of it is written, or nothing. */
export interface Posting {
  readonly entries: readonly Entry[]
  readonly moves: readonly Move[]
  /** Holdings as they are afterwards, of those that changed. */
  readonly holdings: ReadonlyMap<string, StockState>
}

/** Why a document cannot be posted, all of it at once. */
export interface Unpostable {
  readonly shortages: readonly Shortage[]
  /** What of it is not paid, or paid too much; and nobody is named who could owe it. */
  readonly unpaid: number
}

export const isPosted = (result: Posting | Unpostable): result is Posting => 'entries' in result

const paidInto: Record<Payment['kind'], Account> = {
  cash: 'cash',
  card: 'cards',
  transfer: 'bank',
  bonus: 'bonuses',
  certificate: 'certificates',
  credit: 'receivables',
}

/** Accounts of a payment that are somebody's own. */
const ofSomebody = (kind: Payment['kind']) => kind === 'bonus' || kind === 'credit'

/**
 * Turns a document into entries that balance in every currency, and moves of stock. Pure: what lies where is asked of
 * `held` (by item and warehouse) and comes back changed. `name` is the document's own, for the layers that it makes.
 */
export function post(
  document: Document,
  name: string,
  policy: Policy,
  held: (item: number, warehouse: number) => StockState,
): Posting | Unpostable {
  const entries = new Entries()
  const stock = new Stock(name, policy, held)
  let unpaid = 0
  const { currency } = policy
  /** Stock changed its value; the other side says why. */
  const valued = (value: number, why: Account) => {
    entries.add('goods', currency, value)
    entries.add(why, currency, -value)
  }
  /** What the holding did not grow by of what came in. */
  const differs = (difference: number) => valued(-difference, 'costDifference')

  switch (document.kind) {
    case 'sale':
    case 'client-return': {
      const sign = document.kind === 'sale' ? 1 : -1
      unpaid = soldLines(entries, document, sign)
      for (const line of goodsOf(document.lines)) {
        if (sign > 0) valued(-stock.take(line, document.warehouse), 'costOfSales')
        else {
          const { value, difference } = stock.comeBack(line, document.warehouse)
          valued(value, 'costOfSales')
          differs(difference)
        }
      }
      break
    }
    case 'goods-receipt':
      for (const line of document.lines) {
        const { net, tax, total } = totalsOfLine(line)
        const worth = intoOffice(net, document, policy)
        entries.add('taxPaid', document.currency, tax)
        entries.add('payables', document.currency, -total, document.supplier)
        exchanged(entries, net, worth, document, policy)
        entries.add(line.goods ? 'goods' : 'costOfSales', currency, worth)
        if (line.goods) differs(stock.receive(line, document.warehouse, worth))
      }
      break
    case 'supplier-return':
      for (const line of document.lines) {
        const { net, tax, total } = totalsOfLine(line)
        const worth = intoOffice(net, document, policy)
        entries.add('taxPaid', document.currency, -tax)
        entries.add('payables', document.currency, total, document.supplier)
        exchanged(entries, -net, -worth, document, policy)
        // What the supplier takes it back for, and what it stood for here.
        entries.add('costDifference', currency, -worth)
        if (line.goods) valued(-stock.take(line, document.warehouse), 'costDifference')
      }
      break
    case 'write-off':
      for (const line of document.lines) valued(-stock.take(line, document.warehouse), 'writeOffs')
      break
    case 'transfer':
      for (const line of document.lines) differs(stock.transfer(line, document.warehouse, document.into))
      break
    case 'stock-take':
      for (const line of document.lines) {
        if (line.quantity < 0) {
          const missing = { ...line, quantity: -line.quantity } as StockLine
          valued(-stock.take(missing, document.warehouse), 'shortage')
        } else if (line.quantity > 0) {
          const { value, difference } = stock.comeBack(line, document.warehouse)
          valued(value, 'surplus')
          differs(difference)
        }
      }
      break
    case 'opening-stock':
      for (const line of document.lines) {
        valued(line.value, 'opening')
        differs(stock.receive(line, document.warehouse, line.value))
      }
      break
    case 'money': {
      const sign = document.direction === 'in' ? 1 : -1
      const other = document.direction === 'in' ? 'receivables' : 'payables'
      entries.add(document.place, document.currency, sign * document.amount)
      entries.add(other, document.currency, -sign * document.amount, document.counterparty)
    }
  }
  if (stock.shortages.length > 0 || unpaid !== 0) return { shortages: stock.shortages, unpaid }
  return { entries: entries.balanced(), moves: stock.moves, holdings: stock.changed }
}

const goodsOf = (lines: readonly PricedLine[]) => lines.filter(({ goods }) => goods)

/** What was sold (1) or taken back (-1), and how it was paid. Returns what nobody pays or owes. */
function soldLines(
  entries: Entries,
  document: Extract<Document, { kind: 'sale' | 'client-return' }>,
  sign: 1 | -1,
): number {
  const { currency, client, lines, payments } = document
  for (const line of lines) {
    const { net, tax } = totalsOfLine(line)
    entries.add(line.goods ? 'sales' : 'services', currency, -sign * net)
    entries.add('taxDue', currency, -sign * tax)
  }
  let open = totalsOf(lines).total
  for (const { kind, amount } of payments) {
    if (ofSomebody(kind) && client === null) continue
    entries.add(paidInto[kind], currency, sign * amount, ofSomebody(kind) ? client : null)
    open -= amount
  }
  return open
}

/** An amount of the document in the office's currency. */
const intoOffice = (
  amount: number,
  { currency, rate }: { currency: string; rate?: Rate },
  policy: Policy,
): number => {
  if (currency === policy.currency) return amount
  if (!rate) throw new RangeError(`A document in ${currency} needs a rate`)
  return share(amount, rate.into, rate.of)
}

/** Between two currencies stands an account that takes the one and gives the other. */
function exchanged(
  entries: Entries,
  amount: number,
  worth: number,
  { currency }: { currency: string },
  policy: Policy,
): void {
  entries.add('exchange', currency, amount)
  entries.add('exchange', policy.currency, -worth)
}

/**
 * The reverse of what was posted: every entry the other way round, and what lay in stock as it lay, as far as others have
 * not taken of it since; what cannot be had back at its cost is a difference of cost.
 */
export function undo(
  { entries, moves }: Pick<Posting, 'entries' | 'moves'>,
  name: string,
  policy: Policy,
  held: (item: number, warehouse: number) => StockState,
): Posting | Unpostable {
  const reverse = new Entries()
  for (const { account, currency, amount, counterparty } of entries)
    reverse.add(account, currency, -amount, counterparty)
  const stock = new Stock(name, policy, held)
  for (const move of moves.toReversed()) {
    const difference = stock.reverse(move)
    reverse.add('goods', policy.currency, -difference)
    reverse.add('costDifference', policy.currency, difference)
  }
  if (stock.shortages.length > 0) return { shortages: stock.shortages, unpaid: 0 }
  return { entries: reverse.balanced(), moves: stock.moves, holdings: stock.changed }
}
