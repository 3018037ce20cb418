import { sql } from 'kysely'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** More that wait than these are not a list any more: the latest of them are shown. */
const mostWaiting = 5000

/**
 * Notes of these calls, just written, which they return and by which they are returned (see `app/missedCalls.ts`).
 * Resolves to the ids of those missed calls that are returned by it.
 */
export async function settleReturned(trx: Writing, ids: readonly number[]): Promise<number[]> {
  const settled: number[] = []
  for (const id of ids) {
    /* eslint-disable no-await-in-loop -- one connection */
    for (const same of ['ending', 'client_id'] as const) settled.push(...(await settleBy(trx, id, same)))
    await returnWhatCameLate(trx, id).then((late) => settled.push(...late))
    /* eslint-enable no-await-in-loop */
  }
  return [...new Set(settled)]
}

/** Missed calls of the same caller before a call in which one spoke. */
async function settleBy(trx: Writing, id: number, same: 'ending' | 'client_id'): Promise<number[]> {
  const caller = await trx
    .selectFrom('calls')
    .select(['id', 'started_at', 'answered_at', 'user_id', 'ending', 'client_id'])
    .where('id', '=', id)
    .where('direction', '<>', 'internal')
    .where('answered_at', 'is not', null)
    .executeTakeFirst()
  const value = caller?.[same]
  if (!caller || value === null || value === undefined || value === '') return []
  const rows = await trx
    .updateTable('calls')
    .set({ returned_at: caller.answered_at, returned_by_call: caller.id, returned_by: caller.user_id })
    .where(same, '=', value as never)
    .where(sql<boolean>`missed = 1 AND returned_at IS NULL`)
    .$if(same === 'ending', (query) => query.where(sql<boolean>`ending <> ''`))
    .where('started_at', '<=', caller.started_at)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** A missed call that is told late may have been returned before it was known. */
async function returnWhatCameLate(trx: Writing, id: number): Promise<number[]> {
  const missed = await trx
    .selectFrom('calls')
    .select(['id', 'started_at', 'ending', 'client_id'])
    .where('id', '=', id)
    .where('missed', '=', 1)
    .where('returned_at', 'is', null)
    .executeTakeFirst()
  if (!missed) return []
  const spoken = (same: 'ending' | 'client_id') =>
    trx
      .selectFrom('calls')
      .select(['id', 'answered_at', 'user_id'])
      .where(same, '=', missed[same] as never)
      .$if(same === 'ending', (query) => query.where(sql<boolean>`ending <> ''`))
      .where('started_at', '>=', missed.started_at)
      .where('answered_at', 'is not', null)
      .where('direction', '<>', 'internal')
      .orderBy('started_at')
      .limit(1)
      .executeTakeFirst()
  const found = [
    missed.ending === '' ? undefined : await spoken('ending'),
    missed.client_id === null ? undefined : await spoken('client_id'),
  ]
  const [first] = found.filter((one) => one !== undefined).sort((a, b) => a.answered_at! - b.answered_at!)
  if (!first) return []
  await setReturned(trx, [id], { at: first.answered_at!, call: first.id, user: first.user_id })
  return [id]
}

/** By what and when missed calls were returned; null takes it back. */
export async function setReturned(
  trx: Writing,
  ids: readonly number[],
  by: { readonly at: number; readonly call: number | null; readonly user: number | null } | null,
): Promise<void> {
  await trx
    .updateTable('calls')
    .set({
      returned_at: by?.at ?? null,
      returned_by_call: by?.call ?? null,
      returned_by: by?.user ?? null,
      claimed_by: null,
      claimed_at: null,
    })
    .where(among('id', ids))
    .execute()
}

/** Missed calls that wait to be returned, the latest first; of callers whom one can call back. */
export async function readWaiting(base: Reading, ownedBy: number | undefined) {
  return (
    base
      .selectFrom('calls')
      .leftJoin('clients', 'clients.id', 'calls.client_id')
      .leftJoin('users', 'users.id', 'claimed_by')
      .select([
        'calls.id',
        'number',
        'ending',
        'from_name',
        'line',
        'client_id',
        'clients.name as client',
        'started_at',
        'wait_ms',
        'claimed_by',
        'claimed_at',
        'users.name as claimer',
      ])
      // Said as the index says it.
      .where(sql<boolean>`missed = 1 AND returned_at IS NULL`)
      .where((eb) => eb.or([eb('ending', '<>', ''), eb('client_id', 'is not', null)]))
      .$if(ownedBy !== undefined, (query) =>
        query.where('calls.id', 'in', (eb) =>
          eb.selectFrom('call_people').select('call_id').where('call_people.user_id', '=', ownedBy!),
        ),
      )
      .orderBy('started_at', 'desc')
      .orderBy('calls.id', 'desc')
      .limit(mostWaiting)
      .execute()
  )
}

export type WaitingCall = Awaited<ReturnType<typeof readWaiting>>[number]

/** Missed calls over before a moment that nobody was told of yet, nor says they call back since `claimedSince`; none from before `since`. */
export async function readToRemind(
  base: Reading,
  {
    since,
    endedBefore,
    claimedSince,
  }: { readonly since: number; readonly endedBefore: number; readonly claimedSince: number },
) {
  const rows = await base
    .selectFrom('calls')
    .leftJoin('clients', 'clients.id', 'client_id')
    .select(['calls.id', 'ending', 'client_id as clientId', 'clients.manager_id as managerId'])
    .where(sql<boolean>`missed = 1 AND returned_at IS NULL`)
    .where('reminded_at', 'is', null)
    .where('started_at', '>=', since)
    .where('ended_at', '<=', endedBefore)
    .where((eb) => eb.or([eb('ending', '<>', ''), eb('client_id', 'is not', null)]))
    .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', claimedSince)]))
    .limit(mostWaiting)
    .execute()
  return rows
}

export async function setReminded(trx: Writing, ids: readonly number[], at: number): Promise<void> {
  await trx.updateTable('calls').set({ reminded_at: at }).where(among('id', ids)).execute()
}

/** All calls that wait from the caller of this one; none where it does not wait itself. See `byCaller`. */
export async function readWaitingWith(base: Reading, id: number): Promise<number[]> {
  const waiting = () =>
    base
      .selectFrom('calls')
      .select(['id', 'ending', 'client_id'])
      .where(sql<boolean>`missed = 1 AND returned_at IS NULL`)
  let found = await waiting().where('id', '=', id).execute()
  // A client who called from two numbers, one of them before it was known to be theirs, is one caller.
  for (let before = 0; found.length > before;) {
    before = found.length
    const endings = found.flatMap(({ ending }) => (ending === '' ? [] : [ending]))
    const clients = found.flatMap(({ client_id }) => client_id ?? [])
    // eslint-disable-next-line no-await-in-loop -- each stretch leads to the next
    found = await waiting()
      .where((eb) => eb.or([eb('id', '=', id), among('ending', endings), among('client_id', clients)]))
      .execute()
  }
  return found.map((row) => row.id)
}

/** Who said that they call these back. */
export const readClaims = (base: Reading, ids: readonly number[]) =>
  base
    .selectFrom('calls')
    .innerJoin('users', 'users.id', 'claimed_by')
    .select(['claimed_by', 'claimed_at', 'users.name as claimer'])
    .where(among('calls.id', ids))
    .execute()

/** Calls of which the same person said at the same moment that they are returned. */
export async function readReturnedTogether(base: Reading, at: number, by: number | null): Promise<number[]> {
  const rows = await base
    .selectFrom('calls')
    .select('id')
    .where('missed', '=', 1)
    .where('returned_at', '=', at)
    .where('returned_by', 'is', by)
    .where('returned_by_call', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** Who is calling these back. */
export async function setClaim(
  trx: Writing,
  ids: readonly number[],
  claim: { readonly by: number; readonly at: number } | null,
): Promise<void> {
  await trx
    .updateTable('calls')
    .set({ claimed_by: claim?.by ?? null, claimed_at: claim?.at ?? null })
    .where(among('id', ids))
    .execute()
}
