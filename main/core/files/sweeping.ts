import { join } from 'node:path'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'

const day = 24 * 3_600_000

const sweptAt = new WeakMap<Office, number>()

/**
 * Once a day takes away the bytes that neither the base nor any of its backups knows. A backup names its files and does
 * not hold them, so that fourteen of them do not hold everything fourteen times: for that every file stays that any of
 * them could bring back. Where one cannot be read, nothing goes.
 */
export async function sweepFiles(office: Office): Promise<void> {
  const now = office.now()
  const last = sweptAt.get(office)
  if (last !== undefined && now - last < day) return
  sweptAt.set(office, now)
  try {
    const backups = office.backups.list().map(({ name }) => join(office.folder.backups, name))
    const known = await office.readers.run('files.known', [backups])
    await office.files.sweep(new Set(known), now - day)
  } catch (error) {
    note('error', 'sweeping files', error)
  }
}
