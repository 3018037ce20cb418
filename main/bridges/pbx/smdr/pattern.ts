/**
 * The small language in which an office says what its exchange prints, and in which the ready-made formats are
 * written too:
 * - `{date} {time} {extension}` name what stands there; a space stands for any number of spaces;
 * - `[{line}]` may be missing; `{number:20}` is exactly twenty characters wide; other text stands for itself;
 * - where a comma, semicolon, bar or tab stands between the fields, the line is divided there, and columns after the
 *   last named one are passed over. `{skip}` is a column of no interest.
 */
const shapes = {
  date: String.raw`\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?`,
  time: String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm]?)?`,
  /** Date and time in one column. */
  start: String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s+\d{1,2}:\d{2}(?::\d{2})?`,
  duration: String.raw`\d{1,3}[:'′]\d{2}(?:[:'′]\d{2})?"?`,
  ring: String.raw`\d{1,3}[:'′]\d{2}(?:[:'′]\d{2})?"?`,
  extension: String.raw`[*#]?[A-Za-z]?\d{1,8}`,
  line: String.raw`\d{1,4}`,
  /** The other side: a number, a name, or both. */
  number: '.+?',
  /** The number of the office that was called. */
  called: String.raw`\+?\d{2,20}`,
  account: String.raw`\d{2,16}`,
  cost: String.raw`[\d.,]+[A-Z]{0,3}`,
  /** What kind of call: one of the words that the format explains. */
  class: '[A-Za-z]{1,6}',
  code: '[A-Z][A-Z0-9]',
  id: String.raw`[\w-]+`,
  /** More lines of the same call follow: 1 or 0. */
  continues: '[01]',
  internal: '[01]',
  /** What stands at each end of the call ("E201", "T9001", "V9051"). */
  party1: String.raw`[A-Z]?\d+`,
  party2: String.raw`[A-Z]?\d+`,
  skip: String.raw`\S+`,
} as const

export type SmdrField = keyof typeof shapes

/** What one line said, by field; only fields that were there. */
export type SmdrFields = Partial<Record<Exclude<SmdrField, 'skip'>, string>>

export type PatternFault = 'empty' | 'unknown_field' | 'twice' | 'not_closed' | 'no_duration' | 'no_time'

/** A pattern that cannot be used, and the piece of it that is wrong. */
export class PatternProblem extends Error {
  readonly fault: PatternFault
  readonly piece: string

  constructor(fault: PatternFault, piece = '') {
    super(`${fault}: ${piece}`)
    this.fault = fault
    this.piece = piece
  }
}

/** No exchange prints longer lines, and no pattern takes long over these. */
const LONGEST = 400

export type LineReader = (line: string) => SmdrFields | undefined

/** Makes a reader of a pattern. Throws `PatternProblem`. */
export function compilePattern(pattern: string): LineReader {
  if (pattern.trim() === '' || pattern.length > 500) throw new PatternProblem('empty')
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map((found) => fieldName(found[1] ?? ''))
  for (const name of names)
    if (name !== 'skip' && names.indexOf(name) !== names.lastIndexOf(name))
      throw new PatternProblem('twice', name)
  const separator = /[,;|\t]/.exec(pattern.replace(/\{[^{}]*\}/g, ''))?.[0]
  const read = separator === undefined ? spaced(pattern) : separated(pattern, separator)
  return (line) => (line.length > LONGEST ? undefined : read(line))
}

function fieldName(text: string): SmdrField {
  const name = text.replace(/:\d+$/, '')
  if (!Object.hasOwn(shapes, name)) throw new PatternProblem('unknown_field', text)
  return name as SmdrField
}

function separated(pattern: string, separator: string): LineReader {
  const columns = pattern.split(separator).map((column) => {
    const name = /^\s*\{([^{}]*)\}\s*$/.exec(column)?.[1]
    if (name === undefined) throw new PatternProblem('unknown_field', column.trim())
    return fieldName(name)
  })
  return (line) => {
    const cells = line.split(separator)
    if (cells.length < columns.length) return undefined
    const fields: SmdrFields = {}
    for (const [index, column] of columns.entries()) {
      const cell = (cells[index] ?? '').trim().replace(/^"(.*)"$/, '$1')
      if (column === 'skip' || cell === '') continue
      if (!fits(column, cell)) return undefined
      fields[column] = cell
    }
    return fields
  }
}

/** Moments and durations must look like some: otherwise it is another kind of line. */
function fits(column: SmdrField, cell: string): boolean {
  if (column === 'duration' || column === 'ring') return /^\d+$/.test(cell) || whole('duration').test(cell)
  return !['date', 'time', 'start', 'continues', 'internal'].includes(column) || whole(column).test(cell)
}

function whole(field: SmdrField): RegExp {
  return new RegExp(`^(?:${shapes[field]})$`)
}

function spaced(pattern: string): LineReader {
  let open = false
  const source = pattern
    .trim()
    .replace(/\s+/g, ' ')
    // The space belongs to what may be missing.
    .replace(/ \[/g, '[ ')
    .replace(/^\[([^\]]*)\] /, '[$1 ]')
    .replace(/\{[^{}]*\}|./g, (piece) => {
      if (piece === '[' || piece === ']') {
        if (open === (piece === '[')) throw new PatternProblem('not_closed', piece)
        open = piece === '['
        return open ? '(?:' : ')?'
      }
      if (piece === '{' || piece === '}') throw new PatternProblem('not_closed', piece)
      if (piece === ' ') return String.raw`\s+`
      if (piece.startsWith('{')) return group(piece.slice(1, -1))
      return piece.replace(/[$()*+.?\\^|]/, String.raw`\$&`)
    })
  if (open) throw new PatternProblem('not_closed', '[')
  const expression = new RegExp(String.raw`^\s*${source}\s*$`)
  return (line) => {
    const groups = expression.exec(line)?.groups
    if (!groups) return undefined
    const present = Object.entries(groups).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()] as const],
    )
    return Object.fromEntries(present) as SmdrFields
  }
}

function group(text: string): string {
  const name = fieldName(text)
  const width = /:(\d+)$/.exec(text)?.[1]
  const shape = width === undefined ? shapes[name] : `.{${Math.min(Number(width), LONGEST)}}`
  return name === 'skip' ? `(?:${shape})` : `(?<${name}>${shape})`
}
