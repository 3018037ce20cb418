import type { ItemRow, ScannedItem } from '../../../app/contract/items.ts'
import { readScanned, usualScales, type Scanned } from '../../../app/items.ts'
import { halfUp, minorDigits } from '../../../app/money.ts'
import { dayOf } from '../../../app/rates.ts'
import { may } from '../../../app/rights.ts'
import { thousandths } from '../../../app/quantity.ts'
import { readItem, readItemRows, readPrices, type ItemNeeds } from '../../../db/items/read.ts'
import { itemsWithBarcode, itemsWithCode, itemWithPlu } from '../../../db/items/search.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import { readingLanguage } from '../clients/reach.ts'
import { settingsOf } from '../clients/service.ts'
import type { Look } from '../work.ts'

/** What rows are read for: the reader's language, today's prices of a list, and whether they see what things cost. */
export async function needsOf(look: Look, listId?: number): Promise<ItemNeeds> {
  return {
    language: await readingLanguage(look, await settingsOf(look)),
    listId: listId ?? (await readEntries(look.base, 'price')).find(({ retired }) => !retired)?.id,
    day: dayOf(look.office.now()),
    cost: may(look.actor.grant, 'items.cost'),
  }
}

/** What a scanner's code stands for; null where no item in use has it. */
export async function lookUp(look: Look, code: string, listId?: number): Promise<ScannedItem | null> {
  const { base, office } = look
  const scanned = readScanned(code, usualScales, new Date(office.now()).getFullYear())
  const found = await whose(look, code, scanned)
  if (!found) return null
  const needs = await needsOf(look, listId)
  const [row] = await readItemRows(base, [found.id], needs)
  const units = (await readItem(base, found.id))?.units ?? []
  const { unit, factor } = units.find((one) => one.unit === found.unit) ?? units[0]!
  const prices = await readPrices(base, [{ id: found.id, unit }], needs)
  const price = prices.get(found.id) ?? ofFactor(row!, factor)
  return {
    item: row!,
    unit,
    factor,
    price,
    ...measured(scanned, price, (await settingsOf(look)).currency, found.byScales),
    ...(scanned.contents.batch === undefined ? {} : { batch: scanned.contents.batch }),
    ...(scanned.contents.serial === undefined ? {} : { serial: scanned.contents.serial }),
    ...bestBefore(scanned),
  }
}

interface Whose {
  readonly id: number
  /** On which the code stands; null for the first. */
  readonly unit: string | null
  readonly byScales: boolean
}

/** A code of the office's own goes before what scales print: who gave it to an item meant it. */
async function whose({ base }: Look, code: string, { keys, weighed }: Scanned): Promise<Whose | undefined> {
  const [known] = await itemsWithBarcode(base, keys)
  if (known) return { id: known.id, unit: known.unit, byScales: false }
  if (weighed) {
    const id = await itemWithPlu(base, Number(weighed.item))
    if (id !== undefined) return { id, unit: null, byScales: true }
  }
  const [id] = await itemsWithCode(base, code.trim())
  return id === undefined ? undefined : { id, unit: null, byScales: false }
}

/** A box without a price of its own costs what is in it. */
const ofFactor = ({ price }: ItemRow, factor: number): ScannedItem['price'] =>
  price && { ...price, amount: halfUp(price.amount * factor, thousandths) }

/** How much of it the code says, and for how much where it says that. */
function measured(
  { weighed, contents }: Scanned,
  price: ScannedItem['price'],
  currency: string,
  byScales: boolean,
): Pick<ScannedItem, 'quantity' | 'total'> {
  if (byScales && weighed?.price !== undefined) {
    const total = { amount: weighed.price, currency: price?.currency ?? currency }
    // What was weighed comes back from what it costs.
    const quantity = price?.amount ? halfUp(total.amount * thousandths, price.amount) : thousandths
    return { quantity, total }
  }
  const weight = byScales ? weighed?.weight : contents.weight
  const count = byScales ? weighed?.count : contents.count
  const printed = contents.price
  const total =
    printed && printed.decimals === minorDigits(price?.currency ?? currency)
      ? { amount: printed.amount, currency: price?.currency ?? currency }
      : null
  return { quantity: weight ?? (count ? count * thousandths : thousandths), total }
}

const bestBefore = ({ contents }: Scanned): Pick<ScannedItem, 'bestBefore'> => {
  const day = contents.bestBefore ?? contents.sellBy ?? contents.expires
  return day === undefined ? {} : { bestBefore: day }
}
