import type { ClientCard } from '../../../app/contract/clients.ts'
import { Refusal } from '../../../app/errors.ts'
import { hides, ownOnly, type Grant, type HideableField } from '../../../app/rights.ts'
import { readCards } from '../../../db/clients/card.ts'
import type { ClientChoice, RowNeeds } from '../../../db/clients/page.ts'
import type { SearchScope } from '../../../db/clients/search.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import type { Look } from '../work.ts'

/** What a person reaches of the client base: whose clients, and which of their fields. */

const fieldsOfCard = {
  phones: 'client.phones',
  emails: 'client.emails',
  addresses: 'client.addresses',
  contacts: 'client.contacts',
  notes: 'client.notes',
  statusId: 'client.status',
  managerId: 'client.manager',
  photo: 'client.photo',
} as const satisfies Record<string, HideableField>

export function searchScope({ office, actor }: Look, settings: OfficeSettings): SearchScope {
  return {
    country: settings.country,
    ownedBy: ownOnly(actor.grant, 'clients') ? actor.userId : undefined,
    unfinishedImport: office.importing?.id,
    phones: !hides(actor.grant, 'client.phones'),
    emails: !hides(actor.grant, 'client.emails'),
    contacts: !hides(actor.grant, 'client.contacts'),
  }
}

export function rowNeeds({ grant }: Look['actor'], language: string): RowNeeds {
  return {
    language,
    phones: !hides(grant, 'client.phones'),
    emails: !hides(grant, 'client.emails'),
    addresses: !hides(grant, 'client.addresses'),
    contacts: !hides(grant, 'client.contacts'),
    status: !hides(grant, 'client.status'),
    manager: !hides(grant, 'client.manager'),
    photo: !hides(grant, 'client.photo'),
  }
}

/** Whole cards that the person may reach; the others are as if they did not exist. Hidden fields are still in. */
export async function reachClients(
  { office, base, actor }: Look,
  ids: readonly number[],
): Promise<ClientCard[]> {
  const cards = await readCards(base, ids)
  const limited = ownOnly(actor.grant, 'clients')
  return cards
    .filter((card) => card.importId === null || card.importId !== office.importing?.id)
    .filter((card) => !limited || card.managerId === actor.userId || card.createdBy === actor.userId)
    .map(({ createdBy: _createdBy, importId: _importId, ...card }) => card)
}

/** Throws NOT_FOUND. */
export async function reachClient(look: Look, id: number): Promise<ClientCard> {
  const [card] = await reachClients(look, [id])
  if (!card) throw new Refusal('NOT_FOUND')
  return card
}

/** The card as the person may see it. */
export function withoutHidden(card: ClientCard, grant: Grant): ClientCard {
  const shown: Partial<ClientCard> = { ...card }
  for (const [field, right] of Object.entries(fieldsOfCard)) {
    if (hides(grant, right)) delete shown[field as keyof typeof fieldsOfCard]
  }
  return shown as ClientCard
}

/** Sorting or filtering by a hidden field would give it away. Throws FIELD_HIDDEN. */
export function refuseHiddenChoice({ order, filter }: ClientChoice, grant: Grant): void {
  const asked: Partial<Record<HideableField, boolean>> = {
    'client.status': order === 'status' || filter.statusId !== undefined,
    'client.manager': order === 'manager' || filter.managerId !== undefined,
    'client.addresses': order === 'city',
  }
  const field = grant.hidden.find((hidden) => asked[hidden])
  if (field) throw new Refusal('FIELD_HIDDEN', { field })
}

/** Throws FIELD_HIDDEN where a draft would change what its author cannot see. */
export function refuseHidden(draft: Readonly<Record<string, unknown>>, grant: Grant): void {
  for (const [field, right] of Object.entries(fieldsOfCard)) {
    if (draft[field] !== undefined && hides(grant, right)) throw new Refusal('FIELD_HIDDEN', { field: right })
  }
}
