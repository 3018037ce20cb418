import en from '../../../../assets/languages/en/ratings.json' with { type: 'json' }
import km from '../../../../assets/languages/km/ratings.json' with { type: 'json' }
import ny from '../../../../assets/languages/ny/ratings.json' with { type: 'json' }
import ru from '../../../../assets/languages/ru/ratings.json' with { type: 'json' }
import type { Language } from '../../../../app/languages.ts'

const words: Record<Language, typeof en.page & { message: string }> = {
  en: { ...en.page, message: en.message },
  km: { ...km.page, message: km.message },
  ny: { ...ny.page, message: ny.message },
  ru: { ...ru.page, message: ru.message },
  'ar-XB': { ...en.page, message: en.message },
}

/** What the page says that a client rates a call on. */
export const pageWords = (language: Language) => words[language]

/** The program's words for that message, in each language. */
export const plainMessages = Object.fromEntries(
  Object.entries(words).map(([language, { message }]) => [language, message]),
)

/**
 * The message that asks for it: in the office's own words, or the program's where there are none. Where nobody is known
 * to have spoken, the office did.
 */
export function messageIn(
  language: Language,
  own: string | undefined,
  given: { company: string; employee: string | null; link: string },
): string {
  const parts = { ...given, employee: given.employee ?? given.company }
  // One pass: a name may look like a part.
  return (own || words[language].message).replace(
    /\{(company|employee|link)\}/g,
    (_, name: keyof typeof parts) => parts[name],
  )
}
