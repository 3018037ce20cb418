import { z } from 'zod'
import type { PbxProblem } from './pbxProblems.ts'
import { codePageNames } from './receipts/codePages.ts'
import { terminalFormat } from './terminals/formats.ts'

/** What an office says of its devices: how each is connected and what it does, by kind. */

export const deviceKinds = ['scanner', 'printer', 'display', 'terminal'] as const
export type DeviceKind = (typeof deviceKinds)[number]

const port = z.number().int().min(1).max(65_535)
const host = z.string().trim().min(1).max(200)

/** How a device is reached: always from the office's own computer. */
export const deviceConnection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('serial'),
    path: z.string().trim().min(1).max(300),
    baud: z.number().int().min(50).max(1_000_000),
    bits: z.union([z.literal(7), z.literal(8)]),
    parity: z.enum(['none', 'even', 'odd']),
    stopBits: z.union([z.literal(1), z.literal(2)]),
    /** Of a USB device, so that it is found again under another name. */
    usb: z
      .object({ vendor: z.string().max(20), product: z.string().max(20), serial: z.string().max(200) })
      .nullable(),
  }),
  /** A printer that the system shows as a file. */
  z.object({ kind: z.literal('file'), path: z.string().trim().min(1).max(300) }),
  /** It waits, and we connect. */
  z.object({ kind: z.literal('tcp'), host, port }),
  /** It connects to us. */
  z.object({ kind: z.literal('listen'), host, port }),
])
export type DeviceConnection = z.infer<typeof deviceConnection>

/** Terminals come in other ways too: they put files into a folder, or send over the web, with a key of their own. */
export const terminalConnection = z.discriminatedUnion('kind', [
  ...deviceConnection.options,
  z.object({ kind: z.literal('folder'), path: z.string().trim().min(1).max(300) }),
  z.object({ kind: z.literal('web'), key: z.string().regex(/^[\w-]{20,64}$/) }),
])
export type TerminalConnection = z.infer<typeof terminalConnection>

/** The office's own computer, among the computers that devices belong to. */
export const officeSeat = 'office'

/** A computer of the office by its address on the network; the office's own has one name whatever it is reached by. */
export const seatName = (seat: string): string =>
  /^(127\.|::1$)/.test(seat) || seat === 'this computer' ? officeSeat : seat

/**
 * What a scanner puts behind a code: the end of a line in any of its spellings, a tab, or nothing but a pause.
 */
export const codeEnds = ['line', 'tab', 'pause'] as const

const seat = z.string().trim().min(1).max(100)
const pages = z.array(z.enum(codePageNames)).max(codePageNames.length)

export const scannerSettings = z.object({
  connection: deviceConnection,
  ends: z.enum(codeEnds),
  /** The computer whose windows get what it reads. */
  seat,
})

export const printerSettings = z.object({
  connection: deviceConnection,
  /** The computer that prints on it. */
  seat,
  paper: z.union([z.literal(58), z.literal(80)]),
  /** The code pages that it has; other letters are sent as a picture. */
  pages,
  cuts: z.boolean(),
  /** The pin by which it opens a cash drawer; null: none hangs on it. */
  drawer: z.union([z.literal(2), z.literal(5)]).nullable(),
  /** Whether it says how it is when it is asked. */
  answers: z.boolean(),
})

export const displaySettings = z.object({
  connection: deviceConnection,
  /** The computer whose customers look at it. */
  seat,
  columns: z.number().int().min(8).max(40),
  pages,
})

export const terminalSettings = z.object({ connection: terminalConnection, format: terminalFormat })

export const deviceSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('scanner'), settings: scannerSettings }),
  z.object({ kind: z.literal('printer'), settings: printerSettings }),
  z.object({ kind: z.literal('display'), settings: displaySettings }),
  z.object({ kind: z.literal('terminal'), settings: terminalSettings }),
])
export type DeviceSettings = z.infer<typeof deviceSettings>

/** What keeps a printer from printing that can be reached. */
export type PrinterProblem = 'paper_out' | 'cover_open' | 'printer_error'

/** Why a device cannot be had, each with something else to be done about it. */
export const deviceProblems = [
  'unknown_host',
  'no_route',
  'nothing_listens',
  'port_taken',
  'lost',
  'silent',
  'paper_out',
  'cover_open',
  'printer_error',
  'no_device',
  'no_folder',
  'device_busy',
  'device_denied',
  'broken',
] as const
export type DeviceProblem = (typeof deviceProblems)[number]

/** A connection's problem in the words for devices. */
export function deviceProblem(
  problem: PbxProblem | PrinterProblem,
  { kind }: TerminalConnection,
): DeviceProblem {
  if (problem === 'device_busy' && kind === 'listen') return 'port_taken'
  if (problem === 'no_device' && kind === 'folder') return 'no_folder'
  return deviceProblems.find((known) => known === problem) ?? 'broken'
}
