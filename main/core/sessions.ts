import { createHash, randomBytes } from 'node:crypto'
import {
  deleteAllSessions,
  deleteSessions,
  insertSession,
  readSessions,
  touchSession,
  type SessionRow,
} from '../../db/sessions.ts'
import { readUser, type UserRow } from '../../db/staff.ts'
import type { Everything, Reading, Writing } from '../../db/tables.ts'
import { hideableFields, ownableAreas, rights, type Grant } from '../../app/rights.ts'
import type { Actor } from './work.ts'

const hour = 3_600_000
/** A session ends when nobody used it for this long … */
const idleLimit = 12 * hour
/** … and in any case after this. */
const ageLimit = 30 * 24 * hour
/** Seen times are written at most this often. */
const touchEvery = 5 * 60_000

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** What several roles come to together: any right that one gives; limits only where every role has them. */
export function joinGrants(grants: readonly Grant[]): Grant {
  return {
    rights: rights.filter((right) => grants.some((grant) => grant.rights.includes(right))),
    ownOnly: ownableAreas.filter((area) => grants.every((grant) => grant.ownOnly.includes(area))),
    hidden: hideableFields.filter((field) => grants.every((grant) => grant.hidden.includes(field))),
  }
}

/** Who is signed in. Kept in memory so that every call is checked anew without asking the base. */
export class Sessions {
  readonly #byHash = new Map<string, SessionRow>()
  readonly #actors = new Map<string, Actor>()
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
  async start(trx: Writing, user: UserRow, seat: string): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const at = this.#now()
    const row = { tokenHash: hashToken(token), userId: user.id, seat, createdAt: at, seenAt: at }
    await insertSession(trx, row)
    this.#byHash.set(row.tokenHash, row)
    return token
  }

  /** The person behind a token, with what they may do as it is now; undefined where the session has ended. */
  async actor(base: Reading, token: string | null, seat: string): Promise<Actor | undefined> {
    if (token === null) return undefined
    const session = this.#byHash.get(hashToken(token))
    if (!session || !this.#lives(session)) return undefined
    const known = this.#actors.get(session.tokenHash)
    if (known) return known
    const user = await readUser(base, session.userId)
    if (!user?.active) return undefined
    const grant = joinGrants(user.roles.map((role) => role.grant))
    const actor = { userId: user.id, name: user.name, grant, session: session.tokenHash, seat }
    this.#actors.set(session.tokenHash, actor)
    return actor
  }

  /** Notes that the session is in use; written now and then only. */
  async touch(base: Everything, tokenHash: string): Promise<void> {
    const session = this.#byHash.get(tokenHash)
    const at = this.#now()
    if (!session || at - session.seenAt < touchEvery) return
    session.seenAt = at
    await base.transaction().execute((trx) => touchSession(trx, tokenHash, at))
  }

  /** Roles or names changed: everybody's rights are looked up again at their next call. */
  forgetActors(): void {
    this.#actors.clear()
  }

  async end(trx: Writing, which: (session: SessionRow) => boolean): Promise<void> {
    const ended = [...this.#byHash.values()].filter(which).map((session) => session.tokenHash)
    await deleteSessions(trx, ended)
    this.#drop(ended)
  }

  /** Ends what was idle or open too long; called now and then. */
  async endOld(base: Everything): Promise<void> {
    if ([...this.#byHash.values()].every((session) => this.#lives(session))) return
    await base.transaction().execute((trx) => this.end(trx, (session) => !this.#lives(session)))
  }

  async endAll(base: Everything): Promise<void> {
    await base.transaction().execute((trx) => deleteAllSessions(trx))
    this.#drop([...this.#byHash.keys()])
  }

  #lives(session: SessionRow): boolean {
    const at = this.#now()
    return at - session.seenAt < idleLimit && at - session.createdAt < ageLimit
  }

  #drop(tokenHashes: readonly string[]): void {
    for (const tokenHash of tokenHashes) {
      this.#byHash.delete(tokenHash)
      this.#actors.delete(tokenHash)
      this.#ended(tokenHash)
    }
  }
}
