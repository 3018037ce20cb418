import type { ClientCard } from '../../../../app/contract/clients.ts'
import type { FieldTexts } from '../fieldTexts.ts'
import { addressesFor, nameFor, noteFor } from '../cardWords.ts'

/** A card as one reads it: the name, then every field that is filled in. */
export interface CardText {
  readonly id: number
  readonly name: string
  readonly otherNames: readonly string[]
  readonly fields: readonly {
    readonly field: string
    readonly name: string
    readonly values: readonly string[]
    /** Of the field with telephone numbers: the number in each value. */
    readonly numbers?: readonly string[]
  }[]
}

/** In the order in which they are read; the name stands above. */
const fields = [
  'kind',
  'status',
  'relations',
  'category',
  'groups',
  'manager',
  'source',
  'code',
  'phones',
  'emails',
  'addresses',
  'contacts',
  'messengers',
  'websites',
  'socialPages',
  'birthday',
  'language',
  'priceList',
  'discount',
  'bonusCard',
  'creditLimit',
  'notes',
] as const

/** Fields that fit on a line of the short list. */
const short: ReadonlySet<string> = new Set(['status', 'phones', 'emails', 'addresses'])

export function cardText(card: ClientCard, texts: FieldTexts, language: string, whole: boolean): CardText {
  const { custom = {} } = card
  const named: Readonly<Record<string, unknown>> = {
    ...card,
    status: card.statusId,
    manager: card.managerId,
    category: card.categoryId,
    source: card.sourceId,
    priceList: card.priceListId,
    relations: card.relationIds,
    groups: card.groupIds,
    notes: noteFor(card, language),
    addresses: addressesFor(card.addresses, language),
    ...Object.fromEntries(Object.entries(custom).map(([id, value]) => [`custom.${id}`, value])),
  }
  const own = Object.keys(custom).map((id) => `custom.${id}`)
  const name = nameFor(card.names, language)
  return {
    id: card.id,
    name,
    otherNames: card.names.map(({ text }) => text).filter((text) => text !== name),
    fields: [...fields, ...own]
      .filter((field) => whole || short.has(field))
      .map((field) => ({ field, name: texts.name(field), values: texts.items(field, named[field]) }))
      .map((line) => (line.field === 'phones' ? { ...line, numbers: numbersOf(card) } : line))
      .map((line) => (whole ? line : { ...line, values: line.values.slice(0, 2) }))
      .filter(({ values }) => values.length > 0),
  }
}

const numbersOf = ({ phones = [] }: ClientCard) => phones.map(({ typed }) => typed)

/** As lines of plain text: for the clipboard. */
export function plainText({ name, otherNames, fields }: CardText, whole: boolean): string {
  const title = [name, ...otherNames].join(' · ')
  if (!whole) return [title, ...fields.map(({ values }) => values.join(', '))].join(' — ')
  return [title, ...fields.map((line) => `${line.name}: ${line.values.join('; ')}`)].join('\n')
}

/** Many of them: whole cards with an empty line between, or one line each. */
export const plainTexts = (cards: readonly CardText[], whole: boolean): string =>
  cards.map((card) => plainText(card, whole)).join(whole ? '\n\n' : '\n')
