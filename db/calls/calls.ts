import { sql, type Insertable, type Selectable } from 'kysely'
import { isMissed, type PbxCall } from '../../app/calls.ts'
import type { CallerNumber } from '../../app/callerNumber.ts'
import { among } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'
import { moveQuality } from './quality.ts'

export type CallRow = Selectable<Tables['calls']>

/** What an exchange sends is nobody's promise: longer than this nothing is kept. */
const mostLetters = 200
const mostNames = 50
const clip = (text: string): string => text.slice(0, mostLetters)
const clipAll = (texts: readonly string[]): string => JSON.stringify(texts.slice(0, mostNames).map(clip))

/** Whose telephone a call has, or had last: of calls out the one it was made from. */
export const extensionOf = (call: PbxCall): string | null =>
  call.employee ?? (call.direction === 'incoming' || call.voiceMessage ? null : call.from)

/** The columns that follow from what the exchange tells. */
export function columnsOfCall(call: PbxCall, number: CallerNumber, userOf: ReadonlyMap<string, number>) {
  const extension = extensionOf(call)
  return {
    direction: call.direction,
    from_number: clip(call.from),
    from_name: clip(call.fromName),
    to_number: clip(call.to),
    number: clip(number.typed),
    ending: number.ending,
    e164: number.e164,
    line: call.direction === 'incoming' && call.to !== '' ? clip(call.to) : null,
    user_id: (extension === null ? undefined : userOf.get(extension)) ?? null,
    extension: extension === null ? null : clip(extension),
    rang: clipAll(call.rang),
    transferred: clipAll(call.transferredTo),
    started_at: Math.round(call.startedAt),
    answered_at: call.answeredAt === null ? null : Math.round(call.answeredAt),
    ended_at: call.endedAt === null ? null : Math.round(call.endedAt),
    outcome: call.outcome,
    wait_ms: Math.round(call.waitSeconds * 1000),
    talk_ms: Math.round(call.talkSeconds * 1000),
    voice_message: Number(call.voiceMessage),
    recording: call.recording === null ? null : clip(call.recording),
    missed: Number(isMissed(call)),
    told: call.outcome === null ? JSON.stringify(call) : null,
  } satisfies Partial<Insertable<Tables['calls']>>
}

/** A call by the exchange's name for it, or by that of a part of it. */
export async function findCall(
  base: Reading,
  exchangeId: number,
  reference: string,
): Promise<CallRow | undefined> {
  const row = await base
    .selectFrom('calls')
    .selectAll()
    .where('connection_id', '=', exchangeId)
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (row) return row
  // Every call that begins is asked for here: few of them are a part, and a join would be planned anew each time.
  const part = await base
    .selectFrom('call_parts')
    .select('call_id')
    .where('connection_id', '=', exchangeId)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return part && base.selectFrom('calls').selectAll().where('id', '=', part.call_id).executeTakeFirst()
}

export async function insertCall(trx: Writing, row: Insertable<Tables['calls']>): Promise<number> {
  const { id } = await trx.insertInto('calls').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateCall(
  trx: Writing,
  id: number,
  change: Partial<Omit<CallRow, 'id'>>,
): Promise<void> {
  await trx.updateTable('calls').set(change).where('id', '=', id).execute()
}

/** Notes who had to do with a call, beside those who are noted already. */
export async function addCallPeople(
  trx: Writing,
  callId: number,
  people: ReadonlyMap<number, { rang: boolean; had: boolean }>,
): Promise<void> {
  for (const [userId, { rang, had }] of people)
    // eslint-disable-next-line no-await-in-loop -- one connection
    await trx
      .insertInto('call_people')
      .values({ user_id: userId, call_id: callId, rang: Number(rang), had: Number(had) })
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'call_id']).doUpdateSet({
          rang: sql<number>`max(call_people.rang, excluded.rang)`,
          had: sql<number>`max(call_people.had, excluded.had)`,
        }),
      )
      .execute()
}

/** One call goes into another, with everything people wrote on it; where it was not there yet, it becomes it. */
export async function joinCalls(
  trx: Writing,
  exchangeId: number,
  part: CallRow,
  whole: { reference: string; row: CallRow | undefined },
): Promise<void> {
  const { row } = whole
  if (row === undefined) return updateCall(trx, part.id, { reference: whole.reference })
  if (row.id === part.id) return
  const tags = [...new Set([...(JSON.parse(row.tags) as string[]), ...(JSON.parse(part.tags) as string[])])]
  const linked = row.client_by === null && part.client_by !== null
  await updateCall(trx, row.id, {
    note: [row.note, part.note].filter((note) => note !== '').join('\n'),
    tags: JSON.stringify(tags),
    ...(linked ? { client_id: part.client_id, client_by: part.client_by } : {}),
  })
  const people = await readCallPeople(trx, [part.id])
  await addCallPeople(trx, row.id, people.get(part.id) ?? new Map())
  await moveQuality(trx, part.id, row.id)
  await trx.updateTable('call_parts').set({ call_id: row.id }).where('call_id', '=', part.id).execute()
  await trx.deleteFrom('calls').where('id', '=', part.id).execute()
  await trx
    .insertInto('call_parts')
    .values({ connection_id: exchangeId, reference: part.reference, call_id: row.id })
    .execute()
}

/** Who had to do with these calls, by call and person. */
export async function readCallPeople(
  base: Reading,
  callIds: readonly number[],
): Promise<Map<number, Map<number, { rang: boolean; had: boolean }>>> {
  const rows = await base.selectFrom('call_people').selectAll().where(among('call_id', callIds)).execute()
  const found = new Map<number, Map<number, { rang: boolean; had: boolean }>>()
  for (const row of rows) {
    const of = found.get(row.call_id) ?? new Map()
    found.set(row.call_id, of.set(row.user_id, { rang: row.rang === 1, had: row.had === 1 }))
  }
  return found
}

/** Calls that are on the line, by exchange, as they were last told. */
export async function readOpenCalls(
  base: Reading,
): Promise<{ id: number; exchangeId: number; clientId: number | null; call: PbxCall }[]> {
  const rows = await base
    .selectFrom('calls')
    .select(['id', 'connection_id', 'client_id', 'told'])
    .where('outcome', 'is', null)
    .orderBy('id')
    .execute()
  return rows.flatMap((row) =>
    row.told === null
      ? []
      : [
          {
            id: row.id,
            exchangeId: row.connection_id,
            clientId: row.client_id,
            call: JSON.parse(row.told) as PbxCall,
          },
        ],
  )
}
