import type { RemarkKind } from '../../app/contract/timeline.ts'
import { oneOf } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'

export interface StoredRemark {
  readonly id: number
  readonly client_id: number
  readonly at: number
  readonly user_id: number | null
  readonly by: string | null
  readonly about: RemarkKind
  readonly text: string
  readonly due: string | null
  readonly done_at: number | null
  readonly changed_at: number | null
  readonly pinned: number
  readonly removed_at: number | null
}

const remarks = (base: Reading) =>
  base
    .selectFrom('client_remarks')
    .leftJoin('users', 'users.id', 'client_remarks.user_id')
    .select([
      'client_remarks.id',
      'client_id',
      'at',
      'user_id',
      'users.name as by',
      'about',
      'text',
      'due',
      'done_at',
      'changed_at',
      'pinned',
      'removed_at',
    ])

/** Remarks on these clients that were not removed, the latest first, from behind one on. */
export async function readRemarks(
  base: Reading,
  clients: readonly number[],
  { before, limit }: { before: number | undefined; limit: number },
): Promise<StoredRemark[]> {
  return remarks(base)
    .where(oneOf('client_id', clients))
    .where('removed_at', 'is', null)
    .$if(before !== undefined, (query) => query.where('client_remarks.id', '<', before!))
    .orderBy('client_remarks.id', 'desc')
    .limit(limit)
    .execute()
}

/** The pinned ones, the latest first; a card with more than these pinned has none. */
export async function readPinned(base: Reading, clients: readonly number[]): Promise<StoredRemark[]> {
  return remarks(base)
    .where(oneOf('client_id', clients))
    .where('removed_at', 'is', null)
    .where('pinned', '=', 1)
    .orderBy('client_remarks.id', 'desc')
    .limit(20)
    .execute()
}

/** One remark, removed or not. */
export const readRemark = (base: Reading, id: number): Promise<StoredRemark | undefined> =>
  remarks(base).where('client_remarks.id', '=', id).executeTakeFirst()

/** The latest contact somebody wrote down. */
export const readLastContact = (
  base: Reading,
  clients: readonly number[],
): Promise<StoredRemark | undefined> =>
  remarks(base)
    .where(oneOf('client_id', clients))
    .where('removed_at', 'is', null)
    .where('about', '=', 'contact')
    // As they all are: so the index has them in their order.
    .where('done_at', 'is', null)
    .where('due', 'is', null)
    .orderBy('client_remarks.id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The steps that are not done, those due first first; those without a day come last. */
export const readOpenSteps = (
  base: Reading,
  clients: readonly number[],
  limit: number,
): Promise<StoredRemark[]> =>
  remarks(base)
    .where(oneOf('client_id', clients))
    .where('removed_at', 'is', null)
    .where('about', '=', 'step')
    .where('done_at', 'is', null)
    .orderBy('due', (by) => by.asc().nullsLast())
    .orderBy('client_remarks.id')
    .limit(limit)
    .execute()

export async function insertRemark(
  trx: Writing,
  row: { clientId: number; at: number; userId: number; about: RemarkKind; text: string; due: string | null },
): Promise<number> {
  const { clientId, userId, ...rest } = row
  const { id } = await trx
    .insertInto('client_remarks')
    .values({
      ...rest,
      client_id: clientId,
      user_id: userId,
      done_at: null,
      changed_at: null,
      removed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateRemark(
  trx: Writing,
  id: number,
  changed: Partial<
    Pick<Tables['client_remarks'], 'text' | 'due' | 'done_at' | 'changed_at' | 'removed_at'> & {
      pinned: number
    }
  >,
): Promise<void> {
  await trx.updateTable('client_remarks').set(changed).where('id', '=', id).execute()
}
