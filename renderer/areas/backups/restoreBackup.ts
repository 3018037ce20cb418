import { codeOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'

/**
 * Puts a backup in place of the base and begins again at the sign-in: everything on this page belongs to the base that
 * was there before. Throws what the office refuses.
 */
export async function restoreBackup(name: string): Promise<void> {
  try {
    await office.backups.restore({ name })
  } catch (error) {
    // The line was cut by the sign-out that is part of restoring, before the answer came.
    if (codeOf(error) !== 'NOT_SIGNED_IN') throw error
  }
  location.reload()
}
