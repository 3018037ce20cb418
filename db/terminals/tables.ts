import type { Generated } from 'kysely'
import type { TransferState } from '../../app/contract/terminals.ts'

/** The tables of terminals; see migration 0262. Quantities are thousandths. */
export interface TerminalTables {
  terminal_transfers: {
    id: Generated<number>
    device_id: number | null
    user_id: number | null
    at: number
    name: string
    fingerprint: string
    state: TransferState
    strange: string
    cut_off: number
  }
  terminal_lines: { transfer_id: number; position: number; barcode: string; quantity: number }
}
