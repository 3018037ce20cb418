import type { RateDraft } from '../../app/contract/callRates.ts'
import { fold } from '../../app/folding.ts'
import type { Rate, RateTable } from '../../app/rates.ts'
import { among, insertMany } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'

/** A table without its rates. */
export type StoredTable = Omit<RateTable, 'rates'>

const tableRows = (base: Reading) =>
  base
    .selectFrom('rate_tables')
    .select(['id', 'name', 'connection_id', 'line', 'direction', 'currency', 'valid_from', 'monthly'])
    .select('allowed')

const tableOf = (row: Awaited<ReturnType<ReturnType<typeof tableRows>['execute']>>[number]): StoredTable => ({
  id: row.id,
  name: row.name,
  connectionId: row.connection_id,
  line: row.line,
  direction: row.direction,
  currency: row.currency,
  validFrom: row.valid_from,
  monthly: row.monthly,
  allowed: row.allowed === 1,
})

/** Tables in use, by name and first day. */
export async function readTables(base: Reading): Promise<StoredTable[]> {
  const rows = await tableRows(base)
    .where('removed_at', 'is', null)
    .orderBy('folded')
    .orderBy('valid_from')
    .execute()
  return rows.map(tableOf)
}

/** One table, in use or not. */
export async function readTable(base: Reading, id: number): Promise<StoredTable | undefined> {
  const row = await tableRows(base).where('id', '=', id).executeTakeFirst()
  return row && tableOf(row)
}

/** The table in use that has this name and first day. */
export async function tableNamed(
  base: Reading,
  name: string,
  validFrom: string,
): Promise<number | undefined> {
  const row = await base
    .selectFrom('rate_tables')
    .select('id')
    .where('folded', '=', fold(name))
    .where('valid_from', '=', validFrom)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Writes a new one or over one; gives back its id. */
export async function writeTable(
  trx: Writing,
  { id, ...table }: Omit<StoredTable, 'id'> & { id?: number | undefined },
): Promise<number> {
  const values = {
    name: table.name,
    folded: fold(table.name),
    connection_id: table.connectionId,
    line: table.line,
    direction: table.direction,
    currency: table.currency,
    valid_from: table.validFrom,
    monthly: table.monthly,
    allowed: table.allowed ? 1 : 0,
  }
  if (id === undefined) {
    const made = await trx
      .insertInto('rate_tables')
      .values({ ...values, removed_at: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return made.id
  }
  await trx.updateTable('rate_tables').set(values).where('id', '=', id).execute()
  return id
}

export async function setTableRemoved(trx: Writing, id: number, at: number | null): Promise<void> {
  await trx.updateTable('rate_tables').set({ removed_at: at }).where('id', '=', id).execute()
}

export type StoredRate = Rate & { readonly tableId: number; readonly removed: boolean }

const rateRows = (base: Reading) =>
  base
    .selectFrom('rates')
    .select(['id', 'table_id', 'prefix', 'name', 'per', 'price', 'connection', 'least', 'free_seconds'])
    .select(['first_step', 'next_step', 'days', 'from_minute', 'until_minute', 'removed_at'])

const rateOf = (row: Awaited<ReturnType<ReturnType<typeof rateRows>['execute']>>[number]): StoredRate => ({
  id: row.id,
  tableId: row.table_id,
  prefix: row.prefix,
  name: row.name,
  per: row.per,
  price: row.price,
  connection: row.connection,
  least: row.least,
  freeSeconds: row.free_seconds,
  firstStep: row.first_step,
  nextStep: row.next_step,
  days: row.days,
  hours:
    row.from_minute === null || row.until_minute === null
      ? null
      : { from: row.from_minute, until: row.until_minute },
  removed: row.removed_at !== null,
})

/** The rates in use of one table, by prefix. */
export async function readRates(base: Reading, table: number): Promise<StoredRate[]> {
  const rows = await rateRows(base)
    .where('table_id', '=', table)
    .where('removed_at', 'is', null)
    .orderBy('prefix')
    .orderBy('days')
    .orderBy('id')
    .execute()
  return rows.map(rateOf)
}

/** Every table in use with its rates: what calls are priced by. */
export async function readPrices(base: Reading): Promise<RateTable[]> {
  const tables = await readTables(base)
  const rows = await rateRows(base).where('removed_at', 'is', null).execute()
  const byTable = Map.groupBy(rows.map(rateOf), ({ tableId }) => tableId)
  return tables.map((table) => ({ ...table, rates: byTable.get(table.id) ?? [] }))
}

/** How many rates in use each table has. */
export async function countRates(base: Reading): Promise<Map<number, number>> {
  const rows = await base
    .selectFrom('rates')
    .select((eb) => ['table_id', eb.fn.countAll<number>().as('count')])
    .where('removed_at', 'is', null)
    .groupBy('table_id')
    .execute()
  return new Map(rows.map(({ table_id, count }) => [table_id, count]))
}

export async function readRate(base: Reading, id: number): Promise<StoredRate | undefined> {
  const row = await rateRows(base).where('id', '=', id).executeTakeFirst()
  return row && rateOf(row)
}

const columnsOf = (rate: RateDraft) => ({
  prefix: rate.prefix,
  name: rate.name,
  per: rate.per,
  price: rate.price,
  connection: rate.connection,
  least: rate.least,
  free_seconds: rate.freeSeconds,
  first_step: rate.firstStep,
  next_step: rate.nextStep,
  days: rate.days,
  from_minute: rate.hours?.from ?? null,
  until_minute: rate.hours?.until ?? null,
})

export async function insertRate(trx: Writing, table: number, rate: RateDraft, at: number): Promise<number> {
  const made = await trx
    .insertInto('rates')
    .values({ table_id: table, ...columnsOf(rate), changed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function updateRate(trx: Writing, id: number, rate: RateDraft, at: number): Promise<void> {
  await trx
    .updateTable('rates')
    .set({ ...columnsOf(rate), changed_at: at })
    .where('id', '=', id)
    .execute()
}

export async function setRateRemoved(trx: Writing, id: number, removed: boolean, at: number): Promise<void> {
  await trx
    .updateTable('rates')
    .set({ removed_at: removed ? at : null, removed_by: null, changed_at: at })
    .where('id', '=', id)
    .execute()
}

/** Takes a file's rates into a table: those it replaces go out of use with it, and come back with it. */
export async function insertImport(
  trx: Writing,
  given: { table: number; by: number; at: number; add: readonly RateDraft[]; remove: readonly number[] },
): Promise<number> {
  const { id } = await trx
    .insertInto('rate_imports')
    .values({ table_id: given.table, at: given.at, user_id: given.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('rates')
    .set({ removed_at: given.at, removed_by: id, changed_at: given.at })
    .where(among('id', given.remove))
    .execute()
  const columns = [
    'table_id',
    'changed_at',
    'added_by',
    ...(Object.keys(columnsOf(given.add[0] ?? noRate)) as (keyof ReturnType<typeof columnsOf>)[]),
  ] satisfies (keyof Tables['rates'])[]
  await insertMany(
    trx,
    'rates',
    columns,
    given.add.map((rate) => [given.table, given.at, id, ...Object.values(columnsOf(rate))]),
  )
  return id
}

const noRate: RateDraft = {
  prefix: '',
  name: '',
  per: 'minute',
  price: 0,
  connection: 0,
  least: 0,
  freeSeconds: 0,
  firstStep: 1,
  nextStep: 1,
  days: 'all',
  hours: null,
}

export interface StoredImport {
  readonly tableId: number
  readonly undone: boolean
  /** Whether the table is still as the file left it. */
  readonly untouched: boolean
}

export async function readImport(base: Reading, id: number): Promise<StoredImport | undefined> {
  const row = await base
    .selectFrom('rate_imports')
    .select(['table_id', 'at', 'undone_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  // Whatever was changed since has a later moment, or was taken in by a later file.
  const { later } = await base
    .selectFrom('rates')
    .select((eb) => eb.fn.countAll<number>().as('later'))
    .where('table_id', '=', row.table_id)
    .where((eb) => eb.or([eb('changed_at', '>', row.at), eb('added_by', '>', id), eb('removed_by', '>', id)]))
    .executeTakeFirstOrThrow()
  return { tableId: row.table_id, undone: row.undone_at !== null, untouched: later === 0 }
}

/** Brings a table back to what it was before a file. */
export async function undoImport(trx: Writing, id: number, at: number): Promise<void> {
  await trx
    .updateTable('rates')
    .set({ removed_at: at, changed_at: at })
    .where('added_by', '=', id)
    .where('removed_at', 'is', null)
    .execute()
  await trx
    .updateTable('rates')
    .set({ removed_at: null, removed_by: null, changed_at: at })
    .where('removed_by', '=', id)
    .execute()
  await trx.updateTable('rate_imports').set({ undone_at: at }).where('id', '=', id).execute()
}
