import en from '../../../assets/languages/en/clients.json' with { type: 'json' }
import km from '../../../assets/languages/km/clients.json' with { type: 'json' }
import ny from '../../../assets/languages/ny/clients.json' with { type: 'json' }
import ru from '../../../assets/languages/ru/clients.json' with { type: 'json' }
import type { Language } from '../../../app/languages.ts'

/** The window's words of the client area, for what the office itself writes and reads: exported files. */
export type ClientWords = Pick<typeof en, 'title' | 'fields' | 'columns' | 'kinds' | 'status' | 'labels'> & {
  readonly export: Pick<(typeof en)['export'], 'columns'>
}

const byLanguage: Record<Exclude<Language, 'ar-XB'>, ClientWords> = { en, km, ny, ru }

export const clientWords = (language: Language): ClientWords =>
  byLanguage[language === 'ar-XB' ? 'en' : language]

/** The name of a status: those that come with the program are named by the language files. */
export function statusName(words: ClientWords, { key, name }: { key: string | null; name: string }): string {
  return isStarting(words, key) ? words.status[key] : name
}

/** What a status may be called in a file: for those of the program its name in any language. */
export const statusNames = (status: { key: string | null; name: string }): string[] =>
  Object.values(byLanguage).map((words) => statusName(words, status))

const isStarting = (words: ClientWords, key: string | null): key is keyof ClientWords['status'] =>
  key !== null && key in words.status
