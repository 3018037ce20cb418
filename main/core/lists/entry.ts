import type { ListEntry } from '../../../app/contract/lists.ts'
import { Refusal } from '../../../app/errors.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import type { Reading } from '../../../db/tables.ts'

/** Throws NOT_FOUND. */
export async function theEntry(base: Reading, id: number): Promise<ListEntry> {
  const entry = (await readEntries(base)).find((one) => one.id === id)
  if (!entry) throw new Refusal('NOT_FOUND')
  return entry
}
