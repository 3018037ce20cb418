import type { Sale, ClientReturn, Payment } from '../../../app/accounting/documents.ts'
import { totalsOf, totalsOfLine } from '../../../app/accounting/totals.ts'
import type { ReceiptContent, Till } from '../../../app/contract/till.ts'
import { Refusal } from '../../../app/errors.ts'
import { quantity } from '../../../app/quantity.ts'
import { pricedLines, saleOf, settle, tooMuch } from '../../../app/till/basket.ts'
import { readReceipt, readReceipts, insertReceipt } from '../../../db/till/receipts.ts'
import { insertHeld, readHeld, takeHeld } from '../../../db/till/held.ts'
import { basketAsked } from '../../../app/contract/till.ts'
import { postDocument } from '../../../db/journal/posting.ts'
import { dayOf } from '../stock/documents.ts'
import { currencyOf, policyOf } from '../stock/rules.ts'
import type { Services, Work } from '../work.ts'
import { basketOf } from './baskets.ts'
import { offersOf } from './offers.ts'
import { openTill, shifts, tillOf } from './shifts.ts'

/** What becomes a receipt: a sale, or goods that come back of one. */
interface Making {
  readonly shift: number
  readonly till: Till
  readonly document: Sale | ClientReturn
  readonly names: readonly { readonly name: string; readonly unit: string }[]
  readonly given: readonly Payment[]
  readonly change: number
  readonly returns: {
    readonly id: number
    readonly lines: readonly { at: number; quantity: number }[]
  } | null
}

/** Posts it, writes the receipt, says so. Throws SHORTAGE, PERIOD_CLOSED. */
async function make(work: Work, { shift, till, document, names, given, change, returns }: Making) {
  const sign = returns ? -1 : 1
  const { net, tax, total } = totalsOf(document.lines)
  const content: ReceiptContent = {
    lines: document.lines.map((line, at) => ({ ...line, ...names[at]!, total: totalsOfLine(line).total })),
    net,
    tax,
    given: [...given] as ReceiptContent['given'],
    change,
  }
  const posted = await postDocument(
    work.trx,
    document,
    { day: dayOf(work.at), at: work.at, by: work.actor.userId, note: '' },
    await policyOf(work.base),
  )
  if (!('id' in posted)) {
    const short = new Set(posted.shortages.map(({ item }) => item))
    throw new Refusal('SHORTAGE', {
      names: content.lines.filter(({ item }) => short.has(item)).map(({ name }) => name),
    })
  }
  const { id } = posted
  await insertReceipt(work.trx, {
    document: id,
    shift,
    at: work.at,
    by: work.actor.userId,
    client: document.client,
    currency: document.currency,
    total: sign * total,
    discount: document.lines.reduce((sum, { discount }) => sum + discount, 0),
    returns: returns?.id ?? null,
    content,
    payments: document.payments.map(({ kind, amount }) => ({ kind, amount: sign * amount })),
    back: returns?.lines ?? [],
  })
  const receipt = (await readReceipt(work.base, id))!
  work.log({
    subject: { type: 'receipt', id, name: String(receipt.number) },
    changes: [
      { field: 'receipt.total', before: null, after: { amount: receipt.total, currency: receipt.currency } },
    ],
  })
  work.tell({ type: 'till.changed' })
  work.tell({ type: 'stock.changed' })
  return { ...receipt, till: till.name }
}

/** The counter. */
export const till: Services<'till'> = {
  ...shifts,

  async offers(look, { items, priceList }) {
    return [...(await offersOf(look, items, priceList)).values()]
  },

  async sell(work, { shift, basket: asked, given, total }) {
    const till = await openTill(work, shift)
    const basket = await basketOf(work, till, asked)
    const currency = await currencyOf(work.base)
    const real = totalsOf(pricedLines(basket)).total
    if (real !== total) throw new Refusal('PRICE_CHANGED', { total: real, currency })
    const more = tooMuch(real, given)
    const { open, change, payments } = settle(real, given)
    if (more > 0 || open > 0) throw new Refusal('NOT_PAID', { open: open - more, currency })
    if (basket.client === null && payments.some(({ kind }) => kind === 'credit'))
      throw new Refusal('NOT_PAID', { open: real, currency })
    const document = saleOf(basket, { currency, warehouse: till.warehouse }, payments)
    return make(work, { shift, till, document, names: basket.lines, given, change, returns: null })
  },

  async giveBack(work, { shift, receipt: id, lines, kind }) {
    const till = await openTill(work, shift)
    const sold = await readReceipt(work.base, id)
    if (!sold || sold.returns !== null) throw new Refusal('NOT_FOUND')
    const back = lines.map(({ at, quantity: thousandths }) => {
      const line = sold.content.lines[at]
      if (!line) throw new Refusal('NOT_FOUND')
      if (sold.returned[at]! + thousandths > line.quantity)
        throw new Refusal('MORE_THAN_SOLD', { name: line.name })
      // The discount of what comes back is its part of the line’s; the last piece brings what is left.
      const part = (so: number) => Math.floor((line.discount * so) / line.quantity)
      return {
        ...line,
        quantity: quantity(thousandths),
        discount: part(sold.returned[at]! + thousandths) - part(sold.returned[at]!),
      }
    })
    const { total } = totalsOf(back)
    const payments = total > 0 ? [{ kind, amount: total }] : []
    if (kind === 'credit' && sold.client === null)
      throw new Refusal('NOT_PAID', { open: total, currency: sold.currency })
    const document: ClientReturn = {
      kind: 'client-return',
      currency: sold.currency,
      warehouse: till.warehouse,
      client: sold.client?.id ?? null,
      lines: back.map(({ item, goods, quantity, price, discount, tax }) => ({
        item, goods, quantity, price, discount, tax,
      })), // prettier-ignore
      payments,
    }
    return make(work, {
      shift,
      till,
      document,
      names: back,
      given: payments,
      change: 0,
      returns: { id, lines },
    })
  },

  receipts: ({ base }, asked) => readReceipts(base, asked),

  async receipt({ base }, { id }) {
    const receipt = await readReceipt(base, id)
    if (!receipt) throw new Refusal('NOT_FOUND')
    return receipt
  },

  async hold(work, { till: id, name, basket }) {
    const till = await tillOf(work, id)
    const held = await insertHeld(work.trx, {
      till: id,
      at: work.at,
      by: work.actor.userId,
      name,
      content: JSON.stringify(basket),
    })
    work.log({
      subject: { type: 'till', id, name: till.name },
      changes: [{ field: 'till.held', before: null, after: name }],
    })
    work.tell({ type: 'till.changed' })
    return { id: held, at: work.at, by: work.actor.name, name, lines: basket.lines.length }
  },

  async held({ base }, { till: id }) {
    const rows = await readHeld(base, id)
    return rows.map(({ content, ...row }) => ({
      ...row,
      lines: basketAsked.parse(JSON.parse(content)).lines.length,
    }))
  },

  async takeHeld(work, { id }) {
    const content = await takeHeld(work.trx, id)
    if (content === undefined) throw new Refusal('NOT_FOUND')
    work.tell({ type: 'till.changed' })
    return basketAsked.parse(JSON.parse(content))
  },
}
