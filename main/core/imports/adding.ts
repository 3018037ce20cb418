import type { ClientDraft, ClientLink } from '../../../app/contract/clients.ts'
import { fold } from '../../../app/folding.ts'
import { formatPhone, readPhone } from '../../../app/phone.ts'
import { countryOfCard } from './cards.ts'
import { nationalOf } from './sameness.ts'

type Phone = NonNullable<ClientDraft['phones']>[number]

/**
 * A card with what a row adds to it, or null where the row tells nothing new. Nothing that is there is changed or taken
 * away: names, numbers, e-mails, contact persons and websites join the others; code, status, manager, addresses,
 * photo and notes are taken where the card has none. Of two rows of one file the notes join too, as nobody has tidied them up yet.
 */
export function addedTo(
  card: ClientDraft,
  row: ClientDraft,
  office: { readonly country: string },
  bothOfFile = false,
): ClientDraft | null {
  const names = newOnes(card.names, row.names, (name) => fold(name.text))
  const phones = (row.phones ?? []).filter((phone) => !(card.phones ?? []).some(sameNumber(phone)))
  const emails = newOnes(card.emails, row.emails, (email) => email.address.toLowerCase())
  const contacts = newOnes(card.contacts, row.contacts, (contact) => fold(contact.name))
  const websites = newOnes(card.websites, row.websites, (website) => website.address)
  const addresses = card.addresses?.length ? [] : (row.addresses ?? [])
  const alone = {
    ...(!card.code && row.code ? { code: row.code } : {}),
    ...(!card.statusId && row.statusId ? { statusId: row.statusId } : {}),
    ...(!card.managerId && row.managerId ? { managerId: row.managerId } : {}),
    ...(!card.language && row.language ? { language: row.language } : {}),
    ...(!card.categoryId && row.categoryId ? { categoryId: row.categoryId } : {}),
    ...(!card.sourceId && row.sourceId ? { sourceId: row.sourceId } : {}),
    ...(!card.priceListId && row.priceListId ? { priceListId: row.priceListId } : {}),
    ...(card.discount == null && row.discount != null ? { discount: row.discount } : {}),
    ...(!card.bonusCard && row.bonusCard ? { bonusCard: row.bonusCard } : {}),
    ...(!card.creditLimit && row.creditLimit ? { creditLimit: row.creditLimit } : {}),
    ...(!card.birthday && row.birthday ? { birthday: row.birthday } : {}),
    ...(!card.photo && row.photo ? { photo: row.photo } : {}),
    ...ownValues(card.custom, row.custom),
    ...notes(card.notes ?? '', row.notes ?? '', bothOfFile),
  }
  const relationIds = newOnes(card.relationIds, row.relationIds, String)
  const groupIds = newOnes(card.groupIds, row.groupIds, String)
  const messengers = newOnes(card.messengers, row.messengers, nameOfLink)
  const socialPages = newOnes(card.socialPages, row.socialPages, nameOfLink)
  const marks = [relationIds, groupIds, messengers, socialPages]
  const lists = [names, phones, emails, contacts, websites, addresses, ...marks]
  if (lists.every((list) => list.length === 0) && Object.keys(alone).length === 0) return null
  const after = {
    ...card,
    ...alone,
    names: [...card.names, ...names],
    emails: [...(card.emails ?? []), ...emails],
    contacts: [...(card.contacts ?? []), ...contacts],
    websites: [...(card.websites ?? []), ...websites],
    addresses: [...(card.addresses ?? []), ...addresses],
    // Where neither says what the client counts as, the base does.
    ...(card.relationIds || row.relationIds
      ? { relationIds: [...(card.relationIds ?? []), ...relationIds] }
      : {}),
    groupIds: [...(card.groupIds ?? []), ...groupIds],
    messengers: [...(card.messengers ?? []), ...messengers],
    socialPages: [...(card.socialPages ?? []), ...socialPages],
  }
  const country = countryOfCard(after, office.country)
  // The card's country may be another than the one by which a number was read: then it is written with its own.
  const keepingItsNumber = (phone: Phone): Phone =>
    phone.e164 && readPhone(phone.typed, country).e164 !== phone.e164
      ? { ...phone, typed: formatPhone(phone.e164) }
      : phone
  return { ...after, phones: [...(card.phones ?? []), ...phones].map(keepingItsNumber) }
}

/** Fields of the office's own that the card has nothing in. */
function ownValues(
  of: ClientDraft['custom'] = {},
  more: ClientDraft['custom'] = {},
): Pick<ClientDraft, 'custom'> {
  const fresh = Object.entries(more).filter(([id]) => (of[id] ?? null) === null)
  return fresh.length === 0 ? {} : { custom: { ...of, ...Object.fromEntries(fresh) } }
}

const nameOfLink = ({ network, address }: ClientLink) => fold(`${network} ${address}`)

function newOnes<Entry>(
  known: readonly Entry[] | undefined,
  more: readonly Entry[] | undefined,
  key: (entry: Entry) => string,
): Entry[] {
  const keys = new Set((known ?? []).map(key))
  return (more ?? []).filter((entry) => !keys.has(key(entry)))
}

/** One number in two notations; of two that both are known for certain, the country counts. */
const sameNumber = (one: Phone) => (other: Phone) =>
  one.e164 && other.e164
    ? one.e164 === other.e164
    : one.typed === other.typed || (nationalOf(one) !== '' && nationalOf(one) === nationalOf(other))

function notes(of: string, more: string, joined: boolean): { notes?: string } {
  if (of === '') return more === '' ? {} : { notes: more }
  if (!joined) return {}
  const known = new Set(of.split('\n'))
  const lines = more.split('\n').filter((line) => line !== '' && !known.has(line))
  return lines.length === 0 ? {} : { notes: [of, ...lines].join('\n') }
}
