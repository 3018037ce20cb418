import { readFileSync } from 'node:fs'
import type { DoorState } from '../../app/contract/door.ts'
import { Refusal } from '../../app/errors.ts'
import { fold } from '../../app/folding.ts'
import { startingRoles, type StartingRole } from '../../app/rights.ts'
import { insertReadyEntries, readEntries } from '../../db/lists/entries.ts'
import { clearFailures } from '../../db/sessions.ts'
import { readSettings, writeSettings, type OfficeSettings } from '../../db/settings.ts'
import { countUsers, findUser, insertRole, insertUser, readRoles, updateUser } from '../../db/staff.ts'
import type { Writing } from '../../db/tables.ts'
import { demoUser, makeDemo } from './demo/demo.ts'
import type { Office } from './office.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { writeAs } from './perform.ts'
import { accountOf } from './session.ts'
import { hashToken } from './sessions.ts'
import { countTry, triesOfName, triesOfSeat } from './tries.ts'
import type { AtDoor, Caller, Services } from './work.ts'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
export { version }

/** Everything that answers without a session: state of the door, first start, sign-in and sign-out. */
export const door: Services<'door'> = {
  async state({ office, caller }) {
    if (office.lost) {
      const { folder, backups, lost } = office
      const told = caller.isAtOffice
        ? { reason: lost, folder: folder.path, backups: backups.list().filter(({ verified }) => verified) }
        : null
      return { version, state: 'vanished', lost: told, company: null, language: 'en', demo: null }
    }
    const settings = await readSettings(office.reading)
    const known = {
      version,
      lost: null,
      company: settings?.company ?? null,
      language: settings?.language ?? 'en',
      demo: settings?.demo ? demoUser : null,
    } satisfies Partial<DoorState>
    if ((await countUsers(office.reading)) === 0) return { ...known, state: 'first-start' }
    const { token, seat } = caller
    const actor =
      token === null ? undefined : await office.sessions.person(office.reading, hashToken(token), seat)
    return { ...known, state: actor ? 'desk' : 'sign-in' }
  },

  async start(given, input) {
    const { name, password, ...settings } = input
    const { office, caller } = given
    await refuseOnceStarted(office)
    refuseElsewhere(caller)
    const hashed = await hashPassword(password)
    await writeAs(office, null, caller.seat, 'door.start', async ({ trx, at, log }) => {
      await beginOffice(trx, { ...settings, demo: false }, [{ name, password: hashed, role: 'owner' }], at)
      log({ changes: [{ field: 'office.company', before: null, after: settings.company }] })
    })
    return signIn(given, name, password)
  },

  async startDemo(given) {
    await refuseOnceStarted(given.office)
    refuseElsewhere(given.caller)
    await makeDemo(given.office)
    return signIn(given, demoUser.name, demoUser.password)
  },

  signIn: (given, { name, password }) => signIn(given, name, password),

  async lookAgain({ office, caller }) {
    refuseElsewhere(caller)
    await office.lookAgain()
    return null
  },

  async bringBack({ office, caller }, { name }) {
    refuseElsewhere(caller)
    await office.backups.bringBack(name)
    await writeAs(office, null, caller.seat, 'backups.restore', async ({ log }) =>
      log({ changes: [{ field: 'backup.name', before: null, after: name }] }),
    )
    return null
  },

  async signOut({ office, caller }) {
    const { token } = caller
    if (token !== null) {
      const ended = hashToken(token)
      await writeAs(office, null, caller.seat, 'door.signOut', (changing) =>
        office.sessions.end(changing, (session) => session.tokenHash === ended),
      )
    }
    caller.keepToken(null)
    return null
  },
}

/** Before a password's hash is made, as anybody at the door may ask for that. */
async function refuseOnceStarted(office: Office): Promise<void> {
  if ((await countUsers(office.reading)) > 0) throw new Refusal('ALREADY_STARTED')
}

/**
 * Who starts the office owns it: only somebody at its own computer may, or, where the door was opened to the network
 * beforehand, whoever came first would. Throws START_ELSEWHERE.
 */
function refuseElsewhere({ isAtOffice }: Caller): void {
  if (!isAtOffice) throw new Refusal('START_ELSEWHERE')
}

/** The lists and roles that every office starts with, where there are none yet. */
export async function beginLists(trx: Writing): Promise<void> {
  if ((await readEntries(trx)).length === 0) await insertReadyEntries(trx)
  if ((await readRoles(trx)).length === 0) {
    for (const [key, grant] of Object.entries(startingRoles)) await insertRole(trx, { key, name: key, grant })
  }
}

/** Settings, roles, lists and first people of an office that has nobody yet. Throws ALREADY_STARTED otherwise. */
export async function beginOffice(
  trx: Writing,
  settings: Omit<OfficeSettings, 'sortLanguage'>,
  people: readonly { name: string; password: string; role: StartingRole }[],
  at: number,
): Promise<void> {
  if ((await countUsers(trx)) > 0) throw new Refusal('ALREADY_STARTED')
  // An import by the command line may have come before the first start: its clients keep their order.
  const before = await readSettings(trx)
  await writeSettings(trx, { ...settings, sortLanguage: before?.sortLanguage ?? settings.language })
  await beginLists(trx)
  const roles = await readRoles(trx)
  for (const { name, password, role } of people) {
    const roleId = roles.find((candidate) => candidate.key === role)!.id
    await insertUser(trx, { name, folded: fold(name), password, roleIds: [roleId], at })
  }
}

async function signIn({ office, caller }: AtDoor, name: string, password: string) {
  const { seat } = caller
  const folded = fold(name)
  const tries = [triesOfName(folded), triesOfSeat(seat)]
  await countTry(office, seat, tries)
  const user = await findUser(office.reading, folded)
  const fits = await passwordFits(user?.active ? user.password : undefined, password)
  if (!user || !fits) {
    // Of an unknown name only that it was tried: it may be a password typed into the wrong field.
    const subject = user && { type: 'employee', id: user.id, name: user.name }
    await writeAs(office, null, seat, 'door.failedSignIn', async ({ log }) =>
      log({ ...(subject ? { subject } : {}), changes: [] }),
    )
    throw new Refusal('WRONG_NAME_OR_PASSWORD')
  }
  const token = await writeAs(office, null, seat, 'door.signIn', async (changing) => {
    const { trx, at, log, tell } = changing
    // They may have been deactivated or given another password while this one was checked.
    const now = await findUser(trx, folded)
    if (!now?.active || now.password !== user.password) throw new Refusal('WRONG_NAME_OR_PASSWORD')
    await clearFailures(
      trx,
      tries.map(({ subject }) => subject),
    )
    await updateUser(trx, user.id, { signedInAt: at })
    // One browser is one person: whoever was signed in there before is out, in its other tabs too.
    const before = caller.token === null ? undefined : hashToken(caller.token)
    await office.sessions.end(changing, (session) => session.tokenHash === before)
    log({ subject: { type: 'employee', id: user.id, name: user.name }, changes: [] })
    tell({ type: 'status.changed' })
    return office.sessions.start(changing, user, seat)
  })
  caller.keepToken(token)
  return accountOf(office, user.id)
}
