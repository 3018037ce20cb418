/** What names come to when they are compared for being of one client: folded, without the company's form, in any order. */

const formsOfCompanies = new Set(
  `co company ltd limited llc llp lp inc incorporated corp corporation plc pte pty sdn bhd gmbh mbh kg ohg ug sarl srl
  bv nv oy ab aps ooo оао ооо зао пао ао тоо ип чп одо фирма компания ក្រុមហ៊ុន ខូអិលធីឌី ឯក شركة`.split(/\s+/),
)
/** Written together with the name where a script has no blanks. */
const attached = /^(?:ក្រុមហ៊ុន)(?=.)|(?:有限公司|有限责任公司|公司)$/u

/**
 * The words that tell a folded name apart, in the order of their letters. Of organisations the company's form goes:
 * «ООО Ромашка», "Romduol Co., Ltd". A name that is nothing else stays whole.
 */
export function likeness(folded: string, organisation: boolean): string {
  if (!organisation) return sorted(folded.split(' '))
  const words = folded.split(' ').map((word) => word.replace(attached, ''))
  const telling = words.filter((word) => word !== '' && !formsOfCompanies.has(word))
  return sorted(telling.length > 0 ? telling : folded.split(' '))
}

const sorted = (words: string[]): string => (words.length < 2 ? words[0]! : words.sort().join(' '))

/** Shorter names differ by a letter because they are different names. */
const shortestMisspelt = 8

/**
 * Whether two likenesses are the same but for one slip: a letter more, less, another, or two in the wrong order. Figures
 * are never slips: "Shop 1" is not "Shop 2".
 */
export function nearlyAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestMisspelt || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)]
  if (/\d/.test(left + right)) return false
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
