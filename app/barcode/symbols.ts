import { expandUpcE, gtinKind } from './gtin.ts'

/** Kinds of bars that the office prints and reads. */
export const symbols = [
  'ean-13',
  'ean-8',
  'upc-a',
  'upc-e',
  'itf-14',
  'code-39',
  'code-128',
  'gs1-128',
  'gs1-datamatrix',
] as const
export type Symbol = (typeof symbols)[number]

/** The letters of Code 39 in the order of their values. */
const code39 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%'

/** The check letter that some put behind a Code 39: the sum of all values, modulo 43. */
export function code39Check(text: string): string {
  const sum = [...text].reduce((all, letter) => all + code39.indexOf(letter), 0)
  return code39[sum % code39.length]!
}

/** Whether bars of the kind can say the text. Of GS1 the elements say more (`readElements`). */
export function canBe(symbol: Symbol, text: string): boolean {
  switch (symbol) {
    case 'ean-13':
    case 'ean-8':
    case 'upc-a':
    case 'itf-14':
      return gtinKind(text) === symbol
    case 'upc-e':
      return expandUpcE(text) !== undefined
    case 'code-39':
      return text !== '' && [...text].every((letter) => code39.includes(letter))
    case 'code-128':
    case 'gs1-128':
    case 'gs1-datamatrix':
      // eslint-disable-next-line no-control-regex -- what Code 128 holds is ASCII, its control characters too
      return /^[\x00-\x7f]+$/.test(text)
  }
}
