import { countryOf } from '../../../../app/countries.ts'

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
  /** Usual `shape` of a row, and how far rows lie from it. */
  readonly usual: number
  readonly spread: number
}

const join = { blank: 0, none: -4, empty: -7 }
const cutBeforeBlank = -4
/** A value that stands at the end of the row with nothing in it, or is missing there. */
const dropped = -1.5
const missing = -6
/** How much likelier than the next best a mended row must be: e³ is twenty times; more where no blank tells. */
const margin = { blank: 3, none: 6 }
const mostSurplus = 12
const mostLearned = 15_000

/** A blank after the delimiter in an unquoted value: in most files, a sentence that goes on. */
const goesOn = ({ values, quoted }: Pieces, index: number) =>
  index > 0 && /^[ \u00a0]+\S/.test(values[index]!) && !quoted?.[index]

export const hasGoingOn = (row: Pieces, profile: Profile) =>
  !profile.blanks && row.values.some((_, index) => goesOn(row, index))

/** Learns from rows as they stand in the file; those of another length teach nothing. */
export function learn(headings: Pieces, rows: readonly Pieces[]): Profile {
  const width = headings.values.length
  // Enough to learn from, little enough not to hold anybody up: some 30 ms of looking at values.
  const regular = rows
    .slice(0, Math.max(50, Math.floor(mostLearned / width)))
    .filter((row) => row.values.length === width)
  const blanks = writesBlanks(headings, regular)
  const good = blanks ? regular : regular.filter((row) => !row.values.some((_, index) => goesOn(row, index)))
  const columns = headings.values.map((_, column) =>
    columnProfile(good.map((row) => row.values[column]!.trim())),
  )
  const profile = { columns, rows: good.length, blanks, usual: 0, spread: 0 }
  const scores = good.slice(0, 100).map((row) => shapeOfRow(profile, row.values))
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
    for (const value of values) {
      const key = of(value)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
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
  if (value.includes('@') && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email'
  if (/^(https?:\/\/|www\.)\S+$/i.test(value)) return 'url'
  if (!/\d/.test(value)) {
    if (countryOf(value) !== undefined) return 'country'
    if (/\s/.test(value)) return 'words'
    return value === value.toUpperCase() ? 'capitals' : 'word'
  }
  if (/^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/.test(value)) return 'date'
  if (/^\d{1,3}$/.test(value)) return 'small number'
  if (value.length <= 9 && /^[A-Z]{0,2}-?\d[\d-]{2,8}$/.test(value)) return 'postcode'
  if (/^[A-Z\d]{2,5}[ -]?[A-Z\d]{2,5}$/.test(value)) return 'code'
  return /^[+(\d][\d\s()./-]{5,}$/.test(value) ? 'phone' : 'words and digits'
}

function startOf(value: string): string {
  if (value === '') return 'nothing'
  if (/^\p{Nd}/u.test(value)) return 'digit'
  if (/^\p{Lu}/u.test(value)) return 'capital'
  if (/^\p{Ll}/u.test(value)) return 'small'
  return 'other'
}

/** Log-likelihood of what a value looks like in a column, as naive Bayes has it. */
function shape(profile: Profile, column: number, value: string): number {
  const { kinds, starts } = profile.columns[column]!
  const text = value.trim()
  const part = (counts: ReadonlyMap<string, number>, key: string, options: number) =>
    Math.log(((counts.get(key) ?? 0) + 0.5) / (profile.rows + 0.5 * options))
  return part(kinds, kindOf(text), kindCount) + 0.5 * part(starts, startOf(text), startCount)
}

/** As `shape`, and likelier where the column has this very value more than once. */
function likelihood(profile: Profile, column: number, value: string): number {
  const { seen, repeats } = profile.columns[column]!
  const text = value.trim()
  const known = text === '' ? 0 : (seen.get(text) ?? 0) > 1 ? 1.5 : repeats ? -1.5 : 0
  return shape(profile, column, value) + known
}

const shapeOfRow = (profile: Profile, values: readonly string[]) =>
  values.reduce((sum, value, column) => sum + shape(profile, column, value), 0) / values.length

interface Way {
  readonly score: number
  readonly before: Way | undefined
  readonly value: string
  /** Pieces were joined where no blank said so. */
  readonly guessed: boolean
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
  if (second && best.score - second.score < (best.guessed ? margin.none : margin.blank)) return undefined
  const least = profile.usual - Math.max(1.5, 4 * profile.spread)
  if (profile.rows >= 8 && shapeOfRow(profile, values) < least) return undefined
  return { values, mended: true }
}

/** The two best ways to make the row's pieces into columns, best first. */
function ways(row: Pieces, profile: Profile, delimiter: string): Way[] {
  const { values: pieces } = row
  const width = profile.columns.length
  const goingOn = profile.blanks ? 0 : pieces.filter((_, index) => goesOn(row, index)).length
  const joins = Math.max(pieces.length - width, goingOn, 0)
  // reached[n]: the best ways that used up n pieces, after the columns so far.
  let reached: Way[][] = [[{ score: 0, before: undefined, value: '', guessed: false }]]
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
          add(used, {
            ...way,
            score: way.score + missing + likelihood(profile, column, ''),
            before: way,
            value: '',
          })
        continue
      }
      const most = Math.min(joins + 1 - (used - column), pieces.length - used)
      let cost = !profile.blanks && goesOn(row, used) ? cutBeforeBlank : 0
      let value = ''
      let guessed = false
      for (let span = 1; span <= most; span++) {
        const at = used + span - 1
        if (span > 1) {
          cost += joinCost(row, profile, at)
          guessed ||= profile.blanks || !goesOn(row, at)
        }
        if (cost === -Infinity) break
        value = span === 1 ? pieces[at]! : value + delimiter + pieces[at]!
        const score = cost + likelihood(profile, column, value)
        for (const way of starts)
          add(at + 1, { score: way.score + score, before: way, value, guessed: guessed || way.guessed })
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
