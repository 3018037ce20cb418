import { createHash } from 'node:crypto'
import type { ProcedureMeta } from '../../app/contract/procedure.ts'
import { Refusal } from '../../app/errors.ts'
import type { OfficeEvent } from '../../app/events.ts'
import { may } from '../../app/rights.ts'
import { writeLightly } from '../../db/connection.ts'
import { insertCommandKey, insertOperations, readCommandKey, type OperationRow } from '../../db/log.ts'
import type { Reading, Writing } from '../../db/tables.ts'
import { note } from './notebook.ts'
import type { Office } from './office.ts'
import { hashToken } from './sessions.ts'
import type { Actor, AtDoor, Caller, Changing, LongWork, Look, Work } from './work.ts'

/** Any service, as the router sees it; `Services` gives each its own types. */
export type AnyService = (given: never, input: never) => Promise<unknown>

/**
 * Who calls, and may they: asked before the input is even looked at. Null at the door, where nobody is signed in.
 * Throws NOT_SIGNED_IN, NO_RIGHT; BUSY while a backup is being restored.
 */
export async function admit(office: Office, meta: ProcedureMeta, caller: Caller): Promise<Actor | null> {
  if (meta.access === 'open') return null
  const { token, seat } = caller
  if (token === null || office.vanished) throw new Refusal('NOT_SIGNED_IN')
  return office.use(async () => {
    const actor = await allowed(office, office.reading, meta, hashToken(token), seat)
    office.sessions
      .touch(office.writing, actor.session)
      .catch((error: unknown) => note('warn', 'touch', error))
    return actor
  })
}

async function allowed(
  office: Office,
  base: Reading,
  { access }: ProcedureMeta,
  session: string,
  seat: string,
): Promise<Actor> {
  const actor = await office.sessions.person(base, session, seat)
  if (!actor) throw new Refusal('NOT_SIGNED_IN')
  if (access !== 'signed-in' && access !== 'open' && !may(actor.grant, access))
    throw new Refusal('NO_RIGHT', { right: access })
  return actor
}

/** One call that has been let in. */
export interface Admitted {
  readonly office: Office
  /** The procedure, as area.name. */
  readonly action: string
  readonly meta: ProcedureMeta
  readonly caller: Caller
  /** As `admit` found them. */
  readonly actor: Actor | null
  /** Of a command: the same key again means the same command again. */
  readonly commandKey: string | undefined
  readonly signal: AbortSignal | undefined
}

/**
 * Everything that stands around a service, once: the transaction, the same command twice, the operation log, and the
 * events that are told when it is done.
 */
export async function perform(admitted: Admitted, service: AnyService, input: unknown): Promise<unknown> {
  const { office, action, meta, caller, actor, commandKey, signal } = admitted
  const call = service as (given: AtDoor | Look | Work | LongWork, input: unknown) => Promise<unknown>
  if (actor === null) return office.use(() => call({ office, caller }, input))
  const look: Look = { office, base: office.reading, actor, signal }
  switch (meta.kind) {
    case 'read':
      return office.use(() => call(look, input))
    case 'task':
      return call({ ...look, action, write: (change, how) => write(look, action, change, how) }, input)
    default:
      return write(look, action, async (work) => {
        // Once more, as they may have been signed out while the command waited for its turn.
        const now = await allowed(office, work.trx, meta, actor.session, actor.seat)
        const turn = { ...work, actor: now }
        return once(turn, action, commandKey, input, () => call(turn, input))
      })
  }
}

/** Runs a change in one transaction: its rows, its log and, when all is safely written, its events. */
async function write<T>(
  look: Look,
  action: string,
  change: (work: Work) => Promise<T>,
  how?: 'lightly',
): Promise<T> {
  // The base that a long call began with may have been exchanged for a backup, and its person with it.
  if (look.office.vanished || look.base !== look.office.reading) throw new Refusal('NOT_SIGNED_IN')
  return writeAs(
    look.office,
    look.actor,
    look.actor.seat,
    action,
    (changing) => change({ ...look, base: changing.trx, ...changing }),
    how,
  )
}

/** The same for changes that nobody signed in makes: the first start, a sign-in, an import by the command line. */
export async function writeAs<T>(
  office: Office,
  actor: Actor | null,
  seat: string,
  action: string,
  change: (changing: Changing) => Promise<T>,
  how?: 'lightly',
): Promise<T> {
  return office.use(async () => {
    const at = office.now()
    const events: OfficeEvent[] = []
    const afterwards: (() => void)[] = []
    const transact = <R>(within: (trx: Writing) => Promise<R>) =>
      how === 'lightly'
        ? writeLightly(office.connection, within)
        : office.writing.transaction().execute(within)
    const result = await transact(async (trx) => {
      const operations: OperationRow[] = []
      const done = await change({
        trx,
        at,
        log: ({ subject, changes }) =>
          operations.push({ at, userId: actor?.userId ?? null, seat, action, subject, changes }),
        tell: (event) => events.push(event),
        afterwards: (then) => afterwards.push(then),
      })
      await insertOperations(trx, operations)
      if (operations.length > 0) events.push({ type: 'log.changed' })
      return done
    })
    // It is written, whatever becomes of telling it.
    for (const then of [...afterwards, ...events.map((event) => () => office.tell(event))]) {
      try {
        then()
      } catch (error) {
        note('error', `after ${action}`, error)
      }
    }
    return result
  })
}

/** A command with a key that was carried out before is answered as then, and happens once. Throws KEY_REUSED where it is another. */
async function once(
  work: Work,
  action: string,
  key: string | undefined,
  input: unknown,
  carryOut: () => Promise<unknown>,
): Promise<unknown> {
  if (key === undefined) return carryOut()
  const { userId } = work.actor
  const asked = createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('base64url')
  const fingerprint = `${action} ${asked}`
  const before = await readCommandKey(work.trx, key)
  if (before) {
    if (before.user_id !== userId || before.fingerprint !== fingerprint) throw new Refusal('KEY_REUSED')
    return JSON.parse(before.output)
  }
  const output = await carryOut()
  await insertCommandKey(work.trx, { key, userId, fingerprint, output: JSON.stringify(output), at: work.at })
  return output
}
