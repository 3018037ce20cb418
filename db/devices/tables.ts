import type { Generated } from 'kysely'
import type { DeviceKind } from '../../app/devices.ts'

/**
 * `queued` waits; `sending` is on its way; `unsure` may have come out; `printed` did; `dropped` was let go of.
 */
export type PrintState = 'queued' | 'sending' | 'unsure' | 'printed' | 'dropped'

/** The tables of devices; see migrations 0260 and 0261. */
export interface DeviceTables {
  devices: {
    id: Generated<number>
    name: string
    kind: DeviceKind
    settings: string
    enabled: number
    removed_at: Generated<number | null>
  }
  print_jobs: {
    id: Generated<number>
    device_id: number
    user_id: number | null
    at: number
    title: string
    bytes: Buffer
    state: PrintState
    not_after: number | null
  }
}
