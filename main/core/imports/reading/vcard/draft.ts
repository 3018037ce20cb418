import { longest } from '../../../../../app/contract/clients.ts'
import { isPicture, largestPhoto } from '../../../../../app/contract/files.ts'
import { isCountryCode, type CountryCode } from '../../../../../app/countries.ts'
import { fold } from '../../../../../app/folding.ts'
import { readPhone } from '../../../../../app/phone.ts'
import { headLength, typeOf } from '../../../files/typeOf.ts'
import { addressesOf, type DraftAddress } from '../addresses.ts'
import { line, lines } from '../cells.ts'
import { looksLikeEmail } from '../contents.ts'
import { readLanguage } from '../heading.ts'
import type { OwnField } from '../headings.ts'
import type { DraftedRow, DraftPhone, ImportedClient, ImportProblem, Picture } from '../imported.ts'
import { readWebsite } from '../websites.ts'
import { namesOfCard } from './names.ts'
import { cardDate, ownOf, readHere } from './own.ts'
import { partsOf, unescaped, type Card, type Property } from './properties.ts'

const text = (property: Property): string =>
  typeof property.value === 'string' ? unescaped(property.value) : ''
const raw = (property: Property): string => (typeof property.value === 'string' ? property.value : '')

/** Told by no field of a client, or about the card and not the person: passed over without a word. */
const silent = new Set([
  'VERSION', 'PRODID', 'REV', 'UID', 'SOURCE', 'KIND', 'XML', 'CLIENTPIDMAP', 'SORT-STRING', 'CLASS', 'NAME', 'PROFILE', 'MAILER', 'LABEL', 'KEY',
  'SOUND', 'AGENT', 'LOGO', 'FBURL', 'CALURI', 'CALADRURI', 'GEO', 'TZ',
]) // prettier-ignore

const labelOf: [RegExp, string][] = [
  [/fax/, 'fax'],
  [/cell|mobile/, 'mobile'],
  [/pager/, 'pager'],
  [/work/, 'work'],
  [/home/, 'home'],
]

/** The label of a phone or address: of its own group first (Apple's X-ABLabel), else by its types. */
function label(property: Property, labels: ReadonlyMap<string, string>): string | undefined {
  const own = property.group === undefined ? undefined : labels.get(property.group)
  if (own) return own
  const types = (property.params.get('TYPE') ?? []).join(' ')
  return labelOf.find(([pattern]) => pattern.test(types))?.[1]
}

/** The words inside Apple's `_$!<HomePage>!$_`. */
const appleLabel = (value: string): string => line(value.replace(/^_\$!<(.*)>!\$_$/, '$1')).slice(0, 60)

interface CardWays {
  /** The office's. */
  readonly country?: CountryCode | undefined
  readonly own?: readonly OwnField[] | undefined
  /** Whether a person becomes a contact person of the company; else it is a line of the notes. */
  readonly linked?: boolean
}

/**
 * A client as a card tells of it. A card with a name of its own is a person, whose company and job go into the notes;
 * one whose name is its company's (or that says KIND:org) is an organisation. Nothing of the card is lost: what has no
 * field of its own is in the notes under its name.
 */
export function draftOfCard(
  card: Card,
  row: number,
  { country: office, own = [], linked = false }: CardWays = {},
): DraftedRow {
  const problems: ImportProblem[] = []
  const notes: string[] = []
  const all = (name: string) => card.properties.filter((property) => property.name === name)
  const first = (name: string) => all(name).map(text).map(line).find(Boolean)
  const labels = new Map(
    all('X-ABLABEL').flatMap((property) =>
      property.group ? [[property.group, appleLabel(text(property))] as const] : [],
    ),
  )
  const problem = (field: ImportProblem['field'], reason: ImportProblem['reason'], refused = false) => {
    if (!problems.some((known) => known.field === field && known.reason === reason))
      problems.push({ row, field, reason, refused })
  }

  const [family = '', given = '', middle = ''] = (all('N')[0] ? partsOf(raw(all('N')[0]!)) : []).map((part) =>
    line(part.replace(/,/g, ' ')),
  )
  const spoken = [given, middle, family].filter(Boolean).join(' ')
  const full = first('FN') ?? ''
  const org = (all('ORG')[0] ? partsOf(raw(all('ORG')[0]!)) : []).map(line).filter(Boolean)
  const company = org[0] ?? ''
  const saysOrganisation =
    /^(org|group)/i.test(first('KIND') ?? '') || /^company$/i.test(first('X-ABSHOWAS') ?? '')
  const name = full || spoken || company || first('NICKNAME') || ''
  const isOrganisation =
    saysOrganisation ||
    (company !== '' && (name === '' || fold(name) === fold(company)) && spoken === '') ||
    (company !== '' && full === '' && spoken === '')
  const main = isOrganisation && company !== '' ? company : name
  if (main === '') problem('name', 'no-name', true)
  if (main.length > longest.name) problem('name', 'too-long', true)

  const addresses = cardAddresses(all('ADR'), labels)
  const country = addresses.find((address) => address.country)?.country ?? office
  const phones: DraftPhone[] = all('TEL').flatMap((property) => {
    const typed = line(text(property).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')).slice(
      0,
      longest.short,
    )
    if (typed === '') return []
    const read = readPhone(typed, country && isCountryCode(country) ? country : undefined)
    const own = label(property, labels)
    return [{ ...read, ...(own === undefined ? {} : { label: own }) }]
  })
  const addressOf = (property: Property) => line(text(property).replace(/^mailto:/i, ''))
  const emailLabels = Object.fromEntries(
    all('EMAIL').flatMap((property) => {
      const own = label(property, labels)
      return own === undefined ? [] : [[addressOf(property), own]]
    }),
  )
  const emails = [...new Set(all('EMAIL').map(addressOf))].filter((email) => {
    if (email === '') return false
    if (looksLikeEmail(email)) return true
    notes.push(`e-mail: ${email}`)
    problem('email', 'bad-email')
    return false
  })
  const websites = [...new Set(all('URL').map((property) => line(text(property))))].filter((url) => {
    if (url === '') return false
    if (readWebsite(url)) return true
    notes.push(`website: ${url}`)
    problem('website', 'bad-url')
    return false
  })
  const birthday = cardDate(first('BDAY'))
  if (first('BDAY') && birthday === undefined) notes.push(`birthday: ${first('BDAY')}`)

  const job = first('TITLE')
  const employer =
    linked && !isOrganisation && company !== '' && company.length <= longest.name
      ? { name: company, ...(job && job.length <= longest.short ? { position: job } : {}) }
      : undefined
  const aside: [string, string | undefined][] = [
    // Which part of it somebody works in has no place beside a link.
    ...(employer
      ? [['department', org.slice(1).join(', ') || undefined] as [string, string | undefined]]
      : []),
    ...(isOrganisation || employer
      ? []
      : ([['company', org.join(', ') || undefined]] as [string, string | undefined][])),
    ['position', employer?.position === undefined ? job : undefined],
    ['role', first('ROLE')],
    ['nickname', full || spoken ? first('NICKNAME') : undefined],
  ]
  notes.unshift(...aside.flatMap(([word, value]) => (value ? [`${word}: ${value}`] : [])))
  notes.unshift(
    ...all('NOTE')
      .map((property) => lines(text(property)))
      .filter(Boolean),
  )
  const people = isOrganisation ? all('RELATED').filter(isContact) : []
  const language = readLanguage(first('LANG') ?? '')
  if (first('LANG') && language === undefined) notes.push(`language: ${first('LANG')}`)
  const { left, ...listed } = ownOf(card, labels, own)
  notes.push(...rest(card, labels, people), ...left)

  const draft: ImportedClient = {
    kind: isOrganisation ? 'organisation' : 'person',
    names: namesOfCard(main, isOrganisation ? [...all('ORG'), ...all('FN')] : all('FN')),
    contacts: [
      ...(isOrganisation && spoken !== '' && fold(spoken) !== fold(main)
        ? [{ name: spoken, ...(job ? { position: job } : {}) }]
        : []),
      ...people.map((property) => {
        const position = property.group && labels.get(property.group)
        return { name: line(text(property)), ...(position ? { position } : {}) }
      }),
    ],
    phones: distinct(phones),
    emails,
    ...(Object.keys(emailLabels).length > 0 ? { emailLabels } : {}),
    addresses,
    websites,
    notes,
    ...(language === undefined ? {} : { language }),
    ...(birthday === undefined ? {} : { birthday }),
    ...(employer ? { employer } : {}),
    ...listed,
  }
  const photo = photoOf(all('PHOTO'))
  if (photo && photo.bytes.length > largestPhoto) problem('row', 'picture-left-out')
  const refused = problems.some((found) => found.refused)
  return {
    row,
    mended: false,
    draft: refused ? null : draft,
    problems,
    ...(photo && !refused ? { photo } : {}),
  }
}

/** Who one speaks with there, by name: a link to another card tells nothing here. */
const isContact = ({ params, value }: Property): boolean =>
  Boolean(params.get('TYPE')?.includes('contact') && params.get('VALUE')?.includes('text')) &&
  typeof value === 'string' &&
  line(unescaped(value)) !== ''

function distinct(phones: readonly DraftPhone[]): DraftPhone[] {
  return [
    ...new Map(phones.map((phone) => [phone.digits || phone.typed, phone] as const).reverse()).values(),
  ].reverse()
}

function cardAddresses(properties: readonly Property[], labels: ReadonlyMap<string, string>): DraftAddress[] {
  return properties.flatMap((property) => {
    const [box = '', extended = '', street = '', city = '', region = '', postcode = '', country = ''] =
      partsOf(raw(property)).map((part) => line(part.replace(/\n+/g, ', ')).replace(/[,\s]+$/, ''))
    const own = label(property, labels)
    const parts = [
      { field: 'street' as const, value: [box, extended, street].filter(Boolean).join(', ') },
      { field: 'city' as const, value: city },
      { field: 'region' as const, value: region },
      { field: 'postcode' as const, value: postcode },
      { field: 'country' as const, value: country },
    ].filter((part) => part.value !== '')
    const language = readLanguage(property.params.get('LANGUAGE')?.[0] ?? '')
    const found = addressesOf(own === undefined ? parts : parts.map((part) => ({ ...part, label: own })))
    return language === undefined ? found : found.map((address) => ({ ...address, language }))
  })
}

const known = new Set([
  'N',
  'FN',
  'ORG',
  'TITLE',
  'ROLE',
  'NICKNAME',
  'NOTE',
  'TEL',
  'EMAIL',
  'ADR',
  'URL',
  'BDAY',
  'LANG',
  'PHOTO',
  'X-ABLABEL',
  'X-ABADR',
  'X-ABSHOWAS',
])

/** What is left, as "messenger: name" or under the label that Apple's programs give. Machines' own entries are not. */
function rest(card: Card, labels: ReadonlyMap<string, string>, people: readonly Property[]): string[] {
  return card.properties.flatMap((property) => {
    if (
      people.includes(property) ||
      known.has(property.name) ||
      readHere.has(property.name) ||
      silent.has(property.name) ||
      typeof property.value !== 'string'
    )
      return []
    const value = lines(unescaped(property.value))
    if (
      value === '' ||
      value.length > 2000 ||
      /^X-(COUCHDB|MS-OL|EVOLUTION-FILE|PHONETIC|ABUID)/.test(property.name)
    )
      return []
    const own = property.group === undefined ? undefined : labels.get(property.group)
    const word = own ?? property.name.replace(/^X-(EVOLUTION-|MS-|AB)?/, '').toLowerCase()
    return [`${word}: ${value}`]
  })
}

/** Known by its first bytes, not by what the card says of it. A picture that lies elsewhere is not fetched. */
function photoOf(properties: readonly Property[]): Picture | undefined {
  for (const { value } of properties) {
    const inline = typeof value === 'string' ? /^data:[^,]*;base64,(.*)$/s.exec(value)?.[1] : undefined
    const bytes =
      typeof value === 'string' ? (inline === undefined ? undefined : Buffer.from(inline, 'base64')) : value
    const type = bytes && typeOf(bytes.subarray(0, headLength))
    if (bytes && type && isPicture(type)) return { type, bytes }
  }
  return undefined
}
