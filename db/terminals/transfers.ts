import type { Transfer, TransferState } from '../../app/contract/terminals.ts'
import { quantity } from '../../app/quantity.ts'
import type { CountedLine } from '../../app/terminals/reading.ts'
import { insertMany } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** A transfer as it came. */
export interface TransferDraft {
  readonly deviceId: number | null
  readonly userId: number | null
  readonly at: number
  readonly name: string
  readonly fingerprint: string
  readonly state: TransferState
  readonly strange: readonly string[]
  readonly cutOff: boolean
  readonly lines: readonly { readonly barcode: string; readonly quantity: number }[]
}

/** Keeps a transfer with its lines; gives its id. */
export async function insertTransfer(trx: Writing, draft: TransferDraft): Promise<number> {
  const { id } = await trx
    .insertInto('terminal_transfers')
    .values({
      device_id: draft.deviceId,
      user_id: draft.userId,
      at: draft.at,
      name: draft.name,
      fingerprint: draft.fingerprint,
      state: draft.state,
      strange: JSON.stringify(draft.strange),
      cut_off: Number(draft.cutOff),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = draft.lines.map((line, position) => [id, position, line.barcode, line.quantity])
  await insertMany(trx, 'terminal_lines', ['transfer_id', 'position', 'barcode', 'quantity'], rows)
  return id
}

/** The transfer that counts with this fingerprint, if there is one. */
export async function readTransferWith(base: Reading, fingerprint: string): Promise<number | undefined> {
  const row = await base
    .selectFrom('terminal_transfers')
    .select('id')
    .where('fingerprint', '=', fingerprint)
    .where('state', 'in', ['open', 'used'])
    .executeTakeFirst()
  return row?.id
}

/** The latest transfers, the newest first; `source` is empty for a page. */
export async function readTransfers(base: Reading, limit: number): Promise<Transfer[]> {
  const rows = await base
    .selectFrom('terminal_transfers as transfer')
    .leftJoin('devices', 'devices.id', 'transfer.device_id')
    .leftJoin('users', 'users.id', 'transfer.user_id')
    .select(['transfer.id', 'transfer.at', 'transfer.name', 'transfer.state'])
    .select(['transfer.strange', 'transfer.cut_off', 'devices.name as device', 'users.name as person'])
    .select((build) => [
      build
        .selectFrom('terminal_lines')
        .whereRef('transfer_id', '=', 'transfer.id')
        .select((lines) => lines.fn.countAll<number>().as('count'))
        .as('count'),
      build
        .selectFrom('terminal_lines')
        .whereRef('transfer_id', '=', 'transfer.id')
        .select((lines) => lines.fn.coalesce(lines.fn.sum<number>('quantity'), lines.lit(0)).as('sum'))
        .as('sum'),
    ])
    .orderBy('transfer.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    source: row.device ?? row.person ?? '',
    name: row.name,
    state: row.state,
    lines: row.count ?? 0,
    quantity: row.sum ?? 0,
    strange: JSON.parse(row.strange) as string[],
    cutOff: row.cut_off === 1,
  }))
}

/** What a transfer counted, in its order. */
export async function readTransferLines(base: Reading, id: number): Promise<CountedLine[]> {
  const rows = await base
    .selectFrom('terminal_lines')
    .select(['barcode', 'quantity'])
    .where('transfer_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ barcode: row.barcode, quantity: quantity(row.quantity) }))
}

/** Moves a transfer on; gives its name. Undefined where it is in none of these states. */
export async function moveTransfer(
  trx: Writing,
  id: number,
  from: readonly TransferState[],
  to: TransferState,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('terminal_transfers')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
