import type { BasketAsked, Till } from '../../../app/contract/till.ts'
import { Refusal } from '../../../app/errors.ts'
import { may } from '../../../app/rights.ts'
import { givenByHand, type Basket, type BasketLine } from '../../../app/till/basket.ts'
import { reachClient } from '../clients/reach.ts'
import type { Work } from '../work.ts'
import { offersOf } from './offers.ts'

/**
 * A basket as the base has it: names, taxes and prices are those of the goods, not those that were sent. Throws
 * NOT_FOUND for goods and clients that there are not, NO_PRICE, NO_RIGHT for another price, DISCOUNT_LIMIT.
 */
export async function basketOf(work: Work, till: Till, asked: BasketAsked): Promise<Basket> {
  const { actor } = work
  const buyer = asked.client === null ? undefined : await reachClient(work, asked.client)
  const offers = await offersOf(
    work,
    asked.lines.map(({ item }) => item),
    buyer?.priceListId ?? null,
  )
  const mayPrice = may(actor.grant, 'till.price')
  const lines = asked.lines.map(({ item, quantity, price: given, percent }): BasketLine => {
    const offer = offers.get(item)
    if (!offer) throw new Refusal('NOT_FOUND')
    const { name, unit, goods, tax } = offer
    const price = given ?? offer.price
    if (price === null) throw new Refusal('NO_PRICE', { name })
    if (price !== offer.price && !mayPrice) throw new Refusal('NO_RIGHT', { right: 'till.price' })
    return { item, name, unit, goods, tax, quantity, price, percent }
  })
  const client = buyer
    ? {
        id: buyer.id,
        name: buyer.names[0]?.text ?? '',
        percent: buyer.discount ?? 0,
        priceList: buyer.priceListId ?? null,
      }
    : null
  const basket: Basket = { lines, percent: asked.percent, client: client ?? null }
  if (givenByHand(basket) > till.mostPercent && !mayPrice)
    throw new Refusal('DISCOUNT_LIMIT', { most: till.mostPercent })
  return basket
}
