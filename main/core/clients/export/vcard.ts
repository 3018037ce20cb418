import type { ExportField } from '../../../../app/contract/clientExport.ts'
import type { ClientAddress, ClientLink, ClientName } from '../../../../app/contract/clients.ts'
import type { Language } from '../../../../app/languages.ts'
import type { StoredCard } from '../../../../db/clients/card.ts'
import { headLength, typeOf } from '../../files/typeOf.ts'
import { ownField } from '../../imports/reading/vcard/own.ts'
import { countryWord, textsOf, type ExportLists } from './columns.ts'

/** Octets of one line without its end (RFC 6350, 3.2). */
const longestLine = 75

/** vCard's own words for what a number is used for; any other stands in a label of Apple's, which most programs read. */
const types: Readonly<Record<string, string>> = { mobile: 'cell', work: 'work', home: 'home', fax: 'fax' }

/** What a card has beside its fields: the photo's bytes, and where a person works and as what. */
interface CardAside {
  readonly photo?: Uint8Array | undefined
  readonly workplace?: { readonly name: string; readonly position: string | null } | undefined
}

/** A client as a vCard 4.0 (RFC 6350), its fields as far as `fields` has them, its lists and own fields as texts. */
export function vcardOf(
  card: StoredCard,
  fields: ReadonlySet<ExportField>,
  lists: ExportLists,
  language: Language,
  { photo, workplace }: CardAside = {},
): string {
  const lines: string[] = []
  const add = (name: string, value: string) => lines.push(folded(`${name}:${value}`))
  let groups = 0
  /** A property that can say what it is for. */
  const labelled = (
    name: string,
    parameters: readonly string[],
    value: string,
    label: string | undefined,
    known = types,
  ) => {
    const type = label === undefined ? undefined : known[label]
    const own = label !== undefined && type === undefined ? `item${++groups}.` : ''
    add([own + name, ...parameters, ...(type === undefined ? [] : [`TYPE=${type}`])].join(';'), value)
    if (own !== '') add(`${own}X-ABLABEL`, escaped(label!))
  }
  const has = (field: ExportField) => fields.has(field)
  const { names, ofField } = textsOf(lists, language)
  const link = (name: string, { network, address }: ClientLink) =>
    labelled(name, [], escaped(`${schemeOf(network)}:${address}`), network, {})

  add('BEGIN', 'VCARD')
  add('VERSION', '4.0')
  const isOrganisation = card.kind === 'organisation'
  add('KIND', isOrganisation ? 'org' : 'individual')
  for (const { name, parameters } of inLanguages(card.names))
    add(['FN', ...parameters].join(';'), escaped(name.text))
  if (isOrganisation) {
    for (const { name, parameters } of inLanguages(card.names))
      add(['ORG', ...parameters].join(';'), escaped(name.text))
  } else {
    // Which part of a name is the family's, nobody has said: phones show FN and sort by this.
    add('N', `;${escaped(card.names[0]!.text)};;;`)
    if (workplace) add('ORG', escaped(workplace.name))
    if (workplace?.position) add('TITLE', escaped(workplace.position))
  }
  if (has('phones'))
    for (const { typed, e164, label } of card.phones ?? []) {
      // An extension, or a second number by its last digits, is no part of the whole number.
      const isWhole = e164 && !/[\p{L}#/;,]/u.test(typed)
      labelled('TEL', isWhole ? ['VALUE=uri'] : [], isWhole ? `tel:${e164}` : escaped(typed), label)
    }
  if (has('emails'))
    for (const { address, label } of card.emails ?? []) labelled('EMAIL', [], escaped(address), label)
  if (has('addresses'))
    for (const address of card.addresses ?? [])
      add(
        ['ADR', ...(isTag(address.language) ? [`LANGUAGE=${address.language}`] : [])].join(';'),
        adrOf(address, language),
      )
  if (has('contacts'))
    for (const { name, position } of card.contacts ?? [])
      labelled('RELATED', ['TYPE=contact', 'VALUE=text'], escaped(name), position, {})
  if (has('websites')) for (const { address } of card.websites ?? []) add('URL', address.replace(/\s+/g, ' '))
  if (has('language') && isTag(card.language)) add('LANG', card.language)
  if (has('birthday') && card.birthday) add('BDAY', card.birthday.replace(/(\d)-/g, '$1'))
  if (has('messengers')) for (const one of card.messengers ?? []) link('IMPP', one)
  if (has('socialPages')) for (const one of card.socialPages ?? []) link('X-SOCIALPROFILE', one)
  if (has('groups') && card.groupIds?.length)
    add('CATEGORIES', card.groupIds.map((id) => escaped(names([id]))).join(','))
  if (has('custom'))
    for (const field of lists.custom) {
      const text = ofField(field, card.custom?.[field.id])
      if (text !== '') labelled(ownField, [], escaped(text), field.names[language] ?? field.name, {})
    }
  if (has('notes') && card.notes) add('NOTE', escaped(card.notes))
  if (photo) {
    const type = typeOf(photo.subarray(0, headLength))
    add('PHOTO', `data:${type};base64,${Buffer.from(photo).toString('base64')}`)
  }
  add('END', 'VCARD')
  return lines.join('')
}

/** An address of IMPP is a URI: the messenger's own name stands in the label. */
const schemeOf = (network: string): string =>
  network
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .replace(/^\d+/, '') || 'im'

/** The names as alternatives of one, each with its language where it is known. */
const inLanguages = (names: readonly ClientName[]) =>
  names.map((name) => ({
    name,
    parameters: [
      ...(names.length > 1 ? ['ALTID=1'] : []),
      ...(isTag(name.language) ? [`LANGUAGE=${name.language}`] : []),
    ],
  }))

/** Anything else could end the line or begin another parameter. */
const isTag = (language: string | null | undefined): language is string =>
  /^[A-Za-z\d-]+$/.test(language ?? '')

/** Post box and the second line stay empty, as the RFC asks. Of what is only one line, that line is the street. */
function adrOf({ street, city, region, postcode, country, text }: ClientAddress, language: Language): string {
  const named = country === undefined ? undefined : countryWord(country, language)
  const parts = [street, city, region, postcode, named]
  const whole = parts.every((part) => part === undefined) ? [text] : parts
  return ['', '', ...Array.from({ length: 5 }, (_, at) => escaped(whole[at] ?? ''))].join(';')
}

const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, String.raw`\$&`).replace(/\r\n|\r|\n/g, String.raw`\n`)

/** The line with its end, cut into lines of 75 octets at most and never within a letter; each goes on with a blank. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return `${line}\r\n`
  let out = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > longestLine) {
      out += '\r\n '
      octets = 1
    }
    out += letter
    octets += size
  }
  return `${out}\r\n`
}
