import { z } from 'zod'
import { clientCard } from './clients.ts'
import { read } from './procedure.ts'

/** Cards read at once: a stretch of a list that is read as text. */
export const mostCards = 100

export const cardsOfClients = {
  /** Whole cards in the order of the ids, as far as the person reaches them; without what is hidden from them. */
  cards: read('clients.see')
    .input(z.object({ ids: z.array(z.number().int().positive()).max(mostCards) }))
    .output(z.array(clientCard)),
}
