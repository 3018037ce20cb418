import type { DeviceDraft, OfficeDevice } from '../../../app/contract/devices.ts'
import {
  type DeviceConnection,
  type DeviceKind,
  type DeviceSettings,
  type TerminalConnection,
} from '../../../app/devices.ts'
import {
  readyFormatNames,
  readyFormats,
  type ReadyFormat,
  type TerminalFormat,
} from '../../../app/terminals/formats.ts'

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
    kind: TerminalConnection['kind']
    /** By which a terminal proves itself over the web. */
    key: string
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
  terminal: { format: ReadyFormat | 'own'; pattern: string; end: string; barcode: string; quantity: string }
}

/** The ways in which a device of a kind can be connected, the usual one first. */
export const ways: Record<DeviceKind, readonly TerminalConnection['kind'][]> = {
  scanner: ['serial', 'tcp', 'listen'],
  printer: ['tcp', 'serial', 'file'],
  display: ['serial', 'tcp', 'file'],
  terminal: ['folder', 'serial', 'tcp', 'listen', 'web'],
}

const usual: Omit<DeviceValues, 'name' | 'seat'> = {
  enabled: true,
  kind: 'scanner',
  connection: {
    kind: 'serial',
    key: '',
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
  terminal: { format: 'semicolon', pattern: '', end: '', barcode: 'BARCODE', quantity: 'QUANTITY' },
}

/** What the form begins with: a device that there is, or a new one. */
export function valuesOf(device: OfficeDevice | undefined, here: string): DeviceValues {
  const values: DeviceValues = { ...structuredClone(usual), name: '', seat: here }
  values.connection.key = newKey()
  if (!device) return values
  const { kind, name, enabled } = device
  const { connection, ...own } = device.settings
  Object.assign(values, { name, enabled, kind })
  Object.assign(values.connection, connection)
  if (device.kind === 'terminal') values.terminal = formatValues(device.settings.format)
  else {
    values.seat = device.settings.seat
    Object.assign(values[kind], own)
  }
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

/** Long enough that nobody guesses it. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

function formatValues(format: TerminalFormat): DeviceValues['terminal'] {
  if (format.kind === 'dbf') {
    const { barcode, quantity } = format
    return { ...usual.terminal, format: 'dbf', barcode, quantity }
  }
  const { pattern, end } = format
  const ready = readyFormatNames.find((name) => {
    const one = readyFormats[name]
    return one.kind === 'lines' && one.pattern === pattern
  })
  return { ...usual.terminal, format: ready ?? 'own', pattern, end }
}

/** What a terminal writes, as the form says. */
export function formatOf({
  format,
  pattern,
  end,
  barcode,
  quantity,
}: DeviceValues['terminal']): TerminalFormat {
  if (format === 'dbf') return { kind: 'dbf', barcode: barcode.trim(), quantity: quantity.trim() }
  const ready = format === 'own' ? undefined : readyFormats[format]
  return { kind: 'lines', pattern: ready?.kind === 'lines' ? ready.pattern : pattern.trim(), end: end.trim() }
}

function terminalConnectionOf(values: DeviceValues['connection']): TerminalConnection {
  if (values.kind === 'folder') return { kind: values.kind, path: values.path.trim() }
  if (values.kind === 'web') return { kind: values.kind, key: values.key }
  return lineOf({ ...values, kind: values.kind })
}

/** A device of another kind is reached over a line. */
function connectionOf(values: DeviceValues['connection']): DeviceConnection {
  const { kind } = values
  return lineOf({ ...values, kind: kind === 'folder' || kind === 'web' ? 'serial' : kind })
}

function lineOf(
  values: Omit<DeviceValues['connection'], 'kind'> & { kind: DeviceConnection['kind'] },
): DeviceConnection {
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
  if (kind === 'terminal')
    return {
      kind,
      settings: { connection: terminalConnectionOf(values.connection), format: formatOf(values.terminal) },
    }
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
