import type { TerminalFormat } from '../../../app/terminals/formats.ts'
import {
  readQuantity,
  mostLines,
  type CountedLine,
  type ReadTransfer,
} from '../../../app/terminals/reading.ts'
import { toQuantity } from '../../../app/quantity.ts'

const HEADER = 32
const END_OF_FIELDS = 0x0d
const DELETED = 0x2a

interface Column {
  readonly from: number
  readonly length: number
}

/**
 * Reads a table of dBASE III and its kin (the header of 32 bytes, one descriptor of 32 bytes for each field, rows of a
 * fixed length). A file that is shorter than its header says was cut off; rows marked as deleted do not count.
 */
export function readDbf(
  { barcode, quantity }: Extract<TerminalFormat, { kind: 'dbf' }>,
  file: Uint8Array,
): ReadTransfer {
  const bytes = Buffer.from(file)
  const nothing = { lines: [], strange: [], cutOff: true }
  if (bytes.length < HEADER + 1) return nothing
  const [rows, first, length] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)]
  const columns = columnsOf(bytes, Math.min(first, bytes.length))
  const code = columns.get(barcode.toUpperCase())
  const count = quantity === '' ? undefined : columns.get(quantity.toUpperCase())
  if (!code || (quantity !== '' && !count))
    return { ...nothing, strange: [[...columns.keys()].join(', ')], cutOff: false }
  const lines: CountedLine[] = []
  const strange: string[] = []
  for (let row = 0; row < Math.min(rows, mostLines); row++) {
    const at = first + row * length
    if (length === 0 || at + length > bytes.length) return { lines, strange, cutOff: true }
    if (bytes[at] === DELETED) continue
    const textOf = ({ from, length: wide }: Column) =>
      bytes.toString('latin1', at + from, at + from + wide).trim()
    const read = count ? readQuantity(textOf(count)) : toQuantity(1)
    if (textOf(code) !== '' && read !== undefined) lines.push({ barcode: textOf(code), quantity: read })
    else
      strange.push(
        bytes
          .toString('latin1', at, at + length)
          .trim()
          .slice(0, 200),
      )
  }
  return { lines, strange: strange.slice(0, 20), cutOff: rows > mostLines }
}

function columnsOf(bytes: Buffer, end: number): Map<string, Column> {
  const columns = new Map<string, Column>()
  // The first byte of a row says whether it is deleted.
  let from = 1
  for (let at = HEADER; at + HEADER <= end && bytes[at] !== END_OF_FIELDS; at += HEADER) {
    const name = bytes
      .toString('latin1', at, at + 11)
      .replace(/\0.*$/s, '')
      .trim()
      .toUpperCase()
    const length = bytes[at + 16] ?? 0
    columns.set(name, { from, length })
    from += length
  }
  return columns
}
