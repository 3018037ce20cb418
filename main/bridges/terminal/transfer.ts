import type { TerminalFormat } from '../../../app/terminals/formats.ts'
import { readLines, type ReadTransfer } from '../../../app/terminals/reading.ts'
import { readDbf } from './dbf.ts'

/** More than any terminal holds. */
export const LONGEST_TRANSFER = 8 * 1024 * 1024

/** What a terminal sent, as its format says. Throws BadLinePattern. */
export const readTransfer = (format: TerminalFormat, bytes: Uint8Array): ReadTransfer =>
  format.kind === 'dbf' ? readDbf(format, bytes) : readLines(format, Buffer.from(bytes).toString('utf8'))
