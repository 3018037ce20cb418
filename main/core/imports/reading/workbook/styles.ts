import type { Archive } from './archive.ts'
import { readWholeXml } from './xml.ts'

/** How a number is meant: as a day, as one with leading zeros, or as it is. */
export type Meaning =
  | { readonly kind: 'number' }
  | { readonly kind: 'date' }
  | { readonly kind: 'digits'; readonly length: number }

const plain: Meaning = { kind: 'number' }

/** The formats ECMA-376 has built in for days and times (18.8.30), national ones included. */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
])

function meaningOf(id: number, code: string | undefined): Meaning {
  if (builtInDates.has(id)) return { kind: 'date' }
  if (code === undefined) return plain
  // Quoted words, escaped letters, colours and conditions are not letters of a date.
  const bare = code.split(';')[0]!.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (/^0{2,}$/.test(bare)) return { kind: 'digits', length: bare.length }
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? { kind: 'date' } : plain
}

/** The meaning of every cell style of a workbook, by the number that cells give. */
export async function readStyles(archive: Archive): Promise<(style: number) => Meaning> {
  const meanings: Meaning[] = []
  const codes = new Map<number, string>()
  let inCells = false
  if (archive.has('xl/styles.xml')) {
    await readWholeXml(archive.text('xl/styles.xml'), {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        else if (name === 'cellXfs') inCells = true
        else if (name === 'xf' && inCells) {
          const id = Number(attributes.numFmtId ?? 0)
          meanings.push(meaningOf(id, codes.get(id)))
        }
      },
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    })
  }
  return (style) => meanings[style] ?? plain
}

const dayMs = 86_400_000

/**
 * A serial number of a day (days since 1899-12-30, or 1904-01-01) as YYYY-MM-DD, with the time where it has one.
 * Excel's 29 February 1900, which never was, shifts days before March 1900; nobody's client was born then.
 */
export function dateText(serial: number, from1904: boolean): string | undefined {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const moment = new Date(start + Math.round(serial * dayMs))
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return undefined
  const [day, time] = moment.toISOString().split('T') as [string, string]
  if (serial < 1) return time.slice(0, 5)
  return Number.isInteger(serial) ? day : `${day} ${time.slice(0, 5)}`
}

/** A number as a person would have typed it: 85512345678, not 8.5512345678E10. */
export function numberText(raw: string, meaning: Meaning, from1904: boolean): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (meaning.kind === 'date') return dateText(value, from1904) ?? raw
  const text = Number.isInteger(value) ? BigInt(value).toString() : String(value)
  return meaning.kind === 'digits' ? text.padStart(meaning.length, '0') : text
}
