import type { ProcedureMeta } from '../../app/contract/procedure.ts'
import { Refusal } from '../../app/errors.ts'
import type { OfficeEvent } from '../../app/events.ts'
import { may } from '../../app/rights.ts'
import { insertCommandKey, insertOperations, readCommandKey, type OperationRow } from '../../db/log.ts'
import type { Office } from './office.ts'
import type { Actor, AtDoor, Caller, LongWork, Look, Work } from './work.ts'

/** Any service, as the router sees it; `Services` gives each its own types. */
export type AnyService = (given: never, input: never) => Promise<unknown>

/**
 * Everything that stands around a service, once: who calls, may they, the transaction, the same command twice,
 * the operation log, and the events that are told when it is done.
 */
export async function perform(
  office: Office,
  action: string,
  meta: ProcedureMeta,
  service: AnyService,
  input: unknown,
  { caller, commandKey }: { readonly caller: Caller; readonly commandKey?: string | undefined },
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const call = service as (given: AtDoor | Look | Work | LongWork, input: unknown) => Promise<unknown>
  if (meta.access === 'open') return call({ office, caller }, input)

  const actor = await office.sessions.actor(office.reading, caller.token, caller.seat)
  if (!actor) throw new Refusal('NOT_SIGNED_IN')
  void office.sessions.touch(office.writing, actor.session)
  if (meta.access !== 'signed-in' && !may(actor.grant, meta.access))
    throw new Refusal('NO_RIGHT', { right: meta.access })

  const look: Look = { office, base: office.reading, actor, signal }
  switch (meta.kind) {
    case 'read':
      return call(look, input)
    case 'task':
      return call({ ...look, action, write: (change) => write(look, action, change) }, input)
    default:
      return write(look, action, (work) => once(work, action, commandKey, () => call(work, input)))
  }
}

/** Runs a change in one transaction: its rows, its log and, when all is safely written, its events. */
export async function write<T>(look: Look, action: string, change: (work: Work) => Promise<T>): Promise<T> {
  return writeAs(look.office, look.actor, look.actor.seat, action, (writing) =>
    change({ ...look, base: writing.trx, ...writing }),
  )
}

/** The same for changes that nobody signed in makes: the first start, a sign-in, an import by the command line. */
export async function writeAs<T>(
  office: Office,
  actor: Actor | null,
  seat: string,
  action: string,
  change: (writing: Pick<Work, 'trx' | 'at' | 'log' | 'tell' | 'afterwards'>) => Promise<T>,
): Promise<T> {
  const at = office.now()
  const events: OfficeEvent[] = []
  const afterwards: (() => void)[] = []
  const result = await office.writing.transaction().execute(async (trx) => {
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
    return done
  })
  for (const then of afterwards) then()
  for (const event of events) office.tell(event)
  return result
}

/** A command with a key that was carried out before is answered as then, and happens once. */
async function once(
  work: Work,
  action: string,
  key: string | undefined,
  carryOut: () => Promise<unknown>,
): Promise<unknown> {
  if (key === undefined) return carryOut()
  const { userId } = work.actor
  const before = await readCommandKey(work.trx, key)
  if (before) {
    if (before.user_id !== userId || before.fingerprint !== action) throw new Refusal('KEY_REUSED')
    return JSON.parse(before.output)
  }
  const output = await carryOut()
  await insertCommandKey(work.trx, {
    key,
    userId,
    fingerprint: action,
    output: JSON.stringify(output),
    at: work.at,
  })
  return output
}
