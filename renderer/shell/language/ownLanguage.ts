import type { Language } from '../../../app/languages.ts'
import { keepPreference } from '../account.ts'
import { readClientsAnew } from '../office/following.ts'
import { chooseLanguage } from './language.ts'

/** The signed-in person's language: shown at once, kept with them, and clients are shown by their names in it. */
export async function chooseOwnLanguage(language: Language): Promise<void> {
  await chooseLanguage(language)
  await keepPreference({ language })
  readClientsAnew()
}
