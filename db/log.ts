import { sql, type Selectable } from 'kysely'
import type { Operation } from '../app/contract/log.ts'
import { inScope, type ClientScope } from './clients/visible.ts'
import { among, insertMany } from './dialect.ts'
import type { Reading, Tables, Writing } from './tables.ts'

export interface OperationRow {
  at: number
  userId: number | null
  seat: string
  action: string
  subject?: { readonly type: string; readonly id: number; readonly name: string } | undefined
  changes: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[]
}

export async function insertOperations(trx: Writing, operations: readonly OperationRow[]): Promise<void> {
  await insertMany(
    trx,
    'operations',
    ['at', 'user_id', 'seat', 'action', 'subject_type', 'subject_id', 'subject_name', 'changes'],
    operations.map(({ at, userId, seat, action, subject, changes }) => [
      at, userId, seat, action, subject?.type ?? null, subject?.id ?? null, subject?.name ?? null, JSON.stringify(changes),
    ]), // prettier-ignore
  )
}

export interface OperationFilter {
  text?: string | undefined
  userId?: number | undefined
  action?: string | undefined
  from?: number | undefined
  to?: number | undefined
  /** The group they are in. */
  within?: LogGroup | undefined
  /** One record, or those that were merged into one. */
  subject?: { type: string; ids: readonly number[] } | undefined
}

/** Which clients' entries may be read: those of all, of those the person reaches, or none. */
export type ReadableClients = 'all' | 'none' | ClientScope

/** Lines of the log that have something in common. */
export interface LogGroup {
  /** YYYY-MM-DD, here at the office. */
  readonly when?: string | undefined
  /** Null: nobody was signed in. */
  readonly who?: number | null | undefined
  /** By the beginning of their actions, or by not beginning so. */
  readonly parts?: { readonly of: readonly string[]; readonly not: boolean } | undefined
  readonly what?: string | undefined
}

/** Who did it: at the door nobody is signed in yet, there it is whom the line is about. */
const doer = sql<
  number | null
>`coalesce(operations.user_id, iif(operations.action = 'door.signIn', operations.subject_id, NULL))`
const day = sql<string>`date(operations.at / 1000, 'unixepoch', 'localtime')`
const part = sql<string>`substr(operations.action, 1, instr(operations.action, '.') - 1)`

/** The lines that are asked for and may be read. */
function matchingOperations(base: Reading, filter: OperationFilter, clients: ReadableClients) {
  const { text, userId, action, from, to, subject, within = {} } = filter
  const { when, who, parts, what } = within
  return base
    .selectFrom('operations')
    .leftJoin('users', 'users.id', 'operations.user_id')
    .$if(userId !== undefined, (query) => query.where('operations.user_id', '=', userId!))
    .$if(when !== undefined, (query) =>
      query.where('at', '>=', midnight(when!, 0)).where('at', '<', midnight(when!, 1)),
    )
    .$if(who !== undefined, (query) => query.where(doer, 'is', who!))
    .$if(parts !== undefined, (query) => query.where(part, parts!.not ? 'not in' : 'in', parts!.of))
    .$if(what !== undefined, (query) => query.where('action', '=', what!))
    .$if(action !== undefined, (query) => query.where('action', '=', action!))
    .$if(from !== undefined, (query) => query.where('at', '>=', from!))
    .$if(to !== undefined, (query) => query.where('at', '<', to!))
    .$if(subject !== undefined, (query) =>
      query.where('subject_type', '=', subject!.type).where(among('subject_id', subject!.ids)),
    )
    .$if(clients === 'none', (query) => query.where('subject_type', 'is distinct from', 'client'))
    .$if(typeof clients === 'object', (query) =>
      query.where((eb) => {
        const own = eb
          .selectFrom('clients')
          .select('id')
          .where((some) => inScope(some, clients as ClientScope))
        return eb.or([eb('subject_type', 'is distinct from', 'client'), eb('subject_id', 'in', own)])
      }),
    )
    .$if(Boolean(text), (query) =>
      query.where((eb) => {
        const pattern = `%${text!.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
        return eb.or(
          (['subject_name', 'users.name', 'action'] as const).map(
            (column) => sql<boolean>`${eb.ref(column)} LIKE ${pattern} ESCAPE '\\'`,
          ),
        )
      }),
    )
}

const midnight = (day: string, later: number): number => {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date! + later).getTime()
}

/** How many lines there are of each day, the latest first, of each person or of each action. */
export async function readOperationGroups(
  base: Reading,
  filter: OperationFilter,
  by: 'when' | 'who' | 'what',
  clients: ReadableClients,
): Promise<{ key: string | number | null; name: string | null; count: number }[]> {
  const keys = { when: day, who: doer, what: sql<string>`operations.action` }
  const counted = matchingOperations(base, filter, clients)
    .select([
      sql<string | number | null>`${keys[by]}`.as('key'),
      (eb) => eb.fn.countAll<number>().as('count'),
    ])
    .groupBy('key')
  const groups = await base
    .selectFrom(counted.as('counted'))
    .leftJoin('users', (join) =>
      join.onRef('users.id', '=', 'counted.key').on(sql`${by === 'who' ? 1 : 0}`, '=', 1),
    )
    .select(['counted.key', 'counted.count', 'users.name'])
    .orderBy('key', 'desc')
    .execute()
  return groups
}

/** A page of the log, newest first, with how many there are in all. */
export async function readOperations(
  base: Reading,
  filter: OperationFilter,
  offset: number,
  limit: number,
  clients: ReadableClients = 'all',
): Promise<{ total: number; rows: Operation[] }> {
  const matching = matchingOperations(base, filter, clients)
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await matching
    .select(operationColumns)
    .orderBy('operations.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return {
    total,
    rows: rows.map(operationOf),
  }
}

/** What of the log is read for a person, joined with `users`. */
export const operationColumns = [
  'operations.id',
  'operations.at',
  'seat',
  'action',
  'subject_type',
  'subject_id',
  'subject_name',
  'changes',
  'users.name as by',
] as const

export const operationOf = (
  row: Omit<Selectable<Tables['operations']>, 'user_id'> & { by: string | null },
): Operation => ({
  id: row.id,
  at: row.at,
  by: row.by,
  seat: row.seat,
  action: row.action,
  subject:
    row.subject_type === null || row.subject_id === null
      ? null
      : { type: row.subject_type, id: row.subject_id, name: row.subject_name ?? '' },
  changes: JSON.parse(row.changes) as Operation['changes'],
})

/** The stored answer to a command that came before, if it did. */
export async function readCommandKey(base: Reading, key: string) {
  return base.selectFrom('command_keys').selectAll().where('key', '=', key).executeTakeFirst()
}

export async function insertCommandKey(
  trx: Writing,
  row: { key: string; userId: number; fingerprint: string; output: string; at: number },
): Promise<void> {
  const { userId, ...rest } = row
  await trx
    .insertInto('command_keys')
    .values({ ...rest, user_id: userId })
    .execute()
}

export async function forgetCommandKeys(trx: Writing, before: number): Promise<void> {
  await trx.deleteFrom('command_keys').where('at', '<', before).execute()
}
