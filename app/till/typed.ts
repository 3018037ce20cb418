import { quantity, type Quantity } from '../quantity.ts'

/** What the one line of the counter can be told. */
export type Typed =
  /** A quantity for what is scanned next: `3*`. */
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  /** A code or words, with how many of it where that stands before it: `3*4820024700016`. */
  | { readonly kind: 'item'; readonly text: string; readonly quantity?: Quantity }
  /** Hundredths of a percent off: `-10%`. */
  | { readonly kind: 'discount'; readonly percent: number }
  | { readonly kind: 'nothing' }

/** More than this is a code that was taken for a quantity. */
const mostQuantity = 99_999

/** Digits of any script that has its own, in ours. */
const ownDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) =>
    String((digit.codePointAt(0)! - zeroBefore(digit.codePointAt(0)!)) % 10),
  )

/** Digits of a script stand in a row from zero to nine (Unicode, Nd). */
function zeroBefore(code: number): number {
  let zero = code
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return zero
}

/**
 * Reads what was typed at the counter. A quantity has up to three places behind a point or comma; one that is zero or
 * senseless is no quantity, and then all of it is words to look for.
 */
export function readTyped(typed: string): Typed {
  const text = typed.trim()
  if (text === '') return { kind: 'nothing' }
  const plain = ownDigits(text)
  const off = /^-\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%$/.exec(plain)
  if (off) {
    const percent = Number(off[1]) * 100 + Number((off[2] ?? '').padEnd(2, '0'))
    return percent <= 10_000 ? { kind: 'discount', percent } : { kind: 'item', text }
  }
  const times = /^(\d{1,5})?(?:[.,](\d{1,3}))?\s*[*×]\s*(.*)$/s.exec(plain)
  if (times) {
    const [, whole = '0', part = '', rest = ''] = times
    const thousands = Number(whole) * 1000 + Number(part.padEnd(3, '0'))
    if (thousands > 0 && Number(whole) <= mostQuantity)
      return rest === ''
        ? { kind: 'quantity', quantity: quantity(thousands) }
        : { kind: 'item', text: rest, quantity: quantity(thousands) }
  }
  return { kind: 'item', text }
}
