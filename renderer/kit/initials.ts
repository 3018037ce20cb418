/**
 * One or two signs that stand for a name: first letters of the first and last word, as the script counts
 * letters. A single one where letters carry signs of their own (Khmer, Arabic, Han …): two would not fit.
 */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s·,]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter(Boolean)
  const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const first = (word: string) => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? ''
  const [one, ...others] = words
  if (!one) return '?'
  const start = first(one).toLocaleUpperCase()
  const last = others.at(-1)
  if (!last || !/^\p{Script=Latin}|^\p{Script=Cyrillic}|^\p{Script=Greek}/u.test(start)) return start
  return start + first(last).toLocaleUpperCase()
}
