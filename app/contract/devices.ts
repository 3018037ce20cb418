import { z } from 'zod'
import { deviceKinds, deviceProblems, deviceSettings } from '../devices.ts'
import { codePageNames } from '../receipts/codePages.ts'
import { receipt } from '../receipts/receipt.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()

const deviceNames = {
  name: z.string().trim().min(1).max(100),
  enabled: z.boolean(),
}

/** How a device stands. */
export const deviceState = z.object({
  id,
  name: z.string(),
  kind: z.enum(deviceKinds),
  /** `ready`: a printer that nothing is known against. */
  state: z.enum(['off', 'ready', 'connecting', 'connected', 'waiting']),
  problem: z.enum(deviceProblems).nullable(),
  /** When it will be tried again, while `waiting`. */
  retryAt: z.number().nullable(),
  /** What it last read, since the office was opened. */
  last: z.object({ text: z.string(), at: z.number() }).nullable(),
  /** A cash drawer hangs on it. */
  drawer: z.boolean(),
  /** Of a printer: what has not come out yet, or perhaps not, the oldest first. */
  jobs: z.array(
    z.object({ id, title: z.string(), at: z.number(), state: z.enum(['queued', 'sending', 'unsure']) }),
  ),
})
export type DeviceState = z.infer<typeof deviceState>

export const device = deviceSettings.and(z.object({ id, ...deviceNames }))
export type OfficeDevice = z.infer<typeof device>

export const deviceDraft = deviceSettings.and(z.object({ id: id.optional(), ...deviceNames }))
export type DeviceDraft = z.infer<typeof deviceDraft>

export const devices = {
  states: read('devices.use').output(z.array(deviceState)),
  all: read('devices.edit').output(
    z.object({
      devices: z.array(device),
      /** Computers that people have signed in at, the reader's own first. */
      seats: z.array(z.string()),
    }),
  ),
  /** The printers and displays in use, those of the reader's computer first. */
  outputs: read('devices.use').output(
    z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(['printer', 'display']),
        /** Belongs to the reader's computer. */
        own: z.boolean(),
        columns: z.number().int(),
        /** Of a printer: so many dots go side by side. */
        dots: z.number().int(),
        pages: z.array(z.enum(codePageNames)),
        drawer: z.boolean(),
      }),
    ),
  ),
  /** Puts a receipt into the printer's queue, and answers at once. */
  print: command('devices.use')
    .input(z.object({ printer: id, receipt }))
    .output(z.object({ job: id })),
  /** Opens the drawer that hangs on a printer: now, or not at all. Throws NOT_FOUND where none does. */
  openDrawer: command('devices.use')
    .input(z.object({ printer: id }))
    .output(z.null()),
  /** What becomes of a receipt that has not come out, or perhaps not: printed once more, or let go of. */
  settleJob: command('devices.use')
    .input(z.object({ job: id, again: z.boolean() }))
    .output(z.null()),
  /** Shows two lines to the customer; none: an empty display. */
  show: task('devices.use')
    .input(z.object({ display: id, lines: z.array(z.string().max(100)).max(2) }))
    .output(z.null()),
  save: command('devices.edit').input(deviceDraft).output(z.object({ id })),
  remove: command('devices.edit')
    .input(z.object({ id, removed: z.boolean() }))
    .output(z.null()),
  /** Tries whether the device can be reached as it would be. */
  test: task('devices.edit')
    .input(deviceSettings.and(z.object({ id: id.optional() })))
    .output(z.object({ problem: z.enum(deviceProblems).nullable() })),
  /** Serial lines of the office's computer. */
  serialLines: read('devices.edit').output(
    z.array(
      z.object({
        path: z.string(),
        maker: z.string(),
        usb: z.object({ vendor: z.string(), product: z.string(), serial: z.string() }).nullable(),
      }),
    ),
  ),
}
