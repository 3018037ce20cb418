import type { CallerClient, LiveCall } from '../../../../app/liveCall.ts'
import { amendCall } from '../../../shell/calls/liveCalls.ts'
import { office } from '../../../shell/office/office.ts'

/** Says that a call is of one of the clients who have its number. */
export async function isOf(call: LiveCall, client: CallerClient): Promise<void> {
  await office.calls.save({ id: call.id, clientId: client.id })
  amendCall(call.id, { clientId: client.id })
}

/**
 * A known client calls from a new number: it goes onto the card as `typed`, and the call is theirs. Gives back how to take that
 * back; a card that was changed meanwhile then refuses (CHANGED_MEANWHILE).
 */
export async function addNumber(call: LiveCall, client: number, typed: string): Promise<() => Promise<void>> {
  const card = await office.clients.card({ id: client })
  const { phones = [] } = card
  const known = phones.some((phone) => phone.typed === typed || (phone.e164 ?? '') === call.e164)
  const saved = known
    ? card
    : await office.clients.save({
        id: client,
        revision: card.revision,
        draft: { phones: [...phones, { typed }] },
      })
  await office.calls.save({ id: call.id, clientId: client })
  await lookAgain(call)
  return async () => {
    if (!known) await office.clients.save({ id: client, revision: saved.revision, draft: { phones } })
    await office.calls.save({ id: call.id, clientId: null })
    amendCall(call.id, { clientId: call.clientId, clients: call.clients })
  }
}

/** Shows the call as the office now knows it. */
async function lookAgain({ id, number }: LiveCall): Promise<void> {
  const { client } = await office.calls.one({ id })
  const { clients } = await office.calls.whose({ number: number ?? '' })
  amendCall(id, { clientId: client?.id ?? null, clients })
}
