import type { Generated } from 'kysely'
import type { DeviceKind } from '../../app/devices.ts'

/** The tables of devices; see migration 0260. */
export interface DeviceTables {
  devices: {
    id: Generated<number>
    name: string
    kind: DeviceKind
    settings: string
    enabled: number
    removed_at: Generated<number | null>
  }
}
