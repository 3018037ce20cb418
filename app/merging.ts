import type { ClientAddress, ClientCard, ClientContact, ClientDraft, ClientLink } from './contract/clients.ts'
import { longest } from './contract/clients.ts'
import type { MergeChoice } from './contract/duplicates.ts'
import type { Money } from './contract/lists.ts'
import { isCountryCode } from './countries.ts'
import { readPhone } from './phone.ts'

/** Most lines of each list of a card, as the contract takes them. */
const most = {
  names: 20,
  phones: 100,
  emails: 100,
  addresses: 100,
  contacts: 200,
  websites: 50,
  messengers: 50,
  socialPages: 50,
  otherNotes: 20,
  relationIds: 100,
  groupIds: 200,
} as const

/** The fields of which a card has one value, and a merge has to choose. */
export const singleFields = [
  'name', 'kind', 'statusId', 'managerId', 'language', 'code', 'categoryId', 'sourceId', 'priceListId', 'discount',
  'bonusCard', 'creditLimit', 'birthday', 'photo',
] as const // prettier-ignore
export type SingleField = (typeof singleFields)[number]

/** What a card says in such a field; null where nothing is said. */
export function singleValue(card: ClientCard, field: SingleField): string | number | Money | null {
  if (field === 'name') return card.names[0]?.text ?? null
  const value = card[field] ?? null
  return value === '' ? null : value
}

/** Whose value stays: the chosen card's, else that of the first card that says anything, the kept one before all. */
export function chosenCard(
  cards: readonly ClientCard[],
  choice: MergeChoice,
  field: SingleField,
): ClientCard {
  return (
    cards.find((card) => card.id === choice[field]) ??
    cards.find((card) => singleValue(card, field) !== null) ??
    cards[0]!
  )
}

/**
 * What will be on the kept card, the first of `cards`, when the others go into it: of every list the lines of all, equal
 * ones once; of single fields the chosen value. Codes that do not stay become a line of the notes, photos that do not
 * stay files of the card. Nothing is lost.
 */
export function mergedDraft(
  cards: readonly ClientCard[],
  choice: MergeChoice,
  officeCountry: string,
): ClientDraft {
  const named = chosenCard(cards, choice, 'name')
  const nameFirst = [named, ...cards.filter((card) => card !== named)]
  const coded = chosenCard(cards, choice, 'code')
  const carded = chosenCard(cards, choice, 'bonusCard')
  const single = (field: Exclude<SingleField, 'name' | 'kind' | 'code' | 'bonusCard'>) =>
    chosenCard(cards, choice, field)[field] ?? null
  const addresses = addAll(
    cards.flatMap((card) => card.addresses ?? []),
    saysNoMore,
  )
  const home = addresses.find((address) => address.country)?.country ?? officeCountry
  return {
    kind: chosenCard(cards, choice, 'kind').kind,
    names: addAll(
      nameFirst.flatMap((card) => card.names),
      sameName,
    ),
    ...({
      statusId: single('statusId'),
      managerId: single('managerId'),
      language: single('language'),
      categoryId: single('categoryId'),
      sourceId: single('sourceId'),
      priceListId: single('priceListId'),
      discount: single('discount'),
      creditLimit: single('creditLimit'),
      birthday: single('birthday'),
    } as Partial<ClientDraft>),
    ...(carded.bonusCard === undefined ? {} : { bonusCard: carded.bonusCard }),
    relationIds: [...new Set(cards.flatMap((card) => card.relationIds ?? []))],
    groupIds: [...new Set(cards.flatMap((card) => card.groupIds ?? []))],
    messengers: addAll(
      cards.flatMap((card) => card.messengers ?? []),
      sameLink,
    ),
    socialPages: addAll(
      cards.flatMap((card) => card.socialPages ?? []),
      sameLink,
    ),
    otherNotes: joinOtherNotes(cards),
    custom: joinCustom(cards, choice),
    ...(coded.code === undefined ? {} : { code: coded.code }),
    phones: joinPhones(cards, home),
    emails: joinEmails(cards),
    addresses,
    contacts: addAll(
      cards.flatMap((card) => card.contacts ?? []),
      saysNoMore,
    ),
    websites: addAll(
      cards.flatMap((card) => card.websites ?? []),
      (a, b) => bareAddress(a.address) === bareAddress(b.address),
    ),
    notes: joinNotes(cards, coded, carded),
    photo: chosenCard(cards, choice, 'photo').photo ?? null,
  }
}

/** What of a merged card is more than a card takes; undefined where all fits. */
export function overfull(draft: ClientDraft): keyof typeof most | 'notes' | undefined {
  const lists = Object.keys(most) as (keyof typeof most)[]
  return (
    lists.find((list) => (draft[list]?.length ?? 0) > most[list]) ??
    ((draft.notes ?? '').length > longest.note ? 'notes' : undefined)
  )
}

/** One of each: a line that `says` no more than another goes, the earlier one stays in its place. */
function addAll<Row>(rows: readonly Row[], saysNoMoreThan: (row: Row, other: Row) => boolean): Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    if (kept.some((known) => saysNoMoreThan(row, known))) continue
    const lesser = kept.findIndex((known) => saysNoMoreThan(known, row))
    if (lesser >= 0) kept[lesser] = row
    else kept.push(row)
  }
  return kept
}

/** Whether everything that the row says stands in the other too. */
function saysNoMore<Row extends ClientAddress | ClientContact>(row: Row, other: Row): boolean {
  const theirs = other as Record<string, string | number | undefined>
  return Object.entries(row as typeof theirs).every(
    ([part, text]) =>
      text === undefined || text === '' || String(text).trim() === String(theirs[part] ?? '').trim(),
  )
}

const sameName = (a: ClientDraft['names'][number], b: ClientDraft['names'][number]): boolean =>
  a.text.trim() === b.text.trim() && (a.language === undefined || a.language === b.language)

type Phone = NonNullable<ClientDraft['phones']>[number]

/** A number without a country code is read as in the card's country: where that is another now, it is written in full. */
function joinPhones(cards: readonly ClientCard[], home: string): Phone[] {
  const country = isCountryCode(home) ? home : undefined
  const joined = new Map<string, Phone>()
  for (const phone of cards.flatMap((card) => card.phones ?? [])) {
    const here = readPhone(phone.typed, country)
    const known = phone.e164 ?? null
    const typed = known !== null && here.e164 !== known ? known : phone.typed
    const key = known ?? here.digits
    const before = joined.get(key)
    const label = joinLabels(before?.label, phone.label)
    joined.set(key, { typed: before?.typed ?? typed, e164: known, ...(label === undefined ? {} : { label }) })
  }
  return [...joined.values()]
}

function joinEmails(cards: readonly ClientCard[]): NonNullable<ClientDraft['emails']> {
  const joined = new Map<string, NonNullable<ClientDraft['emails']>[number]>()
  for (const email of cards.flatMap((card) => card.emails ?? [])) {
    const key = email.address.trim().toLowerCase()
    const before = joined.get(key)
    const label = joinLabels(before?.label, email.label)
    joined.set(key, { address: before?.address ?? email.address, ...(label === undefined ? {} : { label }) })
  }
  return [...joined.values()]
}

/** Both, where both say something and there is room for it. */
function joinLabels(a: string | undefined, b: string | undefined): string | undefined {
  if (!a || !b || a.split(', ').includes(b)) return a || b
  const both = `${a}, ${b}`
  return both.length <= 60 ? both : a
}

const bareAddress = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')

const sameLink = (a: ClientLink, b: ClientLink): boolean =>
  a.network.trim().toLowerCase() === b.network.trim().toLowerCase() &&
  bareAddress(a.address) === bareAddress(b.address)

/** Numbers of which there is one only, of client and of bonus card: those that do not stay become lines of the notes. */
function joinNotes(cards: readonly ClientCard[], coded: ClientCard, carded: ClientCard): string {
  const left = (number: 'code' | 'bonusCard', kept: ClientCard) =>
    cards.flatMap((card) =>
      card[number] !== undefined && card[number] !== '' && card[number] !== kept[number]
        ? [`${card.names[0]!.text} · ${card[number]}`]
        : [],
    )
  const notes = cards.map((card) => (card.notes ?? '').trim()).filter((note) => note !== '')
  return [...new Set([...notes, ...left('code', coded), ...left('bonusCard', carded)])].join('\n\n')
}

/** One note of each language, with what all cards say in it. */
function joinOtherNotes(cards: readonly ClientCard[]): NonNullable<ClientDraft['otherNotes']> {
  const byLanguage = Map.groupBy(
    cards.flatMap((card) => card.otherNotes ?? []),
    ({ language }) => language,
  )
  return [...byLanguage].map(([language, notes]) => ({
    language,
    text: [...new Set(notes.map(({ text }) => text.trim()))].join('\n\n'),
  }))
}

/** Of each custom field the value of the chosen card, else of the first that has one. */
function joinCustom(cards: readonly ClientCard[], choice: MergeChoice): NonNullable<ClientDraft['custom']> {
  const ids = new Set(cards.flatMap((card) => Object.keys(card.custom ?? {})))
  return Object.fromEntries(
    [...ids].map((id) => {
      const chosen = cards.find((card) => card.id === choice.custom?.[id])
      return [
        id,
        [chosen, ...cards].map((card) => card?.custom?.[id] ?? null).find((value) => value !== null)!,
      ]
    }),
  )
}
