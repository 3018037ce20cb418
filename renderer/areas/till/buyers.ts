import type { Buyer } from '../../../app/till/basket.ts'
import { office } from '../../shell/office/office.ts'

/** A client as a buyer: what their card gives. */
export async function buyerOf(id: number): Promise<Buyer> {
  const { names, discount, priceListId } = await office.clients.card({ id })
  return { id, name: names[0]?.text ?? '', percent: discount ?? 0, priceList: priceListId ?? null }
}
