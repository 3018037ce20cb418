/** Reads the languages and the code that asks for their words. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { flatten, type Words, type WordTree } from './compare.ts'

const root = path.resolve(import.meta.dirname, '../..')
const languagesFolder = path.join(root, 'assets/languages')

/** Tags of all languages, English first. */
export function languageTags(): string[] {
  if (!existsSync(languagesFolder)) return []
  const tags = readdirSync(languagesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return [...tags.filter((tag) => tag === 'en'), ...tags.filter((tag) => tag !== 'en').toSorted()]
}

/** All texts of a language, none where its folder is empty. Throws, with the file's name, on broken JSON. */
export function readLanguage(tag: string): Words {
  const folder = path.join(languagesFolder, tag)
  const words = new Map<string, string>()
  if (!existsSync(folder)) return words
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()) {
    try {
      const tree = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as WordTree
      for (const [key, text] of flatten(path.basename(name, '.json'), tree)) words.set(key, text)
    } catch (error) {
      throw new Error(`assets/languages/${tag}/${name}: ${(error as Error).message}`, { cause: error })
    }
  }
  return words
}

/** The text of every source file that may ask for words, by its path in the project. Tests do not count. */
export function readSources(): Map<string, string> {
  const sources = new Map<string, string>()
  for (const area of ['renderer', 'app', 'main']) {
    const folder = path.join(root, area)
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue
      sources.set(
        path.posix.join(area, name.replaceAll(path.sep, '/')),
        readFileSync(path.join(folder, name), 'utf8'),
      )
    }
  }
  return sources
}
