import { contentsOf, type Contents } from './barcode/contents.ts'
import { readElements } from './barcode/gs1.ts'
import { expandUpcE, gtin14 } from './barcode/gtin.ts'
import { readScale, type ScaleFormat, type Weighed } from './barcode/scales.ts'

/** What is bought and sold: things that lie somewhere, work that is done, and several of them under one name. */
export const itemKinds = ['goods', 'service', 'set'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Units that the program has words for; an office writes any other as it calls it. */
export const knownUnits = [
  'piece', 'pair', 'set', 'pack', 'box', 'bag', 'bottle', 'can', 'roll', 'sheet',
  'kg', 'g', 't', 'l', 'ml', 'm', 'cm', 'm2', 'm3', 'hour', 'day',
] as const // prettier-ignore
export type KnownUnit = (typeof knownUnits)[number]

/**
 * By what codes are compared: a number of goods is the same however it is printed, so it is its fourteen digits;
 * any other code is what it says.
 */
export function barcodeKey(code: string): string {
  const typed = code.trim()
  const long = expandUpcE(typed)
  return gtin14(typed) ?? (long === undefined ? undefined : gtin14(long)) ?? typed
}

/** What a scanner's code says: by which keys its goods may be known, the best first, and what else stands in it. */
export interface Scanned {
  readonly keys: readonly string[]
  readonly weighed: Weighed | undefined
  readonly contents: Contents
}

/** `formats`: how the office's scales print; `year`: the present one, for days of two digits. */
export function readScanned(read: string, formats: readonly ScaleFormat[], year: number): Scanned {
  const typed = read.trim()
  const found = readElements(typed)
  const contents = 'elements' in found ? contentsOf(found.elements, year) : {}
  return {
    keys: [...new Set([barcodeKey(typed), typed, ...(contents.gtin === undefined ? [] : [contents.gtin])])],
    weighed: readScale(typed, formats),
    contents,
  }
}

/** How scales print until the office says otherwise: 21 by weight in grams, 23 by price. */
export const usualScales: readonly ScaleFormat[] = [
  { prefix: '21', itemDigits: 5, valueDigits: 5, value: 'weight', decimals: 3 },
  { prefix: '23', itemDigits: 5, valueDigits: 5, value: 'price', decimals: 0 },
]

/** A group as a tree is built of. */
interface InTree {
  readonly id: number
  readonly parentId: number | null
}

/** A group and every one below it, by their ids. */
export function groupsUnder(groups: readonly InTree[], id: number): number[] {
  const below = Map.groupBy(groups, ({ parentId }) => parentId)
  const found = new Set([id])
  // A set is walked to its end while it grows.
  for (const one of found) for (const child of below.get(one) ?? []) found.add(child.id)
  return [...found]
}
