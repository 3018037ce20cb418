import type { Language } from '../app/languages.ts'
import type { Reading, Writing } from './tables.ts'

/** What the office says of itself; absent until the first start is done. */
export interface OfficeSettings {
  company: string
  country: string
  currency: string
  /** Of the sign-in screen, of documents, and of those who chose none. */
  language: Language
  /**
   * By which the table is put in order and the first of a client's names chosen: the language of the first start.
   * It stays when the office's language changes, as another order would mean writing every client anew.
   */
  sortLanguage: Language
  demo: boolean
  /** In which a client should have a name, as BCP 47; the card asks for those that are missing. Absent: in none before others. */
  nameLanguages?: string[] | undefined
}

export async function readSettings(base: Reading): Promise<OfficeSettings | undefined> {
  const row = await base.selectFrom('settings').select('value').where('key', '=', 'office').executeTakeFirst()
  return row && (JSON.parse(row.value) as OfficeSettings)
}

export async function writeSettings(trx: Writing, settings: OfficeSettings): Promise<void> {
  const value = JSON.stringify(settings)
  await trx
    .insertInto('settings')
    .values({ key: 'office', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
