import type { Account, Preferences } from '../../app/contract/session.ts'
import { seatName } from '../../app/devices.ts'
import { Refusal } from '../../app/errors.ts'
import { ORPCError } from '@orpc/server'
import { clearFailures } from '../../db/sessions.ts'
import { readSettings } from '../../db/settings.ts'
import { readUser, updateUser } from '../../db/staff.ts'
import { joinGrants } from './grants.ts'
import type { Office } from './office.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { countTry, triesOfOwn } from './tries.ts'
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
    office: {
      company: settings.company,
      country: settings.country,
      currency: settings.currency,
      language: settings.language,
      demo: settings.demo,
      nameLanguages: settings.nameLanguages ?? [],
    },
  }
}

const mutable = ({ rights, ownOnly, hidden, onlyRelations }: ReturnType<typeof joinGrants>) => ({
  rights: [...rights],
  ownOnly: [...ownOnly],
  hidden: [...hidden],
  onlyRelations: [...onlyRelations],
})

/** The signed-in person's own affairs. */
export const session: Services<'session'> = {
  account: ({ office, actor }) => accountOf(office, actor.userId),

  async changePassword({ office, actor, write }, input) {
    const tries = triesOfOwn(actor.userId)
    await countTry(office, actor.seat, [tries])
    const user = await readUser(office.reading, actor.userId)
    if (!(await passwordFits(user?.password, input.old))) throw new Refusal('WRONG_PASSWORD')
    const password = await hashPassword(input.new)
    await write(async ({ trx, log, afterwards }) => {
      await clearFailures(trx, [tries.subject])
      await updateUser(trx, actor.userId, { password })
      // Whoever else sits at a computer with the old password is out.
      await office.sessions.end(
        { trx, afterwards },
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
    const { lastAt, failed, copyMissing } = office.backups.state()
    const { importing } = office
    return {
      backupAt: lastAt,
      backupFailed: failed,
      backupCopyMissing: copyMissing,
      people: office.sessions.people,
      importing: importing && { id: importing.id, done: importing.done, rows: importing.rows },
    }
  },

  async events({ office, actor, signal }) {
    const ended = new AbortController()
    const stop = office.onSessionEnd((session) => {
      if (session === actor.session) ended.abort(new ORPCError('NOT_SIGNED_IN', { status: 401 }))
    })
    const over = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal
    over.addEventListener('abort', stop, { once: true })
    return office.events(over, actor.userId, seatName(actor.seat))
  },
}
