import { createHash } from 'node:crypto'
import type { TransferState } from '../../../app/contract/terminals.ts'
import { officeSeat } from '../../../app/devices.ts'
import type { TerminalFormat } from '../../../app/terminals/formats.ts'
import { insertTransfer, readTransferWith } from '../../../db/terminals/transfers.ts'
import { LONGEST_TRANSFER, readTransfer } from '../../bridges/terminal/transfer.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'

/** Of what a terminal sends, in bytes. */
export const longestTransfer = LONGEST_TRANSFER

/** What came from a terminal. */
export interface Came {
  readonly deviceId: number
  readonly name: string
  readonly bytes: Uint8Array
  /** The line broke, or the file was cut off. */
  readonly cut: boolean
}

/**
 * Keeps what came from a terminal, whole or not, and says what it is. One that is the same as one before is put aside:
 * a person may have pressed the button twice, or counted twice as much, and only people know which. Nothing is written
 * into the stock here.
 */
export async function takeTransfer(
  office: Office,
  format: TerminalFormat,
  { deviceId, name, bytes, cut }: Came,
): Promise<TransferState> {
  const read = readTransfer(format, bytes)
  const cutOff = cut || read.cutOff
  const whole = !cutOff && read.strange.length === 0 && read.lines.length > 0
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([deviceId, read.lines]))
    .digest('base64url')
  return writeAs(office, null, officeSeat, 'terminals.came', async ({ trx, at, log, tell }) => {
    const before = await readTransferWith(trx, fingerprint)
    const state = whole ? (before === undefined ? 'open' : 'repeated') : 'broken'
    const transfer = { deviceId, userId: null, at, name, fingerprint, state, cutOff } as const
    const id = await insertTransfer(trx, { ...transfer, lines: read.lines, strange: read.strange })
    log({
      subject: { type: 'transfer', id, name },
      changes: [{ field: 'transfer.lines', before: null, after: read.lines.length }],
    })
    tell({ type: 'terminals.changed' })
    return state
  })
}
