import { sql } from 'kysely'
import type { CustomValue } from '../../app/contract/lists.ts'
import type { MassAct, massStates } from '../../app/contract/mass.ts'
import { among, insertMany, oneOf } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'
import { inScope, type ClientScope } from './visible.ts'
import { setBinned, touchClients } from './write.ts'

type State = (typeof massStates)[number]
export type Before = CustomValue | null

/** Columns of `clients` that are given to many at once. */
export type MassColumn =
  'status_id' | 'manager_id' | 'category_id' | 'source_id' | 'price_list_id' | 'language'

interface Change {
  readonly at: number
  readonly by: number
}

export async function insertMass(
  trx: Writing,
  { at, by, seat, act, found }: Change & { seat: string; act: MassAct; found: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('mass_changes')
    .values({ at, user_id: by, seat, act: JSON.stringify(act), state: 'running', found })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function setMassState(trx: Writing, id: number, state: State): Promise<void> {
  await trx.updateTable('mass_changes').set({ state }).where('id', '=', id).execute()
}

/** One of them, with how many clients it changed and how many were taken back. */
export async function readMass(base: Reading, id: number) {
  const row = await base
    .selectFrom('mass_changes')
    .leftJoin('users', 'users.id', 'user_id')
    .select(['mass_changes.id', 'at', 'users.name as by', 'user_id', 'seat', 'act', 'state', 'found'])
    .select((eb) => [
      eb
        .selectFrom('mass_change_clients')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('mass_id', '=', id)
        .as('changed'),
      eb
        .selectFrom('mass_change_clients')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('mass_id', '=', id)
        .where('undone_at', 'is not', null)
        .as('undone'),
    ])
    .where('mass_changes.id', '=', id)
    .executeTakeFirst()
  return (
    row && { ...row, act: JSON.parse(row.act) as MassAct, changed: row.changed ?? 0, undone: row.undone ?? 0 }
  )
}

/** Those that a crash or a power cut broke off. */
export const readMassUnderWay = (
  base: Reading,
): Promise<{ id: number; seat: string; user_id: number | null }[]> =>
  base
    .selectFrom('mass_changes')
    .select(['id', 'seat', 'user_id'])
    .where('state', 'in', ['running', 'undoing'])
    .execute()

export async function insertMassClients(
  trx: Writing,
  mass: number,
  clients: readonly { readonly id: number; readonly revision: number; readonly before: Before }[],
): Promise<void> {
  await insertMany(
    trx,
    'mass_change_clients',
    ['client_id', 'mass_id', 'revision', 'before'],
    clients.map(({ id, revision, before }) => [id, mass, revision, JSON.stringify(before)]),
  )
}

/** A stretch of the clients of a change by id, from behind one on; `left`: only those not taken back. */
export async function readMassClients(
  base: Reading,
  mass: number,
  { after, limit, left }: { after: number; limit: number; left: boolean },
) {
  const rows = await base
    .selectFrom('mass_change_clients')
    .select(['client_id as id', 'revision', 'before', 'undone_at'])
    .where('mass_id', '=', mass)
    .where('client_id', '>', after)
    .$if(left, (query) => query.where('undone_at', 'is', null))
    .orderBy('client_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, before: JSON.parse(row.before) as Before }))
}

/** A page of them. */
export async function pageOfMass(base: Reading, mass: number, offset: number, limit: number) {
  const rows = await base
    .selectFrom('mass_change_clients')
    .select(['client_id as id', 'before', 'undone_at'])
    .where('mass_id', '=', mass)
    .orderBy('client_id')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, before: JSON.parse(row.before) as Before }))
}

export async function setMassUndone(
  trx: Writing,
  mass: number,
  clients: readonly number[],
  at: number,
): Promise<void> {
  await trx
    .updateTable('mass_change_clients')
    .set({ undone_at: at })
    .where('mass_id', '=', mass)
    .where(among('client_id', clients))
    .execute()
}

/** What of a client a change is about: a column, a field of the office's own, one entry among its marks, its place in the bin. */
export type About =
  | { readonly column: MassColumn }
  | { readonly custom: number }
  | { readonly entry: number }
  | { readonly binned: true }

const pathOf = (custom: number): string => `$."${custom}"`

/** As JSON text: what stands there, of an entry 1 or 0, of the bin the moment. */
function valueOf(about: About) {
  if ('column' in about) return sql<string | null>`json_quote(${sql.ref(`clients.${about.column}`)})`
  if ('custom' in about) return sql<string | null>`clients.custom -> ${pathOf(about.custom)}`
  if ('binned' in about) return sql<string | null>`json_quote(clients.binned_at)`
  return sql<string | null>`json_quote(EXISTS (SELECT 1 FROM client_marks
    WHERE client_id = clients.id AND entry_id = ${about.entry}))`
}

/** How a client stands before such a change. */
export interface Standing {
  readonly id: number
  readonly revision: number
  readonly before: Before
  readonly binned: boolean
  readonly merged: boolean
}

/** Those of the clients that are reached, no more of them than what it is about. */
export async function readStanding(
  base: Reading,
  ids: readonly number[],
  about: About,
  scope: ClientScope,
): Promise<Standing[]> {
  const rows = await base
    .selectFrom('clients')
    .select(['clients.id', 'revision', 'binned_at', 'merged_into', valueOf(about).as('before')])
    .where(among('clients.id', ids))
    .where((eb) => inScope(eb, scope))
    .execute()
  return rows.map(({ id, revision, before, binned_at, merged_into }) => ({
    id,
    revision,
    before: before === null ? null : (JSON.parse(before) as Before),
    binned: binned_at !== null,
    merged: merged_into !== null,
  }))
}

/** Gives clients one value; their cards count as changed. */
export async function setValue(
  trx: Writing,
  ids: readonly number[],
  about: About,
  value: Before,
  change: Change,
): Promise<void> {
  if ('binned' in about) return setBinned(trx, ids, value as number | null, change)
  if ('entry' in about) {
    await setMarked(trx, ids, about.entry, value === 1)
    return touchClients(trx, ids, change)
  }
  await trx
    .updateTable('clients')
    .set((eb) => ({
      ...('column' in about
        ? { [about.column]: value as number | string | null }
        : {
            custom:
              value === null
                ? sql<string>`json_remove(custom, ${pathOf(about.custom)})`
                : sql<string>`json_set(custom, ${pathOf(about.custom)}, json(${JSON.stringify(value)}))`,
          }),
      changed_at: change.at,
      changed_by: change.by,
      revision: eb('revision', '+', 1),
    }))
    .where(among('id', ids))
    .execute()
}

/** Puts clients into a group, or takes them out of it. */
async function setMarked(trx: Writing, ids: readonly number[], entry: number, into: boolean): Promise<void> {
  if (into)
    await insertMany(
      trx,
      'client_marks',
      ['client_id', 'entry_id'],
      ids.map((id) => [id, entry]),
    )
  else
    await trx
      .deleteFrom('client_marks')
      .where('entry_id', '=', entry)
      .where(among('client_id', ids))
      .execute()
}

/** What was done to these clients together with others, the latest first. */
export async function readMassOf(
  base: Reading,
  clients: readonly number[],
  { before, limit }: { before: number | undefined; limit: number },
) {
  const rows = await base
    .selectFrom('mass_change_clients')
    .innerJoin('mass_changes', 'mass_changes.id', 'mass_id')
    .leftJoin('users', 'users.id', 'mass_changes.user_id')
    .select(['mass_id as id', 'client_id', 'mass_changes.at', 'users.name as by', 'seat', 'act', 'before'])
    .select('undone_at')
    .where(oneOf('client_id', clients))
    .$if(before !== undefined, (query) => query.where('mass_id', '<', before!))
    .orderBy('mass_id', 'desc')
    .limit(limit)
    .execute()
  return (
    rows
      // Of cards that were merged since, one may have changed together with the other.
      .filter((row, at) => rows.findIndex(({ id }) => id === row.id) === at)
      .map((row) => ({
        ...row,
        act: JSON.parse(row.act) as MassAct,
        before: JSON.parse(row.before) as Before,
      }))
  )
}
