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

/** The message that asks for it. */
export const messageIn = (language: Language, given: { company: string; link: string }): string =>
  words[language].message.replace('{{company}}', () => given.company).replace('{{link}}', () => given.link)
