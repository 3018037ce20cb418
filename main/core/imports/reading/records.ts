/** Longest cell taken, in characters. */
export const longestCell = 10 * 1024 * 1024

export type RecordProblem = 'cell-too-large' | 'unclosed-quote'

export interface CsvRecord {
  /** Which record of the file, as a spreadsheet counts its rows: the first is 1, blank ones count, line ends in quotes don't. */
  readonly row: number
  readonly values: string[]
  /** Which values stood in quotes; absent where none did. */
  readonly quoted?: readonly boolean[]
  /** A quote stood where none belongs: the text was taken as it is. */
  readonly odd?: boolean
  readonly problem?: RecordProblem
}

/** Records handed over at a time: a few milliseconds of anybody's work. */
const portion = 100

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const blank = 0x20

/**
 * CSV in pieces: feed text, take the records that are complete. Our own and not papaparse, because what mending
 * needs (which values were quoted), what large files need (resuming in the middle of a cell, a limit on a cell) and
 * what broken files need (a quote nobody closed costs one row, not the rest of the file) are not to be had there.
 */
export class CsvReader {
  readonly #delimiter: number
  readonly #separator: string
  #row = 1
  #text = ''
  /** Start of the cell being read. */
  #at = 0
  #values: string[] = []
  #quoted: boolean[] | undefined
  #odd = false
  #problem: RecordProblem | undefined
  #skipping: 'quoted' | 'plain' | undefined
  #last = false
  #complete: CsvRecord[] = []
  /** How many values a row ought to have: tells a long quoted text from rows swallowed by an unclosed quote. */
  columns = 0

  constructor(delimiter: string) {
    this.#separator = delimiter
    this.#delimiter = delimiter.charCodeAt(0)
  }

  /** Records completed by this piece of text, in portions; `last` ends the file. To be read to its end. */
  *read(text: string, last = false): Generator<CsvRecord[], void, undefined> {
    this.#text = this.#at === 0 ? this.#text + text : this.#text.slice(this.#at) + text
    this.#at = 0
    this.#last = last
    while (this.#cell()) if (this.#complete.length >= portion) yield this.#take()
    if (this.#complete.length > 0) yield this.#take()
  }

  #take(): CsvRecord[] {
    const taken = this.#complete
    this.#complete = []
    return taken
  }

  /** Reads one cell. False where more text is needed. */
  #cell(): boolean {
    if (this.#skipping === 'quoted') return this.#skipQuoted()
    if (this.#skipping === 'plain') return this.#skipPlain()
    if (this.#at === this.#text.length) {
      if (this.#last && this.#values.length > 0) this.#finish('', false)
      return false
    }
    let start = this.#at
    while (this.#text.charCodeAt(start) === blank) start++
    if (this.#text.charCodeAt(start) === quote) return this.#quotedCell(start)
    return this.#plainCell(this.#at)
  }

  #plainCell(from: number): boolean {
    const text = this.#text
    const delimiter = this.#delimiter
    let end = from
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === delimiter || code === lineFeed || code === carriageReturn) break
    }
    if (end === text.length && !this.#last) {
      if (end - this.#at > longestCell) return this.#giveUpCell('plain')
      return false
    }
    return this.#end(this.#at, end, false)
  }

  #quotedCell(open: number): boolean {
    const text = this.#text
    for (let close = text.indexOf('"', open + 1); ; close = text.indexOf('"', close + 1)) {
      if (close === -1) {
        const swallowed = text.length - open > longestCell
        if (!swallowed && !this.#last) return false
        if (this.#swallowedRows(text.slice(open))) return this.#asText('unclosed-quote')
        if (swallowed && !this.#last) return this.#giveUpCell('quoted')
        this.#problem = 'unclosed-quote'
        this.#at = text.length
        this.#finish(text.slice(open + 1), true)
        return false
      }
      if (text.charCodeAt(close + 1) === quote) {
        close++
        continue
      }
      let end = close + 1
      while (text.charCodeAt(end) === blank) end++
      if (end >= text.length && !this.#last) return false
      const code = text.charCodeAt(end)
      if (end >= text.length || code === this.#delimiter || code === lineFeed || code === carriageReturn) {
        return this.#end(open + 1, end, true, close)
      }
      // \" as MySQL writes it.
      if (text[close - 1] === '\\') continue
      const swallowed = text.slice(open, close)
      if (/[\r\n]/.test(swallowed) && this.#swallowedRows(swallowed)) return this.#asText('unclosed-quote')
      this.#odd = true
      return this.#plainCell(/[\r\n]/.test(swallowed) ? open : close)
    }
  }

  /** The quote was no opening one: the row is lost, the rows after it are not. */
  #asText(problem: RecordProblem): boolean {
    this.#problem = problem
    this.#odd = true
    return this.#plainCell(this.#at)
  }

  #swallowedRows(text: string): boolean {
    const lines = text
      .slice(0, 100_000)
      .split(/\r\n|\n|\r/)
      .slice(1, 21)
    const whole = lines.length > 1 ? lines.slice(0, -1) : lines
    const alike = whole.filter((line) => line.split(this.#separator).length === this.columns)
    return this.columns > 1 && alike.length > 0 && alike.length * 2 >= whole.length
  }

  /** A cell ends at `end`, at a delimiter, a line end or the end of the file. */
  #end(start: number, end: number, quoted: boolean, close = end): boolean {
    const text = this.#text
    const code = end < text.length ? text.charCodeAt(end) : -1
    if (code === carriageReturn && end + 1 === text.length && !this.#last) return false
    let value = text.slice(start, close)
    if (quoted && value.includes('"')) value = value.replace(/\\"(?!")|""/g, '"')
    if (value.length > longestCell) {
      this.#problem = 'cell-too-large'
      value = ''
    }
    if (code === this.#delimiter) {
      this.#add(value, quoted)
      this.#at = end + 1
      return true
    }
    this.#at =
      code === carriageReturn && text.charCodeAt(end + 1) === lineFeed
        ? end + 2
        : Math.min(end + 1, text.length)
    this.#finish(value, quoted)
    return true
  }

  #add(value: string, quoted: boolean): void {
    this.#values.push(value)
    if (quoted) (this.#quoted ??= [])[this.#values.length - 1] = true
  }

  #finish(value: string, quoted: boolean): void {
    this.#add(value, quoted)
    this.#complete.push({
      row: this.#row++,
      values: this.#values,
      ...(this.#quoted && { quoted: this.#quoted }),
      ...(this.#odd && { odd: true }),
      ...(this.#problem && { problem: this.#problem }),
    })
    this.#values = []
    this.#quoted = undefined
    this.#odd = false
    this.#problem = undefined
  }

  #giveUpCell(kind: 'quoted' | 'plain'): boolean {
    this.#problem = 'cell-too-large'
    this.#skipping = kind
    this.#at = this.#text.length - (kind === 'quoted' && this.#text.endsWith('"') ? 1 : 0)
    return false
  }

  #skipQuoted(): boolean {
    const text = this.#text
    for (let close = text.indexOf('"', this.#at); close !== -1; close = text.indexOf('"', close + 1)) {
      if (close + 1 === text.length && !this.#last) {
        this.#at = close
        return false
      }
      if (text.charCodeAt(close + 1) === quote) {
        close++
        continue
      }
      this.#at = close + 1
      this.#skipping = 'plain'
      return true
    }
    this.#at = text.length
    if (this.#last) this.#finish('', true)
    return false
  }

  #skipPlain(): boolean {
    const rest = this.#text
      .slice(this.#at)
      .search(new RegExp(`[\\x${this.#delimiter.toString(16).padStart(2, '0')}\\r\\n]`))
    if (rest === -1) {
      this.#at = this.#text.length
      if (this.#last) this.#finish('', true)
      return false
    }
    this.#at += rest
    const done = this.#end(this.#at, this.#at, true)
    if (done) this.#skipping = undefined
    return done
  }
}
