import type { Services } from '../work.ts'
import { reachClients, withoutHidden } from './reach.ts'

/** Many whole cards at once, for reading and printing. */
export const cardsOfClients: Pick<Services<'clients'>, 'cards'> = {
  async cards(look, { ids }) {
    const cards = await reachClients(look, ids)
    return cards.map((card) => withoutHidden(card, look.actor.grant))
  },
}
