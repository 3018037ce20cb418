import { countUsers } from '../../../db/staff.ts'
import type { Office } from '../office.ts'

/** How a practice base is entered; shown on its sign-in screen. Everybody else in it has the same password. */
export const demoUser = { name: 'Sophea', password: 'counterpart' }

/** Fills an office that has nobody yet with a company to practise on; does nothing to any other. */
export async function makeDemo(office: Office): Promise<void> {
  if ((await countUsers(office.reading)) > 0) return
  // Only now: an office that is in earnest never reads the invented clients.
  const { writePracticeBase } = await import('./base.ts')
  await writePracticeBase(office, demoUser)
}
