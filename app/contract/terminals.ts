import { z } from 'zod'
import { terminalFormat } from '../terminals/formats.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()

/**
 * Where a transfer stands: `open` waits for a stock-take; `repeated` is the same as one before, `broken` was cut off or
 * has lines that cannot be read: neither counts until somebody says so; `used` stands in a stock-take; `dropped`.
 */
export const transferStates = ['open', 'repeated', 'broken', 'used', 'dropped'] as const
export type TransferState = (typeof transferStates)[number]

const counted = z.object({
  barcode: z.string().trim().min(1).max(100),
  /** In thousandths. */
  quantity: z.number().int().min(-9_999_999_000).max(9_999_999_000),
})

export const transfer = z.object({
  id,
  at: z.number(),
  /** The terminal, or the page. */
  source: z.string(),
  /** Of the file, or as somebody called it. */
  name: z.string(),
  state: z.enum(transferStates),
  lines: z.number().int(),
  quantity: z.number().int(),
  strange: z.array(z.string()),
  cutOff: z.boolean(),
})
export type Transfer = z.infer<typeof transfer>

export const terminals = {
  /** The latest transfers, the newest first. */
  transfers: read('devices.use').output(z.array(transfer)),
  lines: read('devices.use').input(z.object({ id })).output(z.array(counted)),
  /** Takes what was put aside, or drops it. Nothing that is used is dropped. Throws NOT_FOUND. */
  settle: command('devices.use')
    .input(z.object({ id, state: z.enum(['open', 'dropped']) }))
    .output(z.null()),
  /** What was counted on a page. The same key again is the same count: it is kept once. */
  send: command('devices.use')
    .input(
      z.object({
        key: z.string().min(8).max(64),
        name: z.string().trim().max(100),
        lines: z.array(counted).min(1).max(20_000),
      }),
    )
    .output(z.object({ id })),
  /** What text would mean in a format. Throws BAD_LINE_PATTERN. */
  tryText: read('devices.edit')
    .input(z.object({ format: terminalFormat, text: z.string().max(20_000) }))
    .output(
      z.object({
        lines: z.array(z.object({ barcode: z.string(), quantity: z.number().int() })),
        strange: z.array(z.string()),
        cutOff: z.boolean(),
      }),
    ),
}
