import { isBirthday } from '../../../../../app/birthday.ts'
import { compact } from '../heading.ts'
import { line, readDate } from '../cells.ts'
import type { OwnField } from '../headings.ts'
import type { ImportedClient, ListedField } from '../imported.ts'
import { partsOf, unescaped, type Card, type Property } from './properties.ts'

/**
 * One of the office's own fields, which vCard has no word for: its name is the label of the property's group, its value
 * a text as in the columns of a table. What the office holds of a client for itself (code, status, terms) is in no card:
 * cards go on to telephones and to other people.
 */
export const ownField = 'X-COUNTERPART-FIELD'

const socialNames: ReadonlySet<string> = new Set(['X-SOCIALPROFILE', 'SOCIALPROFILE'])

/** Properties that are read here, and so are no notes. */
export const readHere: ReadonlySet<string> = new Set([ownField, ...socialNames, 'IMPP', 'CATEGORIES'])

type Own = Pick<ImportedClient, 'lists' | 'custom'> & {
  /** Fields that this office does not have, as lines of the notes. */
  readonly left: readonly string[]
}

/** What a card tells of groups, links and the office's own fields. `labels` are Apple's, by group. */
export function ownOf(card: Card, labels: ReadonlyMap<string, string>, own: readonly OwnField[]): Own {
  const all = (name: string) => card.properties.filter((property) => property.name === name)
  const lists: Partial<Record<ListedField, string>> = {}
  const put = (field: ListedField, text: string) => {
    if (text !== '') lists[field] = text
  }
  const groups = all('CATEGORIES').flatMap((property) => partsOf(String(property.value), ',').map(line))
  put('groups', [...new Set(groups)].filter(Boolean).join('; '))
  put('messengers', links(all('IMPP'), labels))
  put(
    'socialPages',
    links(
      card.properties.filter(({ name }) => socialNames.has(name)),
      labels,
    ),
  )

  const custom = new Map<number, string>()
  const left: string[] = []
  for (const property of all(ownField)) {
    const name = (property.group && labels.get(property.group)) ?? ''
    const field = own.find(({ names }) => names.some((known) => compact(known) === compact(name)))
    if (field) custom.set(field.id, textOf(property))
    else left.push(`${name}: ${textOf(property)}`)
  }
  return {
    ...(Object.keys(lists).length === 0 ? {} : { lists }),
    ...(custom.size === 0 ? {} : { custom }),
    left,
  }
}

const textOf = ({ value }: Property): string => (typeof value === 'string' ? line(unescaped(value)) : '')

/** "Telegram: @dara" of each, by the label, the service it names, or the scheme of its address. */
function links(properties: readonly Property[], labels: ReadonlyMap<string, string>): string {
  return properties
    .flatMap((property) => {
      const text = textOf(property)
      // "https://t.me/dara" is an address as it stands, "telegram:@dara" one with its messenger in front.
      const [, scheme, rest] = /^([a-z][a-z\d+.-]*):(?!\/\/)(.+)$/i.exec(text) ?? []
      const { params, group } = property
      const service = ['X-SERVICE-TYPE', 'SERVICE-TYPE', 'TYPE']
        .map((key) => params.get(key)?.[0])
        .find(Boolean)
      const network = (group && labels.get(group)) ?? named(service) ?? named(scheme) ?? 'IM'
      const address = rest ?? text
      return address === '' ? [] : [`${network}: ${address}`]
    })
    .join('; ')
}

const named = (word: string | undefined) => word && word[0]!.toUpperCase() + word.slice(1)

/** 1980-03-22, 19800322 or with a time as YYYY-MM-DD; --0322 and --03-22 as --MM-DD. */
export function cardDate(value: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4}|-)-?(\d\d)-?(\d\d)(T.*)?$/.exec(value ?? '') ?? []
  if (year === undefined) return undefined
  if (year !== '-') return readDate(`${year}-${month}-${day}`, true)
  const birthday = `--${month}-${day}`
  return isBirthday(birthday) ? birthday : undefined
}
