import { Refusal } from '../../../app/errors.ts'
import type { TerminalFormat } from '../../../app/terminals/formats.ts'
import { BadLinePattern, lineReader } from '../../../app/terminals/reading.ts'
import {
  insertTransfer,
  moveTransfer,
  readTransferLines,
  readTransfers,
  readTransferWith,
} from '../../../db/terminals/transfers.ts'
import { readTransfer } from '../../bridges/terminal/transfer.ts'
import type { Services } from '../work.ts'

const mostTransfers = 200

/** What terminals and pages counted. */
export const terminals: Services<'terminals'> = {
  transfers: ({ base }) => readTransfers(base, mostTransfers),

  lines: ({ base }, { id }) => readTransferLines(base, id),

  async settle({ trx, log, tell }, { id, state }) {
    const from =
      state === 'open'
        ? (['repeated', 'broken', 'dropped'] as const)
        : (['open', 'repeated', 'broken'] as const)
    const name = await moveTransfer(trx, id, from, state)
    if (name === undefined) throw new Refusal('NOT_FOUND')
    log({
      subject: { type: 'transfer', id, name },
      changes: [{ field: 'transfer.state', before: null, after: state }],
    })
    tell({ type: 'terminals.changed' })
    return null
  },

  async send({ trx, at, actor, log, tell }, { key, name, lines }) {
    // By its key it is known again, also by another way than the same command: a page that lost its memory of the answer.
    const fingerprint = `page ${key}`
    const before = await readTransferWith(trx, fingerprint)
    if (before !== undefined) return { id: before }
    const id = await insertTransfer(trx, {
      deviceId: null,
      userId: actor.userId,
      at,
      name,
      fingerprint,
      state: 'open',
      strange: [],
      cutOff: false,
      lines,
    })
    log({
      subject: { type: 'transfer', id, name },
      changes: [{ field: 'transfer.lines', before: null, after: lines.length }],
    })
    tell({ type: 'terminals.changed' })
    return { id }
  },

  async tryText(_look, { format, text }) {
    usableFormat(format)
    const { lines, strange, cutOff } = readTransfer(format, Buffer.from(text))
    return { lines: lines.slice(0, 50), strange: [...strange], cutOff }
  },
}

/** Throws BAD_LINE_PATTERN where nothing could be read so. */
export function usableFormat(format: TerminalFormat): void {
  if (format.kind === 'dbf') return
  try {
    lineReader(format)
  } catch (error) {
    if (error instanceof BadLinePattern) throw new Refusal('BAD_LINE_PATTERN', { fault: error.fault })
    throw error
  }
}
