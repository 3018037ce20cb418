import en from '../../../assets/languages/en/clients.json' with { type: 'json' }
import km from '../../../assets/languages/km/clients.json' with { type: 'json' }
import ny from '../../../assets/languages/ny/clients.json' with { type: 'json' }
import ru from '../../../assets/languages/ru/clients.json' with { type: 'json' }
import enLists from '../../../assets/languages/en/lists.json' with { type: 'json' }
import kmLists from '../../../assets/languages/km/lists.json' with { type: 'json' }
import nyLists from '../../../assets/languages/ny/lists.json' with { type: 'json' }
import ruLists from '../../../assets/languages/ru/lists.json' with { type: 'json' }
import type { ListEntry } from '../../../app/contract/lists.ts'
import { entryName, readyKeys, type ReadyKey } from '../../../app/lists.ts'
import type { Language } from '../../../app/languages.ts'

/** The window's words of the client area, for what the office itself writes and reads: exported files. */
export type ClientWords = Pick<typeof en, 'title' | 'fields' | 'columns' | 'kinds' | 'labels'> & {
  readonly export: Pick<(typeof en)['export'], 'columns' | 'fromList' | 'yes' | 'no'>
}

const byLanguage: Record<Exclude<Language, 'ar-XB'>, ClientWords> = { en, km, ny, ru }

export const clientWords = (language: Language): ClientWords =>
  byLanguage[language === 'ar-XB' ? 'en' : language]

const readyNames: Record<Exclude<Language, 'ar-XB'>, ReadyNames> = {
  en: enLists.ready,
  km: kmLists.ready,
  ny: nyLists.ready,
  ru: ruLists.ready,
}
type ReadyNames = typeof enLists.ready

/** "relation.client" is `ready.relation.client` in the language files. */
function readyIn(words: ReadyNames, key: ReadyKey): string {
  const [list, own] = key.split('.') as [keyof ReadyNames, string | undefined]
  const found = words[list]
  return typeof found === 'string' ? found : found[own as keyof typeof found]
}

/** What an entry of a list is called in a language. */
export const nameOfEntry = (entry: Pick<ListEntry, 'key' | 'name' | 'names'>, language: Language): string =>
  entryName(entry, language, (key) => readyIn(readyNames[language === 'ar-XB' ? 'en' : language], key))

/** What an entry may be called in a file: by the office in any language; those of the program by it in any language too. */
export function namesOfEntry({ key, name, names }: Pick<ListEntry, 'key' | 'name' | 'names'>): string[] {
  const known = readyKeys.find((one) => one === key)
  return [
    ...(known === undefined ? [] : Object.values(readyNames).map((words) => readyIn(words, known))),
    ...Object.values(names),
    name,
  ]
}
