import { countryOf } from '../../../app/countries.ts'

/**
 * Rows with a delimiter inside a value that nobody put in quotes ("24, place Kléber" as two values) are put right
 * here, or refused: values never slide silently into the neighbouring column. What each column usually holds is
 * learned from the rows that have the right number of values; a row is mended when one way of joining its pieces
 * is clearly likelier than every other.
 */
export interface Pieces {
  readonly values: readonly string[]
  readonly quoted?: readonly boolean[] | undefined
}

interface ColumnProfile {
  readonly seen: ReadonlyMap<string, number>
  readonly kinds: ReadonlyMap<string, number>
  readonly starts: ReadonlyMap<string, number>
  /** Whether values come again and again, as countries and job titles do. */
  readonly repeats: boolean
}

export interface Profile {
  readonly columns: readonly ColumnProfile[]
  readonly rows: number
  /** The file writes "a, b, c": a blank after the delimiter means nothing there. */
  readonly blanks: boolean
  /** Usual score of a row, and how far below it a good row can lie. */
  readonly usual: number
  readonly spread: number
}

const join = { blank: 0, none: -4, empty: -7 }
const cutBeforeBlank = -4
/** A value that stands at the end of the row with nothing in it, or is missing there. */
const dropped = -4
const missing = -6
/** How much likelier than the next best a mended row must be: e³ is twenty times. */
const margin = 3
const mostSurplus = 12

/** A blank after the delimiter in an unquoted value: in most files, a sentence that goes on. */
const goesOn = ({ values, quoted }: Pieces, index: number) =>
  index > 0 && /^[ \u00a0]+\S/.test(values[index]!) && !quoted?.[index]

export const hasGoingOn = (row: Pieces, profile: Profile) =>
  !profile.blanks && row.values.some((_, index) => goesOn(row, index))

/** Learns from rows as they stand in the file; those of another length teach nothing. */
export function learn(headings: Pieces, rows: readonly Pieces[]): Profile {
  const width = headings.values.length
  const regular = rows.filter((row) => row.values.length === width)
  const blanks = writesBlanks(headings, regular)
  const good = blanks ? regular : regular.filter((row) => !row.values.some((_, index) => goesOn(row, index)))
  const columns = headings.values.map((_, column) =>
    columnProfile(good.map((row) => row.values[column]!.trim())),
  )
  const profile = { columns, rows: good.length, blanks, usual: 0, spread: 0 }
  const scores = good
    .slice(0, 300)
    .map(
      (row) =>
        columns.reduce((sum, _, column) => sum + likelihood(profile, column, row.values[column]!), 0) / width,
    )
  const usual = scores.reduce((sum, score) => sum + score, 0) / (scores.length || 1)
  const spread = Math.sqrt(
    scores.reduce((sum, score) => sum + (score - usual) ** 2, 0) / (scores.length || 1),
  )
  return { ...profile, usual, spread }
}

function writesBlanks(headings: Pieces, rows: readonly Pieces[]): boolean {
  const share = (all: readonly Pieces[]) => {
    const places = all.flatMap((row) =>
      row.values.map((value, index) =>
        index > 0 && value !== '' && !row.quoted?.[index] ? goesOn(row, index) : undefined,
      ),
    )
    const counted = places.filter((place) => place !== undefined)
    return counted.filter(Boolean).length / (counted.length || 1)
  }
  return share([headings]) >= 0.5 || share(rows.slice(0, 300)) > 0.3
}

function columnProfile(values: readonly string[]): ColumnProfile {
  const count = (of: (value: string) => string) => {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(of(value), (counts.get(of(value)) ?? 0) + 1)
    return counts
  }
  const seen = count((value) => value)
  const filled = values.filter((value) => value !== '').length
  seen.delete('')
  return {
    seen,
    kinds: count(kindOf),
    starts: count(startOf),
    repeats: filled >= 8 && seen.size <= filled / 2,
  }
}

const kindCount = 14
const startCount = 5

/** What a value looks like, coarsely. */
function kindOf(value: string): string {
  if (value === '') return 'nothing'
  if (value.length > 80) return 'long'
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email'
  if (/^(https?:\/\/|www\.)\S+$/i.test(value)) return 'url'
  if (/^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/.test(value)) return 'date'
  if (/^\d{1,3}$/.test(value)) return 'small number'
  if (/^[A-Z]{0,2}-?\d[\d-]{2,8}$/.test(value) && value.length <= 9) return 'postcode'
  if (/^(?=.*\d)[A-Z\d]{2,5}[ -]?[A-Z\d]{2,5}$/.test(value)) return 'code'
  if (/^[+(\d][\d\s()./-]{5,}$/.test(value)) return 'phone'
  if (countryOf(value) !== undefined) return 'country'
  if (/\d/.test(value)) return 'words and digits'
  if (/^\S+$/.test(value)) return value === value.toUpperCase() ? 'capitals' : 'word'
  return 'words'
}

function startOf(value: string): string {
  if (value === '') return 'nothing'
  if (/^\p{Nd}/u.test(value)) return 'digit'
  if (/^\p{Lu}/u.test(value)) return 'capital'
  if (/^\p{Ll}/u.test(value)) return 'small'
  return 'other'
}

/** Log-likelihood of a value in a column, as naive Bayes has it. */
function likelihood(profile: Profile, column: number, value: string): number {
  const { kinds, starts, seen, repeats } = profile.columns[column]!
  const text = value.trim()
  const part = (counts: ReadonlyMap<string, number>, key: string, options: number) =>
    Math.log(((counts.get(key) ?? 0) + 0.5) / (profile.rows + 0.5 * options))
  const known = text === '' ? 0 : (seen.get(text) ?? 0) > 1 ? 1.5 : repeats ? -1.5 : 0
  return part(kinds, kindOf(text), kindCount) + 0.5 * part(starts, startOf(text), startCount) + known
}

interface Way {
  readonly score: number
  readonly before: Way | undefined
  readonly value: string
}

/**
 * The values of a row that has another number of them than the headings, or that has a blank after a delimiter:
 * `values` as they are (`mended` false), put right (`mended` true), or undefined when that is not certain.
 */
export function mend(
  row: Pieces,
  profile: Profile,
  delimiter: string,
): { values: string[]; mended: boolean } | undefined {
  const width = profile.columns.length
  const surplus = row.values.length - width
  if (surplus > mostSurplus || (surplus < 0 && !hasGoingOn(row, profile))) return undefined
  const [best, second] = ways(row, profile, delimiter)
  if (!best) return undefined
  const values = valuesOf(best)
  const asItIs =
    row.values.length <= width && values.every((value, index) => value === (row.values[index] ?? ''))
  if (asItIs) return { values, mended: false }
  if (second && best.score - second.score < margin) return undefined
  if (profile.rows >= 8) {
    const score = values.reduce((sum, value, column) => sum + likelihood(profile, column, value), 0) / width
    if (score < profile.usual - Math.max(1.5, 4 * profile.spread)) return undefined
  }
  return { values, mended: true }
}

/** The two best ways to make the row's pieces into columns, best first. */
function ways(row: Pieces, profile: Profile, delimiter: string): Way[] {
  const { values: pieces } = row
  const width = profile.columns.length
  const longestSpan = Math.max(pieces.length - width, 0) + 1 + (profile.blanks ? 0 : 2)
  // reached[n]: the best ways that used up n pieces, after the columns so far.
  let reached: Way[][] = [[{ score: 0, before: undefined, value: '' }]]
  for (let column = 0; column < width; column++) {
    const next: Way[][] = []
    const add = (used: number, way: Way) => {
      const kept = (next[used] ??= [])
      kept.push(way)
      kept.sort((a, b) => b.score - a.score).splice(2)
    }
    for (let used = 0; used < reached.length; used++) {
      const starts = reached[used]
      if (!starts) continue
      if (used === pieces.length) {
        for (const way of starts)
          add(used, { score: way.score + missing + likelihood(profile, column, ''), before: way, value: '' })
        continue
      }
      const most = Math.min(longestSpan, pieces.length - used)
      let cost = !profile.blanks && goesOn(row, used) ? cutBeforeBlank : 0
      let value = ''
      for (let span = 1; span <= most; span++) {
        const at = used + span - 1
        if (span > 1) cost += joinCost(row, profile, at)
        if (cost === -Infinity) break
        value = span === 1 ? pieces[at]! : value + delimiter + pieces[at]!
        const score = cost + likelihood(profile, column, value)
        for (const way of starts) add(at + 1, { score: way.score + score, before: way, value })
      }
    }
    reached = next
  }
  const ends = reached.flatMap((ways, used) => {
    const rest = pieces.slice(used)
    if (rest.some((piece) => piece.trim() !== '')) return []
    return ways.map((way) => ({ ...way, score: way.score + rest.length * dropped }))
  })
  return ends.sort((a, b) => b.score - a.score).slice(0, 2)
}

function joinCost(row: Pieces, profile: Profile, at: number): number {
  if (row.quoted?.[at] || row.quoted?.[at - 1]) return -Infinity
  if (row.values[at]!.trim() === '' || row.values[at - 1]!.trim() === '') return join.empty
  return profile.blanks || goesOn(row, at) ? join.blank : join.none
}

function valuesOf(way: Way): string[] {
  const values: string[] = []
  for (let step: Way | undefined = way; step?.before; step = step.before) values.unshift(step.value)
  return values
}
