import { codeOf } from '../../shell/errors.ts'
import { useConnection } from '../../shell/office/connection.ts'
import { office } from '../../shell/office/office.ts'

/** Milliseconds in which a cut line turns out to have been the sign-out. */
const patience = 2000

/**
 * Puts a backup in place of the base. Everybody is signed out by it, so the sign-in comes up; often before the answer,
 * whose line the sign-out cuts. Throws what the office refuses.
 */
export async function restoreBackup(name: string): Promise<void> {
  const isOut = () => useConnection.getState().state === 'signed-out'
  const { promise: out, resolve } = Promise.withResolvers<void>()
  const stop = useConnection.subscribe(() => isOut() && resolve())
  try {
    await Promise.race([office.backups.restore({ name }), out])
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) await Promise.race([out, new Promise((done) => setTimeout(done, patience))])
    if (code !== 'NOT_SIGNED_IN' && !isOut()) throw error
  } finally {
    stop()
  }
}
