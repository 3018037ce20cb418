import { queries } from '../office/following.ts'
import { leaveOffice, office } from '../office/office.ts'
import { closeTornWindows } from '../torn/desk.ts'
import { closeAllWindows, currentDesk } from '../windows/index.ts'

/** Signs out. Windows with unsaved changes ask first; the desk comes back at the next sign-in. */
export async function signOut(): Promise<void> {
  const desk = JSON.stringify(currentDesk())
  if (!(await closeAllWindows())) return
  await office.session.savePreferences({ desk }).catch(() => undefined)
  closeTornWindows()
  // First the line, so that nothing is asked any more of a session that is about to end.
  leaveOffice()
  queries.clear()
  await office.door.signOut().catch(() => undefined)
  location.reload()
}
