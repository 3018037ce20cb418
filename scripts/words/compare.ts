/** What is wrong with a language beside English. Pure: it is given the words and gives back problems. */

/** Every text of a language by its whole key: file name, then the names inside, joined by dots. */
export type Words = ReadonlyMap<string, string>

/** A language file: names to texts or to further names. */
export interface WordTree {
  readonly [name: string]: string | WordTree
}

export type ProblemKind =
  'missing' | 'unknown' | 'empty' | 'placeholders' | 'plural' | 'unused' | 'absent' | 'prefix'

export interface Problem {
  readonly kind: ProblemKind
  readonly key: string
  readonly detail: string
}

const PLURAL = /_(zero|one|two|few|many|other)$/

/** `{{name}}` and `{{name, format}}`, `$t(other.key)` and the tags `<b>`, `<1>` of texts with parts in bold. */
const MARKS = /\{\{-?\s*([\w.]+)[^}]*\}\}|\$t\([^)]*\)|<\/?\w+\s*\/?>/g

/** The texts of one file by whole key. Throws on anything that is neither a text nor a folder of texts. */
export function flatten(area: string, tree: WordTree): Map<string, string> {
  const words = new Map<string, string>()
  const walk = (prefix: string, branch: WordTree) => {
    for (const [name, value] of Object.entries(branch)) {
      const key = `${prefix}.${name}`
      if (typeof value === 'string') words.set(key, value)
      else if (value !== null && typeof value === 'object' && !Array.isArray(value)) walk(key, value)
      else throw new Error(`${key} is neither a text nor a group of texts`)
    }
  }
  walk(area, tree)
  return words
}

/** The key as code asks for it, and the plural form it is for. */
function split(key: string, groups: ReadonlySet<string>): { base: string; form: string | undefined } {
  const form = PLURAL.exec(key)?.[1]
  const base = form ? key.slice(0, -form.length - 1) : key
  return form && groups.has(base) ? { base, form } : { base: key, form: undefined }
}

/** Keys with plural forms: those with an `_other`, so that a key that merely ends in `_one` is no plural. */
function pluralGroups(words: Words): Set<string> {
  return new Set([...words.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6)))
}

/** The keys that code may ask for: plural forms count as the one key they belong to. */
export function askableKeys(words: Words): Set<string> {
  const groups = pluralGroups(words)
  return new Set([...words.keys()].map((key) => split(key, groups).base))
}

/** `language` beside `english`; English beside itself is checked too, for its own plurals and empty texts. */
export function compareLanguage(tag: string, language: Words, english: Words): Problem[] {
  const problems: Problem[] = []
  const groups = pluralGroups(english)
  const forms = pluralForms(tag)
  if (!forms) return [{ kind: 'plural', key: tag, detail: 'plural forms of this language are not known' }]

  for (const key of wantedKeys(english, groups, forms)) {
    if (language.has(key)) continue
    const form = split(key, groups).form
    problems.push({ kind: 'missing', key, detail: form ? `the form “${form}” is missing` : 'is missing' })
  }

  for (const [key, text] of language) {
    const { base, form } = split(key, groups)
    // i18next takes _zero for nought in any language.
    if (form && form !== 'zero' && !forms.includes(form)) {
      problems.push({ kind: 'plural', key, detail: `this language has no form “${form}”` })
      continue
    }
    const source = form ? english.get(`${base}_other`) : english.get(key)
    if (source === undefined) {
      problems.push({ kind: 'unknown', key, detail: 'is not in English' })
      continue
    }
    if (text.trim() === '') {
      problems.push({ kind: 'empty', key, detail: 'is empty' })
      continue
    }
    const difference = differentMarks(source, text, form !== undefined && form !== 'other')
    if (difference) problems.push({ kind: 'placeholders', key, detail: difference })
  }
  return problems
}

/** The plural forms that a language needs, or undefined where they are not known. */
function pluralForms(tag: string): readonly string[] | undefined {
  return Intl.PluralRules.supportedLocalesOf(tag).length > 0
    ? new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    : undefined
}

function wantedKeys(english: Words, groups: ReadonlySet<string>, forms: readonly string[]): Set<string> {
  const wanted = new Set<string>()
  for (const key of english.keys()) {
    const { base, form } = split(key, groups)
    if (form) for (const each of forms) wanted.add(`${base}_${each}`)
    else wanted.add(key)
  }
  return wanted
}

/** “One client” needs no number, so a plural form other than the last may leave `count` out. */
function differentMarks(source: string, text: string, countIsFree: boolean): string | undefined {
  const wanted = marks(source)
  const found = marks(text)
  if (countIsFree) {
    wanted.delete('{{count}}')
    found.delete('{{count}}')
  }
  const lost = [...wanted].filter((mark) => !found.has(mark))
  const foreign = [...found].filter((mark) => !wanted.has(mark))
  const parts = [
    ...(lost.length > 0 ? [`${lost.join(' ')} is lost`] : []),
    ...(foreign.length > 0 ? [`${foreign.join(' ')} is not in English`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : undefined
}

function marks(text: string): Set<string> {
  return new Set(
    [...text.matchAll(MARKS)].map(([mark, name]) => (name ? `{{${name}}}` : mark.replaceAll(' ', ''))),
  )
}
