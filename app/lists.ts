import type { ListEntry } from './contract/lists.ts'

/** Keys of the entries that a new office starts with; their names are `lists.ready` in the language files. */
export const readyKeys = [
  'potential', 'active', 'reliable', 'problem', 'lost',
  'relation.client', 'relation.supplier', 'relation.contractor', 'relation.partner',
  'category.key', 'category.regular', 'category.occasional',
  'source.recommended', 'source.passing', 'source.search', 'source.social', 'source.advertising', 'source.fair',
  'price.retail', 'price.wholesale',
] as const // prettier-ignore
export type ReadyKey = (typeof readyKeys)[number]

/** What every new card counts as, unless somebody says otherwise. */
export const usualRelation: ReadyKey = 'relation.client'

/** As such an entry is called in the base until the office gives it a name. */
export const readyName = (key: string): string => key.slice(key.indexOf('.') + 1)

/**
 * What an entry is called: by the office in the reader's language, by the program where it is one of its own that
 * nobody renamed (`ready` names those), else as the office wrote it.
 */
export function entryName(
  entry: Pick<ListEntry, 'key' | 'name' | 'names'>,
  language: string,
  ready: (key: ReadyKey) => string,
): string {
  const { key, name, names } = entry
  const own = names[language]
  if (own !== undefined) return own
  const known = readyKeys.find((one) => one === key)
  return known !== undefined && name === readyName(known) ? ready(known) : name
}
