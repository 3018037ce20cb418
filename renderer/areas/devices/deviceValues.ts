import type { DeviceDraft, OfficeDevice } from '../../../app/contract/devices.ts'
import {
  officeSeat,
  type DeviceConnection,
  type DeviceKind,
  type DeviceSettings,
} from '../../../app/devices.ts'

type Serial = Extract<DeviceConnection, { kind: 'serial' }>
type Scanner = Extract<DeviceSettings, { kind: 'scanner' }>['settings']

/** What the form of a device holds: the fields of every kind, so that changing the kind and back loses nothing. */
export interface DeviceValues {
  name: string
  enabled: boolean
  kind: DeviceKind
  connection: {
    kind: DeviceConnection['kind']
    path: string
    baud: number
    bits: '7' | '8'
    parity: Serial['parity']
    stopBits: '1' | '2'
    usb: Serial['usb']
    host: string
    port: number
  }
  scanner: Omit<Scanner, 'connection'>
}

const usual: Omit<DeviceValues, 'name'> = {
  enabled: true,
  kind: 'scanner',
  connection: {
    kind: 'serial',
    path: '',
    baud: 9600,
    bits: '8',
    parity: 'none',
    stopBits: '1',
    usb: null,
    host: '',
    port: 9100,
  },
  scanner: { ends: 'line', seat: officeSeat },
}

/** What the form begins with: a device that there is, or a new one. */
export function valuesOf(device: OfficeDevice | undefined, here: string): DeviceValues {
  const values: DeviceValues = { ...structuredClone(usual), name: '' }
  values.scanner.seat = here
  if (!device) return values
  const { connection, ...own } = device.settings
  Object.assign(values, { name: device.name, enabled: device.enabled, kind: device.kind })
  Object.assign(values[device.kind], own)
  Object.assign(values.connection, connection)
  if (connection.kind === 'serial') {
    values.connection.bits = connection.bits === 7 ? '7' : '8'
    values.connection.stopBits = connection.stopBits === 2 ? '2' : '1'
  }
  return values
}

function connectionOf(values: DeviceValues['connection']): DeviceConnection {
  const { kind, path, baud, bits, parity, stopBits, usb, host, port } = values
  if (kind !== 'serial') return { kind, host: host.trim(), port }
  return {
    kind,
    path: path.trim(),
    baud,
    bits: bits === '7' ? 7 : 8,
    parity,
    stopBits: stopBits === '2' ? 2 : 1,
    usb,
  }
}

/** How the device is set up, as the form says. */
export const settingsOf = ({ kind, connection, scanner }: DeviceValues): DeviceSettings => ({
  kind,
  settings: { connection: connectionOf(connection), ...scanner },
})

/** What is saved. */
export const draftOf = (values: DeviceValues, id: number | undefined): DeviceDraft => ({
  ...settingsOf(values),
  ...(id === undefined ? {} : { id }),
  name: values.name.trim(),
  enabled: values.enabled,
})
