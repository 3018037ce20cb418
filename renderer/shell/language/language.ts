import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { create } from 'zustand'
import { languages, languageTags, type Language } from '../../../app/languages.ts'
import { pseudo } from './pseudo.ts'

/** One file per area and language, each loaded when its language is chosen. */
const files = import.meta.glob<{ default: object }>('../../../assets/languages/*/*.json')

/** What the reader reads now. */
export const useLanguage = create<{ language: Language; direction: 'ltr' | 'rtl' }>(() => ({
  language: 'en',
  direction: 'ltr',
}))

const kept = 'counterpart.language'

/** Which folder a language's words lie in: the pseudo-language turns English round. */
const folderOf = (language: Language): string => (language === 'ar-XB' ? 'en' : language)

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return
  const start = `../../../assets/languages/${folderOf(language)}/`
  const areas = Object.entries(files).filter(([path]) => path.startsWith(start))
  const words = await Promise.all(
    areas.map(
      async ([path, file]) => [path.slice(start.length, -'.json'.length), (await file()).default] as const,
    ),
  )
  i18next.addResourceBundle(language, 'translation', Object.fromEntries(words))
}

/** The language of this computer's last reader, of the address (`?language=ru`), or of the browser. */
function firstLanguage(): Language {
  const wanted = [
    new URLSearchParams(location.search).get('language'),
    localStorage.getItem(kept),
    ...navigator.languages,
  ]
  for (const tag of wanted) {
    const known = languageTags.find(
      (candidate) => candidate === tag || (candidate !== 'ar-XB' && candidate === tag?.split('-')[0]),
    )
    if (known) return known
  }
  return 'en'
}

/** Whether somebody has chosen a language on this computer, so that the office's own does not take its place. */
export const languageWasChosen = (): boolean =>
  localStorage.getItem(kept) !== null || new URLSearchParams(location.search).has('language')

export async function startLanguage(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(pseudo)
    .init({
      resources: {},
      fallbackLng: false,
      postProcess: ['pseudo'],
      // React escapes what it shows; words never go into HTML.
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  await show(firstLanguage())
}

async function show(language: Language): Promise<void> {
  await load(language)
  await i18next.changeLanguage(language)
  const { direction } = languages[language]
  document.documentElement.lang = language === 'ar-XB' ? 'en' : language
  document.documentElement.dir = direction
  useLanguage.setState({ language, direction })
}

/** Changes the language at once, everywhere on this page, and remembers it on this computer. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language)
  localStorage.setItem(kept, language)
}

let atDoor = false

/** Whether the language was chosen on this page before signing in: then it is the person's own from now on. */
export const wasChosenAtDoor = (): boolean => atDoor

export async function chooseLanguageAtDoor(language: Language): Promise<void> {
  atDoor = true
  await chooseLanguage(language)
}

/** The office's language, where nobody has chosen one here. */
export async function suggestLanguage(language: Language): Promise<void> {
  if (!languageWasChosen()) await show(language)
}
