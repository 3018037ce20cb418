import type { CallResult, CallRules } from '../../app/calling.ts'
import type { CallListState } from '../../app/contract/callLists.ts'
import { fold } from '../../app/folding.ts'
import type { Reading, Writing } from '../tables.ts'

/** A list as it is stored, with its maker's name. */
export interface CallListRow {
  readonly id: number
  readonly name: string
  readonly script: string
  readonly rules: CallRules
  readonly callers: number[]
  readonly state: CallListState
  readonly maker: string | null
  readonly createdAt: number
}

const lists = (base: Reading) =>
  base
    .selectFrom('call_lists')
    .leftJoin('users', 'users.id', 'call_lists.user_id')
    .select([
      'call_lists.id',
      'call_lists.name',
      'script',
      'rules',
      'callers',
      'state',
      'users.name as maker',
      'call_lists.created_at as createdAt',
    ])

const readable = <Row extends { rules: string; callers: string }>(row: Row) => ({
  ...row,
  rules: JSON.parse(row.rules) as CallRules,
  callers: JSON.parse(row.callers) as number[],
})

/** All lists, the newest first. */
export async function readCallLists(base: Reading): Promise<CallListRow[]> {
  return (await lists(base).orderBy('call_lists.id', 'desc').execute()).map(readable)
}

export async function readCallList(base: Reading, id: number): Promise<CallListRow | undefined> {
  const row = await lists(base).where('call_lists.id', '=', id).executeTakeFirst()
  return row && readable(row)
}

export async function callListOfName(base: Reading, name: string): Promise<number | undefined> {
  const row = await base
    .selectFrom('call_lists')
    .select('id')
    .where('folded', '=', fold(name))
    .executeTakeFirst()
  return row?.id
}

/** Writes a new one, open, or over one; gives back its id. */
export async function writeCallList(
  trx: Writing,
  { id, ...list }: Pick<CallListRow, 'name' | 'script' | 'rules' | 'callers'> & { id: number | undefined },
  { at, by }: { at: number; by: number },
): Promise<number> {
  const values = {
    name: list.name,
    folded: fold(list.name),
    script: list.script,
    rules: JSON.stringify(list.rules),
    callers: JSON.stringify(list.callers),
  }
  if (id !== undefined) {
    await trx.updateTable('call_lists').set(values).where('id', '=', id).execute()
    return id
  }
  const made = await trx
    .insertInto('call_lists')
    .values({ ...values, state: 'open', user_id: by, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function setCallListState(trx: Writing, id: number, state: CallListState): Promise<void> {
  await trx.updateTable('call_lists').set({ state }).where('id', '=', id).execute()
}

/** How many entries are alike: of one list, in one country, with one result. */
export interface CallListCount {
  readonly listId: number
  readonly country: string
  readonly result: CallResult | null
  readonly count: number
  readonly done: number
  /** Not done, and their moment has come. */
  readonly due: number
}

export async function countCallLists(
  base: Reading,
  now: number,
  list: number | undefined,
): Promise<CallListCount[]> {
  const rows = await base
    .selectFrom('call_list_entries')
    .select(({ fn, eb }) => [
      'list_id as listId',
      'country',
      'result',
      fn.countAll<number>().as('count'),
      fn.count<number>('done_at').as('done'),
      fn
        .countAll<number>()
        .filterWhere(eb.and([eb('done_at', 'is', null), eb('next_at', '<=', now)]))
        .as('due'),
    ])
    .$if(list !== undefined, (query) => query.where('list_id', '=', list!))
    .groupBy(['list_id', 'country', 'result'])
    .execute()
  return rows
}
