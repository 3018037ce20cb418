/** The languages the program speaks, each a folder in `assets/languages/`, under their own names. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  km: { name: 'ខ្មែរ', direction: 'ltr' },
  ny: { name: 'Chichewa', direction: 'ltr' },
  ru: { name: 'Русский', direction: 'ltr' },
  /** Not a language: English turned right to left, to keep the layout honest. Offered in practice bases only. */
  'ar-XB': { name: '⇋ Right to left', direction: 'rtl' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl' }>

export type Language = keyof typeof languages
export const languageTags = Object.keys(languages) as Language[]
