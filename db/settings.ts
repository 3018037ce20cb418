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

/** What is kept under a name of its own, as it was written; undefined where nothing is. */
export async function readSetting(base: Reading, key: string): Promise<unknown> {
  const row = await base.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst()
  return row && (JSON.parse(row.value) as unknown)
}

export async function writeSetting(trx: Writing, key: string, kept: unknown): Promise<void> {
  const value = JSON.stringify(kept)
  await trx
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

export const readSettings = async (base: Reading): Promise<OfficeSettings | undefined> =>
  (await readSetting(base, 'office')) as OfficeSettings | undefined

export const writeSettings = (trx: Writing, settings: OfficeSettings): Promise<void> =>
  writeSetting(trx, 'office', settings)
