import { clientFields, customKind, isSortable, type ClientFieldKind } from '../../../app/clientFields.ts'
import type { ClientCard, ClientDraft, ClientFilter } from '../../../app/contract/clients.ts'
import { takes, type Grouping, type Ordering } from '../../../app/criteria.ts'
import { isGroupable, isSummable } from '../../../app/fields.ts'
import type { Language } from '../../../app/languages.ts'
import { customName, visibleCustom } from '../../../app/custom.ts'
import { Refusal } from '../../../app/errors.ts'
import { hides, ownOnly, type Grant, type HideableField } from '../../../app/rights.ts'
import { readCards, type StoredFace } from '../../../db/clients/card.ts'
import type { Asker } from '../../../db/clients/columns/area.ts'
import { conditionsOf } from '../../../db/clients/columns/matching.ts'
import type { RowNeeds } from '../../../db/clients/page.ts'
import type { SearchScope } from '../../../db/clients/search.ts'
import { readFields } from '../../../db/lists/fields.ts'
import { readUser } from '../../../db/staff.ts'
import type { ClientScope } from '../../../db/clients/visible.ts'
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
  otherNotes: 'client.notes',
  categoryId: 'client.category',
  sourceId: 'client.source',
  groupIds: 'client.groups',
  priceListId: 'client.priceList',
  discount: 'client.discount',
  bonusCard: 'client.bonusCard',
  creditLimit: 'client.creditLimit',
  birthday: 'client.birthday',
  messengers: 'client.messengers',
  socialPages: 'client.socialPages',
} as const satisfies Record<string, HideableField>

/** Whose clients: by whom they are looked after, and what they count as. */
export const reachOf = ({ grant, userId }: Look['actor']): ClientScope => ({
  ownedBy: ownOnly(grant, 'clients') ? userId : undefined,
  relations: grant.onlyRelations.length > 0 ? grant.onlyRelations : undefined,
})

export function searchScope({ office, actor }: Look, settings: OfficeSettings): SearchScope {
  return {
    country: settings.country,
    ...reachOf(actor),
    unfinishedImport: office.importing?.id,
    phones: !hides(actor.grant, 'client.phones'),
    emails: !hides(actor.grant, 'client.emails'),
    contacts: !hides(actor.grant, 'client.contacts'),
    bonusCards: !hides(actor.grant, 'client.bonusCard'),
  }
}

/** Who asks about many clients at once. */
export async function asker(look: Look, settings: OfficeSettings): Promise<Asker> {
  return {
    scope: searchScope(look, settings),
    language: await readingLanguage(look, settings),
    sortLanguage: settings.sortLanguage,
  }
}

/** In which language this person reads: their own choice, else the office's. */
export async function readingLanguage(look: Look, settings: OfficeSettings): Promise<Language> {
  const user = await readUser(look.base, look.actor.userId)
  return user?.preferences.language ?? settings.language
}

export function rowNeeds(actor: Look['actor'], language: string): RowNeeds {
  return { language, hidden: actor.grant.hidden, reach: reachOf(actor) }
}

/** Whole cards that the person may reach; the others are as if they did not exist. Hidden fields are still in. */
export async function reachClients(
  { office, base, actor }: Look,
  ids: readonly number[],
): Promise<ClientCard[]> {
  return reached({ office, actor }, await readCards(base, ids))
}

/** Those of the cards that the person may reach. Hidden fields are still in. */
export function reached<Card extends StoredFace>(
  { office, actor }: Pick<Look, 'office' | 'actor'>,
  cards: readonly Card[],
): Omit<Card, 'createdBy' | 'importId'>[] {
  const { ownedBy, relations } = reachOf(actor)
  return cards
    .filter((card) => card.importId === null || card.importId !== office.importing?.id)
    .filter((card) => ownedBy === undefined || card.managerId === ownedBy || card.createdBy === ownedBy)
    .filter((card) => relations === undefined || card.relationIds!.some((id) => relations.includes(id)))
    .map(({ createdBy: _createdBy, importId: _importId, ...card }) => card)
}

/** Throws NOT_FOUND. */
export async function reachClient(look: Look, id: number): Promise<ClientCard> {
  const [card] = await reachClients(look, [id])
  if (!card) throw new Refusal('NOT_FOUND')
  return card
}

/** A card, or what is read of it. */
type Face = Omit<StoredFace, 'createdBy' | 'importId'>

/** The card as the person may see it. */
export function withoutHidden<Card extends Face>(card: Card, grant: Grant): Card {
  const shown: Partial<Card> = { ...card }
  for (const [field, right] of Object.entries(fieldsOfCard)) {
    if (hides(grant, right)) delete shown[field as keyof Card]
  }
  if (shown.custom) shown.custom = visibleCustom(shown.custom, grant.hidden)
  return shown as Card
}

/** What a request about many clients asks of fields. */
export interface AskedFields {
  readonly filter: ClientFilter
  readonly order?: Ordering
  readonly by?: readonly Grouping[]
  readonly totals?: readonly string[]
  /** The field whose values are asked for. */
  readonly field?: string
}

/**
 * Choosing, ordering or counting by a hidden field would give it away. Throws FIELD_HIDDEN, and UNKNOWN_FIELD for what
 * there is not or what cannot be asked that.
 */
export async function refuseUnaskable(
  { base, actor: { grant } }: Pick<Look, 'base' | 'actor'>,
  asked: AskedFields,
): Promise<void> {
  const own = (await readFields(base)).filter(({ retired }) => !retired).map(customKind)
  const fields = new Map<string, ClientFieldKind>([...clientFields, ...own].map((field) => [field.id, field]))
  const check = (id: string, can: (field: ClientFieldKind) => boolean) => {
    const field = fields.get(id)
    if (!field || !can(field)) throw new Refusal('UNKNOWN_FIELD', { field: id })
    if (field.hides && hides(grant, field.hides)) throw new Refusal('FIELD_HIDDEN', { field: field.hides })
  }
  for (const { field, is } of conditionsOf(asked.filter)) check(field, ({ type }) => takes(type, is))
  for (const { field } of asked.order ?? []) check(field, isSortable)
  for (const { field } of asked.by ?? []) check(field, isGroupable)
  for (const field of asked.totals ?? []) check(field, isSummable)
  if (asked.field !== undefined) check(asked.field, isGroupable)
}

/** Throws FIELD_HIDDEN where a draft would change what its author cannot see. */
export function refuseHidden(
  draft: { readonly [K in keyof ClientDraft]?: ClientDraft[K] | undefined },
  grant: Grant,
): void {
  for (const [field, right] of Object.entries(fieldsOfCard)) {
    if (draft[field as keyof typeof fieldsOfCard] !== undefined && hides(grant, right))
      throw new Refusal('FIELD_HIDDEN', { field: right })
  }
  const custom = Object.keys(draft.custom ?? {}).map(customName)
  const field = custom.find((name) => hides(grant, name))
  if (field) throw new Refusal('FIELD_HIDDEN', { field })
}
