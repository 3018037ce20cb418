import type { ExchangeKind, ExchangeSecret, ExchangeSettings } from '../../app/exchanges.ts'
import type { Reading, Writing } from '../tables.ts'

/** A telephone exchange as the office has set it up. */
export interface Exchange {
  readonly id: number
  readonly name: string
  readonly kind: ExchangeKind
  /** As `exchangeSettings` of its kind has them. */
  readonly settings: ExchangeSettings['settings']
  /** Never leaves the core. */
  readonly secret: ExchangeSecret
  readonly branch: string
  readonly enabled: boolean
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
    kind: row.kind,
    settings: JSON.parse(row.settings) as Exchange['settings'],
    secret: JSON.parse(row.secret) as ExchangeSecret,
    branch: row.branch,
    enabled: row.enabled === 1,
    heardUntil: row.heard_until,
  }))
}

/** What is said of an exchange when it is added or changed. */
export type ExchangeDraft = ExchangeSettings & {
  readonly name: string
  readonly branch: string
  readonly enabled: boolean
  readonly secret: ExchangeSecret
}

const columnsOf = (draft: ExchangeDraft) => ({
  name: draft.name,
  kind: draft.kind,
  settings: JSON.stringify(draft.settings),
  secret: JSON.stringify(draft.secret),
  branch: draft.branch,
  enabled: Number(draft.enabled),
})

export async function insertExchange(trx: Writing, draft: ExchangeDraft): Promise<number> {
  const { id } = await trx
    .insertInto('pbx_connections')
    .values(columnsOf(draft))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
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
