import { isChecked } from './gtin.ts'

/** What stands in a GS1-128 or GS1 DataMatrix: elements, each an identifier and its value (GS1 General Specifications, 3). */
export interface Element {
  readonly id: string
  readonly value: string
}

/** Ends a value whose length is not fixed: FNC1, which readers hand on as the group separator. */
export const separator = '\u001d'

/** What readers may put in front to say that GS1 follows (ISO/IEC 15424): GS1-128, DataMatrix, QR, DataBar. */
const announced = /^\](?:C1|d2|Q3|e0)/

interface Rule {
  /** Identifiers that begin so: `#` any digit. */
  readonly id: string
  /** What the value is made of. */
  readonly value: RegExp
  /** Where the length is the same in every element, it needs no separator behind it. */
  readonly fixed?: number
}

const digits = (count: number, id: string): Rule => ({
  id,
  value: new RegExp(`^\\d{${count}}$`),
  fixed: count,
})
const upTo = (most: number, id: string, letters = '[!-~]'): Rule => ({
  id,
  value: new RegExp(`^${letters}{1,${most}}$`),
})

/** Those that goods, boxes and deliveries carry. The lengths of identifiers follow from their first digits. */
const rules: readonly Rule[] = [
  digits(18, '00'), digits(14, '01'), digits(14, '02'), upTo(20, '10'),
  digits(6, '11'), digits(6, '12'), digits(6, '13'), digits(6, '15'), digits(6, '16'), digits(6, '17'),
  digits(2, '20'), upTo(20, '21'), upTo(20, '22'), upTo(28, '235'), upTo(30, '240'), upTo(30, '241'),
  upTo(6, '242', '\\d'), upTo(20, '243'), upTo(30, '250'), upTo(30, '251'), upTo(20, '254'),
  upTo(8, '30', '\\d'), digits(6, '31##'), digits(6, '32##'), digits(6, '33##'), digits(6, '34##'), digits(6, '35##'),
  digits(6, '36##'), upTo(8, '37', '\\d'), upTo(15, '390#', '\\d'), upTo(18, '391#', '\\d'), upTo(15, '392#', '\\d'),
  upTo(18, '393#', '\\d'), upTo(30, '400'), upTo(30, '401'), upTo(17, '402', '\\d'), upTo(30, '403'),
  digits(13, '41#'), upTo(20, '420'), upTo(12, '421'), upTo(3, '422', '\\d'), upTo(10, '7003', '\\d'),
  upTo(6, '8005', '\\d'), upTo(12, '8008', '\\d'), upTo(25, '8020'), upTo(30, '90'), upTo(90, '9#'),
] // prettier-ignore

const matching = rules.map((rule) => ({ ...rule, begins: new RegExp(`^${rule.id.replaceAll('#', '\\d')}`) }))

/** Identifiers whose value ends with a check digit. */
const checked = /^(?:0[012]|41\d)$/

export type Read = { readonly elements: readonly Element[] } | { readonly problem: { readonly at: number } }

/**
 * The elements of what a reader handed on, or typed as it is printed: (01)…(10)…. `problem`: from which letter on it is
 * none, counted without what announces it.
 */
export function readElements(read: string): Read {
  const text = read.replace(announced, '')
  if (text.startsWith('(')) return printed(text)
  const elements: Element[] = []
  for (let at = text.startsWith(separator) ? 1 : 0; at < text.length;) {
    const rest = text.slice(at)
    const rule = matching.find(({ begins }) => begins.test(rest))
    if (!rule) return { problem: { at } }
    const end = rule.fixed === undefined ? lengthUntil(rest, separator) : rule.id.length + rule.fixed
    const [id, value] = [rest.slice(0, rule.id.length), rest.slice(rule.id.length, end)]
    if (!fits(rule, id, value)) return { problem: { at } }
    elements.push({ id, value })
    at += end
    if (text[at] === separator) at++
  }
  return elements.length === 0 ? { problem: { at: 0 } } : { elements }
}

const lengthUntil = (text: string, letter: string) => {
  const at = text.indexOf(letter)
  return at < 0 ? text.length : at
}

const fits = ({ value: shape }: Rule, id: string, value: string): boolean =>
  shape.test(value) && (!checked.test(id) || isChecked(value))

function printed(text: string): Read {
  const elements: Element[] = []
  const element = /\((\d{2,4})\)([^(]+)/y
  while (element.lastIndex < text.length) {
    const at = element.lastIndex
    const [, id, value] = element.exec(text) ?? []
    const rule = matching.find((one) => one.id.length === id?.length && one.begins.test(id))
    if (!rule || !fits(rule, id!, value!)) return { problem: { at } }
    elements.push({ id: id!, value: value! })
  }
  return { elements }
}

/** Elements as the bars hold them, with separators where they are needed. Throws RangeError for one that there is not. */
export function elementString(elements: readonly Element[]): string {
  return elements
    .map(({ id, value }, at) => {
      const rule = matching.find((one) => one.id.length === id.length && one.begins.test(id))
      if (!rule || !fits(rule, id, value)) throw new RangeError(`No element (${id})${value}`)
      return id + value + (rule.fixed === undefined && at < elements.length - 1 ? separator : '')
    })
    .join('')
}
