import type { DeviceDraft, OfficeDevice } from '../../../app/contract/devices.ts'
import type { DeviceConnection, DeviceKind, DeviceSettings } from '../../../app/devices.ts'

type Serial = Extract<DeviceConnection, { kind: 'serial' }>
type Own<Kind extends DeviceKind> = Omit<
  Extract<DeviceSettings, { kind: Kind }>['settings'],
  'connection' | 'seat'
>

/** What the form of a device holds: the fields of every kind, so that changing the kind and back loses nothing. */
export interface DeviceValues {
  name: string
  enabled: boolean
  kind: DeviceKind
  seat: string
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
  scanner: Own<'scanner'>
  printer: Omit<Own<'printer'>, 'paper' | 'drawer'> & { paper: '58' | '80'; drawer: '' | '2' | '5' }
  display: Own<'display'>
}

/** The ways in which a device of a kind can be connected, the usual one first. */
export const ways: Record<DeviceKind, readonly DeviceConnection['kind'][]> = {
  scanner: ['serial', 'tcp', 'listen'],
  printer: ['tcp', 'serial', 'file'],
  display: ['serial', 'tcp', 'file'],
}

const usual: Omit<DeviceValues, 'name' | 'seat'> = {
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
  scanner: { ends: 'line' },
  printer: { paper: '80', pages: ['pc437', 'pc866', 'wpc1252'], cuts: true, drawer: '', answers: true },
  display: { columns: 20, pages: [] },
}

/** What the form begins with: a device that there is, or a new one. */
export function valuesOf(device: OfficeDevice | undefined, here: string): DeviceValues {
  const values: DeviceValues = { ...structuredClone(usual), name: '', seat: here }
  if (!device) return values
  const { kind, name, enabled } = device
  const { connection, seat, ...own } = device.settings
  Object.assign(values, { name, enabled, kind, seat })
  Object.assign(values[kind], own)
  Object.assign(values.connection, connection)
  if (device.kind === 'printer') {
    const { paper, drawer } = device.settings
    values.printer.paper = paper === 58 ? '58' : '80'
    values.printer.drawer = drawer === null ? '' : drawer === 2 ? '2' : '5'
  }
  if (connection.kind === 'serial') {
    values.connection.bits = connection.bits === 7 ? '7' : '8'
    values.connection.stopBits = connection.stopBits === 2 ? '2' : '1'
  }
  return values
}

function connectionOf(values: DeviceValues['connection']): DeviceConnection {
  const { kind, path, baud, bits, parity, stopBits, usb, host, port } = values
  if (kind === 'file') return { kind, path: path.trim() }
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
export function settingsOf(values: DeviceValues): DeviceSettings {
  const { kind, seat } = values
  const shared = { connection: connectionOf(values.connection), seat }
  if (kind === 'scanner') return { kind, settings: { ...shared, ...values.scanner } }
  if (kind === 'display') return { kind, settings: { ...shared, ...values.display } }
  const { paper, drawer, ...plain } = values.printer
  return {
    kind,
    settings: {
      ...shared,
      ...plain,
      paper: paper === '58' ? 58 : 80,
      drawer: drawer === '' ? null : drawer === '2' ? 2 : 5,
    },
  }
}

/** What is saved. */
export const draftOf = (values: DeviceValues, id: number | undefined): DeviceDraft => ({
  ...settingsOf(values),
  ...(id === undefined ? {} : { id }),
  name: values.name.trim(),
  enabled: values.enabled,
})
