import type { Language } from '../../../app/languages.ts'
import { readClientsAnew } from '../office/following.ts'
import { office } from '../office/office.ts'
import { chooseLanguage } from './language.ts'

/** The signed-in person's language: shown at once, kept with them, and clients are shown by their names in it. */
export async function chooseOwnLanguage(language: Language): Promise<void> {
  await chooseLanguage(language)
  await office.session.savePreferences({ language }).catch(() => undefined)
  readClientsAnew()
}
