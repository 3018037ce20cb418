import { z } from 'zod'
import { deviceKinds, deviceProblems, deviceSettings } from '../devices.ts'
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
  state: z.enum(['off', 'connecting', 'connected', 'waiting']),
  problem: z.enum(deviceProblems).nullable(),
  /** When it will be tried again, while `waiting`. */
  retryAt: z.number().nullable(),
  /** What it last read, since the office was opened. */
  last: z.object({ text: z.string(), at: z.number() }).nullable(),
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
