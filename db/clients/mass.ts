import type { MassAct, massStates } from '../../app/contract/mass.ts'
import { among, insertMany, oneOf } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

type State = (typeof massStates)[number]
export type Before = number | string | null

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

/** What clients may have already: a value, an entry or not, a place in the bin or not. */
export type Having =
  | { readonly column: MassColumn; readonly value: Before }
  | { readonly entry: number; readonly has: boolean }
  | { readonly binned: boolean }

/** How many of these clients have it. */
export async function countHaving(base: Reading, ids: readonly number[], having: Having): Promise<number> {
  const { count } = await base
    .selectFrom('clients')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(among('clients.id', ids))
    .$if('column' in having, (query) => {
      const { column, value } = having as Extract<Having, { column: unknown }>
      return query.where(column, value === null ? 'is' : '=', value)
    })
    .$if('binned' in having, (query) =>
      query.where(
        'binned_at',
        (having as Extract<Having, { binned: unknown }>).binned ? 'is not' : 'is',
        null,
      ),
    )
    .$if('entry' in having, (query) =>
      query.where((eb) => {
        const { entry, has } = having as Extract<Having, { entry: unknown }>
        const marked = eb.exists(
          eb
            .selectFrom('client_marks')
            .select('client_id')
            .whereRef('client_id', '=', 'clients.id')
            .where('entry_id', '=', entry),
        )
        return has ? marked : eb.not(marked)
      }),
    )
    .executeTakeFirstOrThrow()
  return count
}

/** Gives clients one value. */
export async function setColumn(
  trx: Writing,
  ids: readonly number[],
  column: MassColumn,
  value: Before,
  change: Change,
): Promise<void> {
  await trx
    .updateTable('clients')
    .set((eb) => ({
      [column]: value,
      changed_at: change.at,
      changed_by: change.by,
      revision: eb('revision', '+', 1),
    }))
    .where(among('id', ids))
    .execute()
}

/** Puts clients into a group, or takes them out of it; their cards count as changed. */
export async function setMarked(
  trx: Writing,
  ids: readonly number[],
  entry: number,
  into: boolean,
): Promise<void> {
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
