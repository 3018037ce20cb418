import type { Call } from '../../../app/contract/calls.ts'
import { Refusal } from '../../../app/errors.ts'
import { may, ownOnly } from '../../../app/rights.ts'
import { readCalls, type CallShown } from '../../../db/calls/page.ts'
import { reachClients } from '../clients/reach.ts'
import type { Look } from '../work.ts'
import { seesNumber } from './telling.ts'

/** What a person reaches of the calls: whose, and what of them. */

/** The person to whose own calls they are limited; undefined where they are not. */
export const ownCallsOf = ({ grant, userId }: Look['actor']): number | undefined =>
  ownOnly(grant, 'calls') ? userId : undefined

/** Calls as the person may see them, of those that they may see at all. */
export async function shownCalls(look: Look, rows: readonly CallShown[]): Promise<Call[]> {
  const { actor } = look
  const ids = rows.flatMap(({ client_id }) => client_id ?? [])
  const cards = may(actor.grant, 'clients.see') ? await reachClients(look, [...new Set(ids)]) : []
  const reach = new Set(cards.map(({ id }) => id))
  return rows.map((row) => {
    const client = row.client_id !== null && reach.has(row.client_id) ? row.client_id : null
    const number = seesNumber(actor, row.client_id !== null)
    return {
      id: row.id,
      exchange: { id: row.connection_id, name: row.exchange },
      direction: row.direction,
      ...(number ? { number: row.number, e164: row.e164, from: row.from_number, to: row.to_number } : {}),
      name: row.from_name,
      line: row.line,
      client: client === null ? null : { id: client, name: row.client ?? '' },
      employee: row.user_id === null ? null : { id: row.user_id, name: row.user ?? '' },
      extension: row.extension,
      rang: JSON.parse(row.rang) as string[],
      transferredTo: number ? (JSON.parse(row.transferred) as string[]) : [],
      startedAt: row.started_at,
      answeredAt: row.answered_at,
      endedAt: row.ended_at,
      outcome: row.outcome,
      waited: row.wait_ms,
      talked: row.talk_ms,
      voiceMessage: row.voice_message === 1,
      recorded: row.recording !== null,
      note: row.note,
      tags: JSON.parse(row.tags) as string[],
      missed: row.missed === 1,
      returnedAt: row.returned_at,
      returnedBy: row.returner,
      ...(may(actor.grant, 'calls.costs') ? { cost: costOf(row) } : {}),
    }
  })
}

const costOf = ({ cost: fine, cost_currency: currency }: CallShown): Call['cost'] =>
  fine === null || currency === null ? null : { fine, currency }

/**
 * What the log says a call is: where it is a client's it stands in their history; its number is not named, as the reader
 * may not see it.
 */
export const subjectOfCall = ({ id, client_id, client }: Pick<CallShown, 'id' | 'client_id' | 'client'>) =>
  client_id === null ? { type: 'call', id, name: '' } : { type: 'client', id: client_id, name: client ?? '' }

/** One call that the person may see. Throws NOT_FOUND. */
export async function reachCall(look: Look, id: number): Promise<CallShown> {
  const [row] = await readCalls(look.base, { ids: [id], ownOf: ownCallsOf(look.actor), limit: 1 })
  if (!row) throw new Refusal('NOT_FOUND')
  return row
}
