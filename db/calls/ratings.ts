import { sql, type Insertable, type SqlBool } from 'kysely'
import { among } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'

/** How far back it is looked for calls after which somebody may be asked: a crash in between loses none. */
const LOOK_BACK_MS = 2 * 3_600_000

/** Calls with a client that somebody talked in lately, ended, and of whom nobody was asked yet. */
export const callsToAskOf = (
  base: Reading,
  {
    now,
    directions,
    leastMs,
  }: { now: number; directions: readonly ('incoming' | 'outgoing')[]; leastMs: number },
) =>
  base
    .selectFrom('calls')
    .leftJoin('users', 'users.id', 'calls.user_id')
    .select(['calls.id', 'client_id as clientId', 'users.name as employee'])
    .where('started_at', '>=', now - LOOK_BACK_MS)
    .where('outcome', '=', 'answered')
    .where('voice_message', '=', 0)
    .where('direction', 'in', directions.length === 0 ? ['internal'] : directions)
    .where('talk_ms', '>=', leastMs)
    // Not by the index of clients, which has every call there ever was: those of two hours are few.
    .where(sql<SqlBool>`+client_id IS NOT NULL`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('rating_requests').select('id').whereRef('call_id', '=', 'calls.id'))),
    )
    .orderBy('started_at')
    .limit(1000)
    .execute()

export async function wasAskedSince(base: Reading, client: number, since: number): Promise<boolean> {
  const row = await base
    .selectFrom('rating_requests')
    .select('id')
    .where('client_id', '=', client)
    .where('created_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whom a message to a client goes to: their first number or address, and in which language. */
export async function readRecipient(base: Reading, client: number, channel: 'sms' | 'email') {
  const card = await base
    .selectFrom('clients')
    .select(['language', 'country'])
    .where('id', '=', client)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  const phone = await base
    .selectFrom('client_phones')
    .select('e164 as to')
    .where('client_id', '=', client)
    .where('e164', 'is not', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  const email = await base
    .selectFrom('client_emails')
    .select('address as to')
    .where('client_id', '=', client)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  const to = (channel === 'sms' ? phone : email)?.to
  return card && to ? { ...card, to } : undefined
}

export async function insertRequest(trx: Writing, row: Insertable<Tables['rating_requests']>): Promise<void> {
  await trx.insertInto('rating_requests').values(row).execute()
}

/** Puts a message in to be sent; the same key again changes nothing. */
export async function insertOutbox(trx: Writing, row: Insertable<Tables['outbox']>): Promise<void> {
  await trx
    .insertInto('outbox')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** What a link is for, by the hash of its token; undefined where it is none, was used, or is too old. */
export const requestOfToken = (base: Reading, token: string, now: number) =>
  base
    .selectFrom('rating_requests')
    .innerJoin('calls', 'calls.id', 'call_id')
    .select(['rating_requests.id', 'call_id as callId', 'rating_requests.client_id as clientId', 'language'])
    .select('calls.user_id as userId')
    .where('token', '=', token)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

export async function useRequest(trx: Writing, id: number, at: number): Promise<void> {
  await trx.updateTable('rating_requests').set({ used_at: at }).where('id', '=', id).execute()
}

/** Keeps a rating; of the same call in the same way the first stays. Whether it was kept. */
export async function insertRating(trx: Writing, row: Insertable<Tables['ratings']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('ratings')
    .values(row)
    .onConflict((conflict) => conflict.columns(['call_id', 'via']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** A call by what its exchange calls it, also where it went into another. */
export async function callOfReference(base: Reading, exchange: number, reference: string) {
  const part = await base
    .selectFrom('call_parts')
    .select('call_id')
    .where('connection_id', '=', exchange)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return base
    .selectFrom('calls')
    .select(['id', 'client_id as clientId', 'user_id as userId'])
    .where((eb) =>
      part
        ? eb('id', '=', part.call_id)
        : eb.and([eb('connection_id', '=', exchange), eb('reference', '=', reference)]),
    )
    .executeTakeFirst()
}

const rows = (base: Reading) =>
  base
    .selectFrom('ratings')
    .leftJoin('users', 'users.id', 'ratings.user_id')
    .select([
      'ratings.id',
      'call_id as call',
      'at',
      'client_id as clientId',
      'users.name as employee',
      'via',
      'stars',
      'words',
    ])

export async function pageOfRatings(base: Reading, offset: number, limit: number) {
  const { total } = await base
    .selectFrom('ratings')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const page = await rows(base)
    .orderBy('at', 'desc')
    .orderBy('ratings.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows: page }
}

export const ratingsOfCall = (base: Reading, call: number) =>
  rows(base).where('call_id', '=', call).orderBy('ratings.id').execute()

/** The stars that each of these calls was given; calls that nobody rated are not in it. */
export async function starsOf(base: Reading, ids: readonly number[]): Promise<Map<number, number[]>> {
  const rated = await base
    .selectFrom('ratings')
    .select(['call_id', 'stars'])
    .where(among('call_id', ids))
    .orderBy('id')
    .execute()
  const found = new Map<number, number[]>()
  for (const { call_id: call, stars } of rated) found.set(call, [...(found.get(call) ?? []), stars])
  return found
}

/** Stars by employee since a moment, the best first; the average in hundredths, rounded half up. */
export const averageRatings = (base: Reading, since: number) =>
  base
    .selectFrom('ratings')
    .leftJoin('users', 'users.id', 'ratings.user_id')
    .select(({ fn }) => [
      'users.name as employee',
      fn.countAll<number>().as('count'),
      sql<number>`(sum(stars) * 200 + count(*)) / (2 * count(*))`.as('average'),
    ])
    .where('at', '>=', since)
    .groupBy(['ratings.user_id', 'users.name'])
    .orderBy('average', 'desc')
    .execute()
