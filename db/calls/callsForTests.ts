import { readCallerNumber } from '../../app/callerNumber.ts'
import { isMissed, type CallDirection, type CallOutcome } from '../../app/calls.ts'
import type { Writing } from '../tables.ts'

/** A call as a test says it; the rest is as usual. Moments and durations are milliseconds. */
export interface CallForTest {
  readonly direction?: CallDirection
  readonly number?: string
  readonly client?: number | null
  readonly user?: number | null
  /** Who rang beside whoever had it. */
  readonly rang?: readonly number[]
  readonly at: number
  readonly wait?: number
  /** 0: nobody spoke. */
  readonly talk?: number
  readonly outcome?: CallOutcome
  readonly line?: string | null
  readonly note?: string
  readonly tags?: readonly string[]
  readonly country?: string
  readonly city?: string
  readonly recording?: string | null
}

let count = 0

/** Writes calls of an exchange named "Desk", made with the first of them. Resolves to their ids. */
export async function insertTestCalls(trx: Writing, calls: readonly CallForTest[]): Promise<number[]> {
  const exchange =
    (await trx.selectFrom('pbx_connections').select('id').limit(1).executeTakeFirst()) ??
    (await trx
      .insertInto('pbx_connections')
      .values({ name: 'Desk', kind: 'http', settings: '{"mapping":"","key":""}', enabled: 0 })
      .returning('id')
      .executeTakeFirstOrThrow())
  const ids: number[] = []
  for (const call of calls) {
    const { direction = 'incoming', wait = 5000, talk = 0, at } = call
    const answeredAt = talk > 0 ? at + wait : null
    const outcome =
      call.outcome ?? (talk > 0 ? 'answered' : direction === 'outgoing' ? 'no_answer' : 'missed')
    const { typed, ending, e164 } = readCallerNumber(call.number ?? '', 'KH')
    // eslint-disable-next-line no-await-in-loop -- one connection
    const { id } = await trx
      .insertInto('calls')
      .values({
        connection_id: exchange.id,
        reference: `test-${++count}`,
        direction,
        from_number: direction === 'incoming' ? typed : '21',
        from_name: '',
        to_number: direction === 'incoming' ? '023900400' : typed,
        number: typed,
        ending,
        e164,
        line: call.line ?? null,
        client_id: call.client ?? null,
        user_id: call.user ?? null,
        extension: null,
        rang: '[]',
        transferred: '[]',
        started_at: at,
        answered_at: answeredAt,
        ended_at: at + wait + talk,
        outcome,
        wait_ms: wait,
        talk_ms: talk,
        voice_message: 0,
        recording: call.recording ?? null,
        note: call.note ?? '',
        tags: JSON.stringify(call.tags ?? []),
        missed: Number(isMissed({ direction, answeredAt, outcome })),
        told: null,
        country: call.country ?? null,
        city: call.city ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const people = new Map((call.rang ?? []).map((user) => [user, 0]))
    if (call.user) people.set(call.user, 1)
    const rows = [...people].map(([user_id, had]) => ({ user_id, call_id: id, rang: 1, had }))
    // eslint-disable-next-line no-await-in-loop -- one connection
    if (rows.length > 0) await trx.insertInto('call_people').values(rows).execute()
    ids.push(id)
  }
  return ids
}
