import { readFileSync } from 'node:fs'
import type { DoorState } from '../../app/contract/door.ts'
import { Refusal } from '../../app/errors.ts'
import { fold } from '../../app/folding.ts'
import { startingRoles, type StartingRole } from '../../app/rights.ts'
import { insertStartingStatuses, readStatuses } from '../../db/clients/lists.ts'
import { addFailure, clearFailures, readFailures } from '../../db/sessions.ts'
import { readSettings, writeSettings, type OfficeSettings } from '../../db/settings.ts'
import { countUsers, findUser, insertRole, insertUser, readRoles, updateUser } from '../../db/staff.ts'
import type { Writing } from '../../db/tables.ts'
import { demoUser, makeDemo } from './demo/demo.ts'
import type { Office } from './office.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { writeAs } from './perform.ts'
import { accountOf } from './session.ts'
import { hashToken } from './sessions.ts'
import type { AtDoor, Services } from './work.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
export { version }

/** Everything that answers without a session: state of the door, first start, sign-in and sign-out. */
export const door: Services<'door'> = {
  async state({ office, caller }) {
    if (office.vanished) return { version, state: 'vanished', company: null, language: 'en', demo: null }
    const settings = await readSettings(office.reading)
    const known = {
      version,
      company: settings?.company ?? null,
      language: settings?.language ?? 'en',
      demo: settings?.demo ? demoUser : null,
    } satisfies Partial<DoorState>
    if ((await countUsers(office.reading)) === 0) return { ...known, state: 'first-start' }
    const actor = await office.sessions.actor(office.reading, caller.token, caller.seat)
    return { ...known, state: actor ? 'desk' : 'sign-in' }
  },

  async start(given, input) {
    const { name, password, ...settings } = input
    const hashed = await hashPassword(password)
    const { office, caller } = given
    await writeAs(office, null, caller.seat, 'door.start', async ({ trx, at, log }) => {
      await beginOffice(trx, { ...settings, demo: false }, [{ name, password: hashed, role: 'owner' }], at)
      log({ changes: [{ field: 'office.company', before: null, after: settings.company }] })
    })
    return signIn(given, name, password)
  },

  async startDemo(given) {
    await makeDemo(given.office)
    return signIn(given, demoUser.name, demoUser.password)
  },

  signIn: (given, { name, password }) => signIn(given, name, password),

  async signOut({ office, caller }) {
    const { token } = caller
    if (token !== null) {
      const ended = hashToken(token)
      await writeAs(office, null, caller.seat, 'door.signOut', ({ trx }) =>
        office.sessions.end(trx, (session) => session.tokenHash === ended),
      )
    }
    caller.keepToken(null)
    return null
  },
}

/** Settings, roles, lists and first people of an office that has nobody yet. Throws ALREADY_STARTED otherwise. */
export async function beginOffice(
  trx: Writing,
  settings: OfficeSettings,
  people: readonly { name: string; password: string; role: StartingRole }[],
  at: number,
): Promise<void> {
  if ((await countUsers(trx)) > 0) throw new Refusal('ALREADY_STARTED')
  await writeSettings(trx, settings)
  if ((await readStatuses(trx)).length === 0) await insertStartingStatuses(trx)
  if ((await readRoles(trx)).length === 0) {
    for (const [key, grant] of Object.entries(startingRoles)) await insertRole(trx, { key, name: key, grant })
  }
  const roles = await readRoles(trx)
  for (const { name, password, role } of people) {
    const roleId = roles.find((candidate) => candidate.key === role)!.id
    await insertUser(trx, { name, folded: fold(name), password, roleIds: [roleId], at })
  }
}

const second = 1000
const freeTries = { name: 3, seat: 20 }
const longestWait = 15 * 60 * second

/** How long after `count` failures nobody may try again: 2 s, 4 s, 8 s … to a quarter of an hour. */
export function waitAfter(count: number, free: number): number {
  return count < free ? 0 : Math.min(longestWait, 2 ** (count - free + 1) * second)
}

async function signIn({ office, caller }: AtDoor, name: string, password: string) {
  const folded = fold(name)
  const subjects = { name: `name:${folded}`, seat: `seat:${caller.seat}` }
  await refuseWhileLocked(office, subjects)
  const user = await findUser(office.reading, folded)
  const fits = await passwordFits(user?.active ? user.password : undefined, password)
  if (!user || !fits) {
    await writeAs(office, null, caller.seat, 'door.failedSignIn', async ({ trx, at, log }) => {
      for (const subject of Object.values(subjects)) await addFailure(trx, subject, at)
      // Of an unknown name only that it was tried: it may be a password typed into the wrong field.
      if (user) log({ subject: { type: 'employee', id: user.id, name: user.name }, changes: [] })
    })
    throw new Refusal('WRONG_NAME_OR_PASSWORD')
  }
  const token = await writeAs(office, null, caller.seat, 'door.signIn', async ({ trx, at, log, tell }) => {
    await clearFailures(trx, Object.values(subjects))
    await updateUser(trx, user.id, { signedInAt: at })
    log({ subject: { type: 'employee', id: user.id, name: user.name }, changes: [] })
    tell({ type: 'status.changed' })
    return office.sessions.start(trx, user, caller.seat)
  })
  caller.keepToken(token)
  return accountOf(office, user.id)
}

async function refuseWhileLocked(office: Office, subjects: { name: string; seat: string }): Promise<void> {
  const failures = await readFailures(office.reading, Object.values(subjects))
  const left = failures.map(({ subject, count, last_at }) => {
    const free = subject === subjects.name ? freeTries.name : freeTries.seat
    return last_at + waitAfter(count, free) - office.now()
  })
  const longest = Math.max(0, ...left)
  if (longest > 0) throw new Refusal('LOCKED', { seconds: Math.ceil(longest / second) })
}
