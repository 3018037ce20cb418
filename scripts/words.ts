/**
 * `npm run words -- status`: how complete each language is, and what is wrong with it.
 * `npm run -s words -- missing TAG`: what a language lacks, as JSON with the English texts, by file, to fill in.
 */
import { compareLanguage, type Problem } from './words/compare.ts'
import { dynamicPrefixes } from './words/dynamic.ts'
import { languageTags, readLanguage, readSources } from './words/files.ts'
import { compareUsage } from './words/usage.ts'

const PLURAL_FORM = /_[a-z]+$/

function status(): void {
  const english = readLanguage('en')
  let wrong = 0
  const say = ({ key, detail }: Problem) => console.log(`    ${key}: ${detail}`)
  for (const tag of languageTags()) {
    const language = readLanguage(tag)
    const problems = compareLanguage(tag, language, english)
    wrong += problems.length
    console.log(`${tag.padEnd(8)} ${language.size} texts, ${problems.length} to mend`)
    problems.forEach(say)
  }
  const usage = compareUsage(readSources(), english, dynamicPrefixes)
  console.log(`code     ${usage.length} to mend`)
  usage.forEach(say)
  process.exitCode = wrong + usage.length > 0 ? 1 : 0
}

/** Prints `{ "clients.json": { "card": { "title": "Client" } } }`: missing keys with English to translate from. */
function missing(tag: string): void {
  const english = readLanguage('en')
  const files: Record<string, unknown> = {}
  for (const { kind, key } of compareLanguage(tag, readLanguage(tag), english)) {
    if (kind !== 'missing' && kind !== 'empty') continue
    const [area = '', ...names] = key.split('.')
    const last = names.pop() ?? ''
    let branch = (files[`${area}.json`] ??= {}) as Record<string, unknown>
    for (const name of names) branch = (branch[name] ??= {}) as Record<string, unknown>
    branch[last] = english.get(key) ?? english.get(key.replace(PLURAL_FORM, '_other')) ?? ''
  }
  console.log(JSON.stringify(files, null, 2))
}

const [command, tag] = process.argv.slice(2)
if (command === 'status') status()
else if (command === 'missing' && tag) missing(tag)
else {
  console.error('Say `npm run words -- status` or `npm run -s words -- missing TAG`.')
  process.exitCode = 2
}
