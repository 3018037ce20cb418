/** Where this user's office lies when nobody says otherwise. */
import { homedir } from 'node:os'
import path from 'node:path'

/**
 * Absolute path by the custom of each system; the folder itself is made by the office. The demo has one of its own:
 * its invented clients must not come among real ones.
 */
export function dataFolder(demo: boolean): string {
  const name = demo ? 'Counterpart-demo' : 'Counterpart'
  if (process.platform === 'win32') {
    return path.join(process.env.APPDATA ?? path.join(homedir(), 'AppData', 'Roaming'), name)
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', name)
  return path.join(process.env.XDG_DATA_HOME || path.join(homedir(), '.local', 'share'), name)
}
