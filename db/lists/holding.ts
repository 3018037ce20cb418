import { sql } from 'kysely'
import type { ListId } from '../../app/contract/lists.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** Where a client names entries of a list: a column of its own, among its marks, or among its custom values. */
const columns = {
  status: 'status_id',
  category: 'category_id',
  source: 'source_id',
  price: 'price_list_id',
} as const
type OneOf = keyof typeof columns

const isOneOf = (list: ListId): list is OneOf => list in columns
const isMark = (list: ListId): boolean => list === 'relation' || list === 'group'
const valueAt = (list: ListId): string => `$."${list.slice('field.'.length)}"`

/** How many clients, those in the bin too, have each entry, by its id. For a reader: it looks at every client. */
export async function countUses(base: Reading): Promise<Record<string, number>> {
  const uses: Record<string, number> = {}
  const add = (rows: readonly { entry: number | null; count: number }[]) => {
    for (const { entry, count } of rows) if (entry !== null) uses[entry] = count
  }
  for (const column of Object.values(columns))
    add(
      // eslint-disable-next-line no-await-in-loop -- one connection
      await base
        .selectFrom('clients')
        .select((eb) => [`${column} as entry`, eb.fn.countAll<number>().as('count')])
        .where(column, 'is not', null)
        .groupBy(column)
        .execute(),
    )
  add(
    await base
      .selectFrom('client_marks')
      .select((eb) => ['entry_id as entry', eb.fn.countAll<number>().as('count')])
      .groupBy('entry_id')
      .execute(),
  )
  const choices = await base.selectFrom('custom_fields').select('id').where('type', '=', 'choice').execute()
  for (const { id } of choices)
    add(
      // eslint-disable-next-line no-await-in-loop -- the same
      await base
        .selectFrom('clients')
        .select((eb) => [valueOf(`field.${id}`).as('entry'), eb.fn.countAll<number>().as('count')])
        .where('custom', '!=', '{}')
        .groupBy('entry')
        .execute(),
    )
  return uses
}

const valueOf = (list: ListId) => sql<number | null>`json_extract(custom, ${valueAt(list)})`

/** Ids of the clients that have the entry. For a reader. */
export async function readHolders(base: Reading, list: ListId, entry: number): Promise<number[]> {
  const rows = isMark(list)
    ? await base.selectFrom('client_marks').select('client_id as id').where('entry_id', '=', entry).execute()
    : await base
        .selectFrom('clients')
        .select('id')
        .$if(isOneOf(list), (query) => query.where(columns[list as OneOf], '=', entry))
        .$if(!isOneOf(list), (query) => query.where('custom', '!=', '{}').where(valueOf(list), '=', entry))
        .execute()
  return rows.map((row) => row.id)
}

/** Of these clients those that have the entry get the other one instead. */
export async function exchangeEntry(
  trx: Writing,
  list: ListId,
  ids: readonly number[],
  from: number,
  into: number,
): Promise<void> {
  if (isMark(list)) {
    await trx
      .insertInto('client_marks')
      .columns(['client_id', 'entry_id'])
      .expression((eb) =>
        eb
          .selectFrom('client_marks')
          .select(['client_id', sql.lit(into).as('entry_id')])
          .where('entry_id', '=', from)
          .where(among('client_id', ids)),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await trx.deleteFrom('client_marks').where('entry_id', '=', from).where(among('client_id', ids)).execute()
    return
  }
  if (isOneOf(list)) {
    const column = columns[list]
    await trx
      .updateTable('clients')
      .set({ [column]: into })
      .where(among('id', ids))
      .where(column, '=', from)
      .execute()
    return
  }
  await trx
    .updateTable('clients')
    .set({ custom: sql<string>`json_set(custom, ${valueAt(list)}, ${sql.lit(into)})` })
    .where(among('id', ids))
    .where(valueOf(list), '=', from)
    .execute()
}

/** Gives marks back beside those that a client has. */
export async function addMarks(trx: Writing, ids: readonly number[], entry: number): Promise<void> {
  await trx
    .insertInto('client_marks')
    .columns(['client_id', 'entry_id'])
    .expression((eb) =>
      eb
        .selectFrom('clients')
        .select(['id', sql.lit(entry).as('entry_id')])
        .where(among('id', ids)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
