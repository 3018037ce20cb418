import type { ExchangeSecret, ExchangeSettings } from '../../app/exchanges.ts'
import type { RecordingsPlace } from '../../app/recordings.ts'
import type { Reading, Writing } from '../tables.ts'

/** What is said of an exchange when it is added or changed. */
export type ExchangeDraft = ExchangeSettings & {
  readonly name: string
  readonly branch: string
  readonly enabled: boolean
  /** Never leaves the core. */
  readonly secret: ExchangeSecret
  /** Left out, it stays as it is. */
  readonly recordings?: RecordingsPlace | undefined
}

/** A telephone exchange as the office has set it up. */
export type Exchange = ExchangeDraft & {
  readonly id: number
  readonly recordings: RecordingsPlace
  readonly heardUntil: number | null
}

/** The exchanges in use, the oldest first. */
export async function readExchanges(base: Reading): Promise<Exchange[]> {
  const rows = await base
    .selectFrom('pbx_connections')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    // They were written together.
    ...({ kind: row.kind, settings: JSON.parse(row.settings) } as ExchangeSettings),
    secret: JSON.parse(row.secret) as ExchangeSecret,
    recordings: JSON.parse(row.recordings) as RecordingsPlace,
    branch: row.branch,
    enabled: row.enabled === 1,
    heardUntil: row.heard_until,
  }))
}

const columnsOf = (draft: ExchangeDraft) => ({
  name: draft.name,
  kind: draft.kind,
  settings: JSON.stringify(draft.settings),
  secret: JSON.stringify(draft.secret),
  branch: draft.branch,
  enabled: Number(draft.enabled),
  ...(draft.recordings ? { recordings: JSON.stringify(draft.recordings) } : {}),
})

export async function insertExchange(trx: Writing, draft: ExchangeDraft): Promise<number> {
  const { id } = await trx
    .insertInto('pbx_connections')
    .values(columnsOf(draft))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Changes an exchange in use. */
export async function updateExchange(trx: Writing, id: number, draft: ExchangeDraft): Promise<void> {
  await trx.updateTable('pbx_connections').set(columnsOf(draft)).where('id', '=', id).execute()
}

/** Where the recordings of an exchange lie, also of one that was put away: its calls stay. */
export async function readRecordingsPlace(
  base: Reading,
  id: number,
): Promise<{ place: RecordingsPlace; password: string | undefined }> {
  const { recordings, secret } = await base
    .selectFrom('pbx_connections')
    .select(['recordings', 'secret'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    place: JSON.parse(recordings) as RecordingsPlace,
    password: (JSON.parse(secret) as ExchangeSecret).recordings,
  }
}

/** Puts an exchange out of the list, or back; its calls stay. Gives its name; undefined where there is none such. */
export async function setExchangeRemoved(
  trx: Writing,
  id: number,
  at: number | null,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('pbx_connections')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', at === null ? 'is not' : 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** The latest stretches in which nobody listened to an exchange. */
export async function readGaps(
  base: Reading,
  exchangeId: number,
  limit: number,
): Promise<{ from: number; to: number; filled: boolean }[]> {
  const rows = await base
    .selectFrom('call_gaps')
    .selectAll()
    .where('connection_id', '=', exchangeId)
    .orderBy('to_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ from: row.from_at, to: row.to_at, filled: row.filled === 1 }))
}

/** Whose telephone is whose, of all exchanges. */
export async function readExtensions(
  base: Reading,
): Promise<{ exchangeId: number; extension: string; userId: number }[]> {
  const rows = await base
    .selectFrom('pbx_extensions')
    .selectAll()
    .orderBy('connection_id')
    .orderBy('extension')
    .execute()
  return rows.map((row) => ({
    exchangeId: row.connection_id,
    extension: row.extension,
    userId: row.user_id,
  }))
}

/** Gives an exchange's telephones to people; whoever had one before has it no more. */
export async function setExtensions(
  trx: Writing,
  exchangeId: number,
  extensions: readonly { extension: string; userId: number }[],
): Promise<void> {
  await trx.deleteFrom('pbx_extensions').where('connection_id', '=', exchangeId).execute()
  if (extensions.length > 0)
    await trx
      .insertInto('pbx_extensions')
      .values(
        extensions.map(({ extension, userId }) => ({
          connection_id: exchangeId,
          extension,
          user_id: userId,
        })),
      )
      .execute()
}

export async function setHeardUntil(trx: Writing, ids: readonly number[], at: number): Promise<void> {
  if (ids.length > 0)
    await trx.updateTable('pbx_connections').set({ heard_until: at }).where('id', 'in', ids).execute()
}

export async function insertGap(
  trx: Writing,
  exchangeId: number,
  gap: { from: number; to: number; filled: boolean },
): Promise<void> {
  await trx
    .insertInto('call_gaps')
    .values({
      connection_id: exchangeId,
      from_at: gap.from,
      to_at: gap.to,
      filled: Number(gap.filled),
    })
    .execute()
}
