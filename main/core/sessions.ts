import { createHash, randomBytes } from 'node:crypto'
import {
  deleteSessions,
  insertSession,
  readSessions,
  touchSession,
  type SessionRow,
} from '../../db/sessions.ts'
import { readUser, type UserRow } from '../../db/staff.ts'
import type { Everything, Reading } from '../../db/tables.ts'
import { joinGrants } from './grants.ts'
import type { Actor, Changing } from './work.ts'

const hour = 3_600_000
/** A session ends when nobody used it for this long … */
const idleLimit = 12 * hour
/** … and in any case after this. */
const ageLimit = 30 * 24 * hour
/** Seen times are written at most this often. */
const touchEvery = 5 * 60_000

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * Who is signed in. Kept in memory so that every call is checked anew without asking the base; what a change does to
 * it is done here only once the change is committed.
 */
export class Sessions {
  readonly #byHash = new Map<string, SessionRow>()
  /** People as they were last looked up, by session; from which computer differs by call. */
  readonly #people = new Map<string, Omit<Actor, 'seat'>>()
  /** Grows when people or rights change, so that what was read just before is not remembered after. */
  #age = 0
  readonly #ended: (tokenHash: string) => void
  readonly #now: () => number

  constructor(rows: readonly SessionRow[], now: () => number, ended: (tokenHash: string) => void) {
    for (const row of rows) this.#byHash.set(row.tokenHash, row)
    this.#now = now
    this.#ended = ended
  }

  static async read(base: Reading, now: () => number, ended: (tokenHash: string) => void): Promise<Sessions> {
    return new Sessions(await readSessions(base), now, ended)
  }

  get people(): number {
    return new Set(
      [...this.#byHash.values()].filter((session) => this.#lives(session)).map((session) => session.userId),
    ).size
  }

  /** Makes a session; the token is given to the caller's side and kept here only as a hash. */
  async start({ trx, at, afterwards }: Changing, user: UserRow, seat: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const row = { tokenHash: hashToken(token), userId: user.id, seat, createdAt: at, seenAt: at }
    await insertSession(trx, row)
    afterwards(() => this.#byHash.set(row.tokenHash, row))
    return token
  }

  /** The person behind a session, with what they may do as it is now; undefined where it has ended. */
  async person(base: Reading, tokenHash: string, seat: string): Promise<Actor | undefined> {
    const session = this.#byHash.get(tokenHash)
    if (!session || !this.#lives(session)) return undefined
    const known = this.#people.get(tokenHash)
    if (known) return { ...known, seat }
    const age = this.#age
    const user = await readUser(base, session.userId)
    if (!user?.active || !this.#byHash.has(tokenHash)) return undefined
    const grant = joinGrants(user.roles.map((role) => role.grant))
    const person = { userId: user.id, name: user.name, grant, session: tokenHash }
    if (age === this.#age) this.#people.set(tokenHash, person)
    return { ...person, seat }
  }

  /** Everybody who is signed in now, once each, with what they may do. */
  async present(base: Reading): Promise<Actor[]> {
    const found = new Map<number, Actor>()
    for (const { tokenHash, userId, seat } of this.#byHash.values()) {
      // eslint-disable-next-line no-await-in-loop -- known already but for the first time
      const person = found.has(userId) ? undefined : await this.person(base, tokenHash, seat)
      if (person) found.set(userId, person)
    }
    return [...found.values()]
  }

  /** Notes that the session is in use; written now and then only. */
  async touch(base: Everything, tokenHash: string): Promise<void> {
    const session = this.#byHash.get(tokenHash)
    const at = this.#now()
    if (!session || at - session.seenAt < touchEvery) return
    session.seenAt = at
    await base.transaction().execute((trx) => touchSession(trx, tokenHash, at))
  }

  /** Roles or names change: everybody's rights are looked up again at their next call. */
  forgetPeople({ afterwards }: Pick<Changing, 'afterwards'>): void {
    afterwards(() => this.#forget())
  }

  async end(
    { trx, afterwards }: Pick<Changing, 'trx' | 'afterwards'>,
    which: (session: SessionRow) => boolean,
  ) {
    const ended = [...this.#byHash.values()].filter(which).map((session) => session.tokenHash)
    await deleteSessions(trx, ended)
    afterwards(() => this.#drop(ended))
  }

  /** Ends what was idle or open too long; called now and then. */
  async endOld(base: Everything): Promise<void> {
    const old = [...this.#byHash.values()]
      .filter((session) => !this.#lives(session))
      .map((session) => session.tokenHash)
    if (old.length === 0) return
    await base.transaction().execute((trx) => deleteSessions(trx, old))
    this.#drop(old)
  }

  /** Everybody is out, as another base takes the place of the one that knew them. */
  dropAll(): void {
    this.#drop([...this.#byHash.keys()])
  }

  #lives(session: SessionRow): boolean {
    const at = this.#now()
    return at - session.seenAt < idleLimit && at - session.createdAt < ageLimit
  }

  #forget(): void {
    this.#age++
    this.#people.clear()
  }

  #drop(tokenHashes: readonly string[]): void {
    for (const tokenHash of tokenHashes) this.#byHash.delete(tokenHash)
    this.#forget()
    for (const tokenHash of tokenHashes) this.#ended(tokenHash)
  }
}
