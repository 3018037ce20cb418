import { z } from 'zod'
import type { Reading, Writing } from '../tables.ts'

/** What an employee, or a line, may spend in a month. */
export interface StoredLimit {
  readonly id: number
  readonly userId: number | null
  readonly line: string | null
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  /** Percent of the amount from which on it is near. */
  readonly warnAt: number
  /** No more dialling by the program beyond it. */
  readonly refuses: boolean
  /** Who is told. */
  readonly tells: readonly number[]
}

const ids = z.array(z.number().int())

const rows = (base: Reading) =>
  base
    .selectFrom('call_limits')
    .select(['id', 'user_id', 'line', 'amount', 'currency', 'warn_at', 'refuses', 'tells'])

const limitOf = (row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): StoredLimit => ({
  id: row.id,
  userId: row.user_id,
  line: row.line,
  amount: row.amount,
  currency: row.currency,
  warnAt: row.warn_at,
  refuses: row.refuses === 1,
  tells: ids.parse(JSON.parse(row.tells)),
})

export async function readLimits(base: Reading): Promise<StoredLimit[]> {
  const found = await rows(base).where('removed_at', 'is', null).orderBy('id').execute()
  return found.map(limitOf)
}

/** One limit, in use or not. */
export async function readLimit(base: Reading, id: number): Promise<StoredLimit | undefined> {
  const row = await rows(base).where('id', '=', id).executeTakeFirst()
  return row && limitOf(row)
}

/** Writes a new one or over one; gives back its id. */
export async function writeLimit(
  trx: Writing,
  { id, ...limit }: Omit<StoredLimit, 'id'> & { id?: number | undefined },
): Promise<number> {
  const values = {
    user_id: limit.userId,
    line: limit.line,
    amount: limit.amount,
    currency: limit.currency,
    warn_at: limit.warnAt,
    refuses: limit.refuses ? 1 : 0,
    tells: JSON.stringify(limit.tells),
  }
  if (id === undefined) {
    const made = await trx.insertInto('call_limits').values(values).returning('id').executeTakeFirstOrThrow()
    return made.id
  }
  await trx.updateTable('call_limits').set(values).where('id', '=', id).execute()
  return id
}

export async function setLimitRemoved(trx: Writing, id: number, at: number | null): Promise<void> {
  await trx.updateTable('call_limits').set({ removed_at: at }).where('id', '=', id).execute()
}

/** What is told of a limit: once to each person, month and kind. Says whether it had not been told yet. */
export async function insertNotice(
  trx: Writing,
  notice: {
    limit: number
    month: string
    kind: 'near' | 'over'
    userId: number
    at: number
    spent: number
  },
): Promise<boolean> {
  const made = await trx
    .insertInto('call_limit_notices')
    .values({
      limit_id: notice.limit,
      month: notice.month,
      kind: notice.kind,
      user_id: notice.userId,
      at: notice.at,
      spent: notice.spent,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** What a person was told and has not put away. */
export function readNotices(base: Reading, userId: number) {
  return base
    .selectFrom('call_limit_notices as notice')
    .innerJoin('call_limits as limit', 'limit.id', 'notice.limit_id')
    .leftJoin('users', 'users.id', 'limit.user_id')
    .select(['notice.id', 'notice.kind', 'notice.month', 'notice.at', 'notice.spent'])
    .select(['limit.amount', 'limit.currency', 'limit.line', 'users.name as employee'])
    .where('notice.user_id', '=', userId)
    .where('notice.seen_at', 'is', null)
    .orderBy('notice.id')
    .execute()
}

export async function setNoticesSeen(trx: Writing, userId: number, upTo: number, at: number): Promise<void> {
  await trx
    .updateTable('call_limit_notices')
    .set({ seen_at: at })
    .where('user_id', '=', userId)
    .where('id', '<=', upTo)
    .where('seen_at', 'is', null)
    .execute()
}
