import type { Account, Preferences } from '../../app/contract/session.ts'
import { Refusal } from '../../app/errors.ts'
import { readSettings } from '../../db/settings.ts'
import { readUser, updateUser } from '../../db/staff.ts'
import type { Office } from './office.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { joinGrants } from './sessions.ts'
import type { Services } from './work.ts'

export async function accountOf(office: Office, userId: number): Promise<Account> {
  const user = await readUser(office.reading, userId)
  const settings = await readSettings(office.reading)
  if (!user || !settings) throw new Refusal('NOT_FOUND')
  return {
    id: user.id,
    name: user.name,
    roles: user.roles.map((role) => role.name),
    grant: mutable(joinGrants(user.roles.map((role) => role.grant))),
    preferences: user.preferences,
    office: settings,
  }
}

const mutable = ({ rights, ownOnly, hidden }: ReturnType<typeof joinGrants>) => ({
  rights: [...rights],
  ownOnly: [...ownOnly],
  hidden: [...hidden],
})

/** The signed-in person's own affairs. */
export const session: Services<'session'> = {
  account: ({ office, actor }) => accountOf(office, actor.userId),

  async changePassword({ office, actor, write }, input) {
    const user = await readUser(office.reading, actor.userId)
    if (!(await passwordFits(user?.password, input.old))) throw new Refusal('WRONG_PASSWORD')
    const password = await hashPassword(input.new)
    await write(async ({ trx, log }) => {
      await updateUser(trx, actor.userId, { password })
      // Whoever else sits at a computer with the old password is out.
      await office.sessions.end(
        trx,
        (other) => other.userId === actor.userId && other.tokenHash !== actor.session,
      )
      log({ subject: { type: 'employee', id: actor.userId, name: actor.name }, changes: [] })
    })
    return null
  },

  async savePreferences({ trx, actor }, changed) {
    const user = await readUser(trx, actor.userId)
    const preferences = {
      ...user?.preferences,
      ...changed,
      grids: { ...user?.preferences.grids, ...changed.grids },
    } as Preferences
    await updateUser(trx, actor.userId, { preferences })
    return null
  },

  async status({ office }) {
    const { lastAt, failed } = office.backups.state()
    const { importing } = office
    return {
      backupAt: lastAt,
      backupFailed: failed,
      people: office.sessions.people,
      importing: importing && { id: importing.id, done: importing.done, rows: importing.rows },
    }
  },

  async events({ office, actor, signal }) {
    const ended = new AbortController()
    const stop = office.onSessionEnd((session) => {
      if (session === actor.session) ended.abort()
    })
    signal?.addEventListener('abort', () => ended.abort(), { once: true })
    ended.signal.addEventListener('abort', stop, { once: true })
    return office.events(ended.signal)
  },
}
