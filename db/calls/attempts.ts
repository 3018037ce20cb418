import type { CallResult } from '../../app/calling.ts'
import { oneOf } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'
import type { EntryState } from './listEntries.ts'

export async function insertAttempt(
  trx: Writing,
  attempt: {
    entryId: number
    clientId: number | null
    at: number
    by: number
    result: CallResult
    note: string
    before: EntryState
  },
): Promise<number> {
  const { id } = await trx
    .insertInto('call_attempts')
    .values({
      entry_id: attempt.entryId,
      client_id: attempt.clientId,
      at: attempt.at,
      user_id: attempt.by,
      result: attempt.result,
      note: attempt.note,
      before: JSON.stringify(attempt.before),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What was tried with somebody on a list, the latest first. */
export const readAttempts = (base: Reading, entry: number) =>
  base
    .selectFrom('call_attempts')
    .leftJoin('users', 'users.id', 'call_attempts.user_id')
    .select(['call_attempts.id', 'at', 'users.name as by', 'result', 'note'])
    .where('entry_id', '=', entry)
    .orderBy('call_attempts.id', 'desc')
    .execute()

/** An attempt with how its entry was before it. */
export async function readAttempt(base: Reading, id: number) {
  const row = await base.selectFrom('call_attempts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row, before: JSON.parse(row.before) as EntryState }
}

export async function deleteAttempt(trx: Writing, id: number): Promise<void> {
  await trx.deleteFrom('call_attempts').where('id', '=', id).execute()
}

/** The last attempts of these entries, for writing a list down: when, and by whom. */
export async function readLastAttempts(
  base: Reading,
  entries: readonly number[],
): Promise<ReadonlyMap<number, { readonly at: number; readonly by: string | null }>> {
  const rows = await base
    .selectFrom('call_attempts')
    .leftJoin('users', 'users.id', 'call_attempts.user_id')
    .select(['entry_id', 'at', 'users.name as by'])
    .where(oneOf('entry_id', entries))
    .orderBy('call_attempts.id')
    .execute()
  return new Map(rows.map(({ entry_id, at, by }) => [entry_id, { at, by }]))
}

/** What was tried with these clients, the latest first, from behind one on. */
export const readAttemptsOf = (
  base: Reading,
  clients: readonly number[],
  { before, limit }: { before: number | undefined; limit: number },
) =>
  base
    .selectFrom('call_attempts')
    .innerJoin('call_list_entries', 'call_list_entries.id', 'entry_id')
    .innerJoin('call_lists', 'call_lists.id', 'list_id')
    .leftJoin('users', 'users.id', 'call_attempts.user_id')
    .select([
      'call_attempts.id',
      'call_attempts.at',
      'users.name as by',
      'call_attempts.result',
      'call_attempts.note',
      'list_id as list',
      'call_lists.name',
    ])
    .where(oneOf('call_attempts.client_id', clients))
    .$if(before !== undefined, (query) => query.where('call_attempts.id', '<', before!))
    .orderBy('call_attempts.id', 'desc')
    .limit(limit)
    .execute()
