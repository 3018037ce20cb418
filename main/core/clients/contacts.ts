import type { ClientCard, ClientContact, ClientDraft } from '../../../app/contract/clients.ts'
import { Refusal } from '../../../app/errors.ts'
import { readCards } from '../../../db/clients/card.ts'
import { readKept } from '../../../db/clients/merging.ts'
import { mainName } from '../../../db/clients/rows.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import type { Look } from '../work.ts'
import { reachClients } from './reach.ts'

/**
 * The contact persons of a draft as they are written: those with a card of their own under the name on it. Who is new
 * there must be a person in use whom the author reaches; who was there before stays. Throws NOT_FOUND.
 */
export async function withPeople(
  look: Look,
  draft: ClientDraft,
  before: ClientCard | undefined,
  { sortLanguage }: OfficeSettings,
): Promise<ClientDraft> {
  const ids = new Set((draft.contacts ?? []).flatMap(({ personId }) => personId ?? []))
  if (ids.size === 0) return draft
  for (const { personId } of before?.contacts ?? []) ids.delete(personId ?? 0)
  const fresh = await reachClients(look, [...ids])
  if (fresh.length !== ids.size || fresh.some((card) => !mayWork(card) || card.id === before?.id))
    throw new Refusal('NOT_FOUND')
  const contacts: ClientContact[] = []
  for (const contact of draft.contacts ?? []) {
    const { personId } = contact
    // eslint-disable-next-line no-await-in-loop -- one connection
    const card = personId === undefined ? undefined : await keptCard(look, personId)
    contacts.push(card ? { ...contact, name: mainName(card.names, sortLanguage) } : contact)
  }
  return { ...draft, contacts }
}

const mayWork = ({ kind, binnedAt }: ClientCard) => kind === 'person' && binnedAt === null

/** Whoever looks: the name of a contact person is the organisation's. */
async function keptCard({ base }: Look, id: number): Promise<ClientCard | undefined> {
  return (await readCards(base, [await readKept(base, id)]))[0]
}
