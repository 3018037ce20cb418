import type Database from 'better-sqlite3'
import { fold } from '../app/folding.ts'
import { clientsInBase } from './base/base.ts'
import { random, type Random } from './base/random.ts'

/** What people type into the search, made from names and numbers that are in the base. The same in every run. */

/** So many clients give the queries their words. */
const sampled = 60

function sample<T>(raw: Database.Database, dice: Random, sql: string): T[] {
  const query = raw.prepare(sql)
  const rows: T[] = []
  while (rows.length < sampled) rows.push(...(query.all(1 + dice.below(clientsInBase)) as T[]))
  return rows
}

const inScript = { latin: /^[\p{Script=Latin}\s.&-]+$/u, khmer: /^[\p{Script=Khmer}\s]+$/u }

/**
 * Words typed letter by letter, pieces from the middle of words, two letters, two words in both orders, whole names,
 * and words that very many names have: some 400 queries.
 */
export function nameQueries(raw: Database.Database, script: keyof typeof inScript): string[] {
  const dice = random(script === 'latin' ? 1 : 2)
  const rows: { text: string }[] = []
  while (rows.length < sampled)
    rows.push(
      ...sample<{ text: string }>(raw, dice, 'SELECT text FROM client_names WHERE client_id = ?').filter(
        ({ text }) => inScript[script].test(text),
      ),
    )
  const common = {
    latin: ['company', 'gmbh', 'smith', 'maria', 'an', 'in'],
    khmer: ['ក្រុមហ៊ុន', 'សុខ', 'ហាង', 'ចាន់', 'សុ', 'ស'],
  }[script]
  const typed = rows.slice(0, sampled).flatMap(({ text }, at) => {
    const words = text.split(' ')
    const [first, last] = [words[0]!, words.at(-1)!]
    const pieceAt = dice.below(Math.max(1, last.length - 4))
    return [
      // As it is typed, letter by letter.
      ...(at % 4 === 0
        ? [...text].map((_, length) => [...text].slice(0, length + 1).join('')).slice(0, 12)
        : []),
      last.slice(pieceAt, pieceAt + 3 + dice.below(3)),
      last.slice(0, 2),
      `${last} ${first.slice(0, 2)}`,
      `${first.slice(0, 3)} ${last.slice(0, 3)}`,
    ]
  })
  return [...common, ...typed].filter((text) => fold(text) !== '')
}

/** Whole numbers in three notations, the last four to six digits, and first digits as they are typed: some 300. */
export function phoneQueries(raw: Database.Database): string[] {
  const dice = random(3)
  const rows = sample<{ typed: string; e164: string | null; national: string }>(
    raw,
    dice,
    'SELECT typed, e164, national FROM client_phones WHERE client_id = ? AND position = 0',
  )
  return rows.flatMap(({ typed, e164, national }) => [
    typed,
    e164 ?? typed,
    `0${national.slice(0, 2)} ${national.slice(2)}`,
    national.slice(-4 - dice.below(3)),
    national.slice(0, 3 + dice.below(4)),
  ])
}
