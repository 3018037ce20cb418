import { toQuantity, type Quantity } from '../quantity.ts'
import { lineFields, type LineField, type LinesFormat } from './formats.ts'

/** One thing counted. */
export interface CountedLine {
  readonly barcode: string
  readonly quantity: Quantity
}

/** What is wrong with a pattern: `barcode` is missing, `unknown` field, brackets not `closed`, a field `twice`. */
export type PatternFault = 'barcode' | 'unknown' | 'closed' | 'twice'

export class BadLinePattern extends Error {
  readonly fault: PatternFault

  constructor(fault: PatternFault) {
    super(fault)
    this.fault = fault
  }
}

/** More than anybody counts of one thing. */
const MOST = 9_999_999

/** Reads one line; undefined where it does not fit. */
export type LineReader = (line: string) => CountedLine | undefined

/** Makes a reader of a pattern. Throws BadLinePattern. */
export function lineReader({ pattern }: Pick<LinesFormat, 'pattern'>): LineReader {
  const { source, fields } = compiled(pattern)
  const expression = new RegExp(`^${source}$`, 'u')
  return (line) => {
    const found = expression.exec(line.trimEnd())
    if (!found) return undefined
    const of = (field: LineField) => found[fields.indexOf(field) + 1]?.trim()
    const barcode = fields.includes('barcode') ? unquoted(of('barcode') ?? '') : ''
    const written = fields.includes('quantity') ? of('quantity') : undefined
    // Where nothing is said of how many, each line is one.
    const quantity = written === undefined || written === '' ? toQuantity(1) : readQuantity(unquoted(written))
    return barcode === '' || quantity === undefined ? undefined : { barcode, quantity }
  }
}

/** Digits with a point or a comma; leading zeros and spaces as fixed widths have them. */
export function readQuantity(text: string): Quantity | undefined {
  const plain = text.trim().replace(',', '.')
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(plain)) return undefined
  const number = Number(plain)
  return Math.abs(number) > MOST ? undefined : toQuantity(number)
}

const unquoted = (text: string): string => text.replace(/^"(.*)"$/, '$1').trim()

function compiled(pattern: string): { source: string; fields: LineField[] } {
  const fields: LineField[] = []
  let source = ''
  let open = 0
  const rest = pattern.matchAll(/\{([^{}]*)\}|\[|\]|[^{}[\]]+|[{}]/gu)
  for (const [piece, named] of rest) {
    if (piece === '[') {
      open++
      source += '(?:'
    } else if (piece === ']') {
      if (--open < 0) throw new BadLinePattern('closed')
      source += ')?'
    } else if (piece === '{' || piece === '}') throw new BadLinePattern('closed')
    else if (named === 'tab') source += String.raw`\t`
    else if (named !== undefined) {
      const [name, width] = named.split(':', 2)
      const field = lineFields.find((one) => one === name)
      if (!field || (width !== undefined && !/^[1-9]\d?$/.test(width))) throw new BadLinePattern('unknown')
      if (field !== 'skip' && fields.includes(field)) throw new BadLinePattern('twice')
      fields.push(field)
      // A width is kept to but for the last column, whose spaces at the end some terminals leave away.
      source += width === undefined ? '(.*?)' : `(.{1,${width}})`
    } else source += piece.replace(/[.*+?^${}()|\\/-]/g, String.raw`\$&`)
  }
  if (open > 0) throw new BadLinePattern('closed')
  if (!fields.includes('barcode')) throw new BadLinePattern('barcode')
  return { source, fields }
}

/** What a transfer comes to. */
export interface ReadTransfer {
  readonly lines: readonly CountedLine[]
  /** Lines that do not fit, as they came; the first few of them. */
  readonly strange: readonly string[]
  /** The mark of the end is missing: something was cut off. */
  readonly cutOff: boolean
}

const MOST_STRANGE = 20
/** A thing that is counted on more lines than this is no count. */
export const mostLines = 50_000

/** Reads a transfer of text. Throws BadLinePattern. */
export function readLines(format: LinesFormat, text: string): ReadTransfer {
  const read = lineReader(format)
  const rows = text
    .replace(/^\uFEFF/, '')
    // eslint-disable-next-line no-control-regex -- marks of a frame, and the end of a file as DOS wrote it
    .replace(/[\0-\b\x0e-\x1a]/g, '')
    .split(/\r\n|\r|\n/)
    .filter((row) => row.trim() !== '')
  const ends = format.end !== '' && rows.at(-1)?.trim() === format.end
  if (ends) rows.pop()
  const lines: CountedLine[] = []
  const strange: string[] = []
  for (const row of rows.slice(0, mostLines)) {
    const line = read(row)
    if (line) lines.push(line)
    else if (strange.length < MOST_STRANGE) strange.push(row.slice(0, 200))
  }
  return { lines, strange, cutOff: (format.end !== '' && !ends) || rows.length > mostLines }
}
