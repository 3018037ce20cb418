import { fold } from './folding.ts'

/** Which letters come first for readers of a language: others follow, numbers lead. */
const scripts: Record<string, RegExp> = {
  km: /^\p{Script=Khmer}/u,
  ru: /^\p{Script=Cyrillic}/u,
}
const latin = /^\p{Script=Latin}/u

/**
 * The key by which names are put in order, the same on every computer: hosts differ in their ICU and give no keys.
 * Numbers, then the office's own script, then the others in Unicode's order, which is the alphabet's order for
 * Khmer, Cyrillic, Greek, Arabic and folded Latin. The office's language decides for the whole base.
 */
export function sortKey(name: string, language: string): string {
  const folded = fold(name)
  if (folded === '') return '4'
  const own = scripts[language] ?? latin
  const group = /^\p{N}/u.test(folded) ? '1' : own.test(folded) ? '2' : '3'
  return group + folded
}
