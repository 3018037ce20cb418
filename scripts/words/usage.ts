/** Which words the code asks for, found in its text. Pure. */
import { askableKeys, type Problem, type Words } from './compare.ts'

/** `t('clients.title')`, `t("…")`, t(`…`) without parts, and `i18nKey="…"` of texts with parts in bold. */
const ASKED = /(?:\bt\(\s*|\bi18nKey=\{?\s*)(['"`])([\w-]+(?:\.[\w-]+)+)\1/g

/** t(`clients.status.${status}`): everything below is used. */
const ASKED_BELOW = /(?:\bt\(\s*|\bi18nKey=\{\s*)`([\w-]+\.[\w.-]*)\$\{/g

/** Any quoted text that looks like a key: keys also stand in tables of columns, commands and rights. */
const QUOTED = /(['"`])([\w-]+(?:\.[\w-]+)+)\1/g

/** Keys used in code beside those of English. `prefixes` are the beginnings of keys that are put together elsewhere. */
export function compareUsage(
  sources: ReadonlyMap<string, string>,
  english: Words,
  prefixes: readonly string[],
): Problem[] {
  const known = askableKeys(english)
  const quoted = new Set<string>()
  const below = new Set(prefixes)
  const problems: Problem[] = []

  for (const [file, code] of sources) {
    for (const [, , key = ''] of code.matchAll(QUOTED)) quoted.add(key)
    for (const [, prefix = ''] of code.matchAll(ASKED_BELOW)) below.add(prefix)
    for (const [, , key = ''] of code.matchAll(ASKED)) {
      if (!known.has(key))
        problems.push({ kind: 'absent', key, detail: `${file} asks for it, English has it not` })
    }
  }

  const keys = [...known]
  for (const prefix of below) {
    if (!keys.some((key) => key.startsWith(prefix))) {
      problems.push({ kind: 'prefix', key: prefix, detail: 'no English key begins so' })
    }
  }
  for (const key of keys) {
    if (quoted.has(key) || [...below].some((prefix) => key.startsWith(prefix))) continue
    problems.push({ kind: 'unused', key, detail: 'nothing in the code asks for it' })
  }
  return problems
}
