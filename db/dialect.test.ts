import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { among, beginsWith, gramsAreUnsure, gramsOf, includes } from './dialect.ts'

const texts = [
  '',
  'a',
  'ab',
  'abc',
  'abz',
  'abÿ',
  'abស',
  'ab\uffff',
  'ab𠮷',
  'ab\u{10fffd}',
  'ac',
  'b',
  '123',
  '123:',
  '124',
  'សុ',
  'សុខ',
  'ស',
]
let kysely: Kysely<{ words: { id: number; text: string } }>

beforeAll(async () => {
  kysely = new Kysely({ dialect: new SqliteDialect({ database: new Database(':memory:') }) })
  await kysely.schema.createTable('words').addColumn('id', 'integer').addColumn('text', 'text').execute()
  await kysely
    .insertInto('words')
    .values(texts.map((text, id) => ({ id, text })))
    .execute()
})
afterAll(() => kysely.destroy())

const textsWhere = async (condition: ReturnType<typeof among>) =>
  (await kysely.selectFrom('words').select('text').where(condition).orderBy('id').execute()).map(
    (row) => row.text,
  )

describe('conditions', () => {
  it('takes every text that begins so, in any script, and no other', async () => {
    for (const start of [...texts, 'x', '12', 'ab\u{10ffff}'])
      expect(await textsWhere(beginsWith('text', start)), start).toEqual(
        texts.filter((text) => text.startsWith(start)),
      )
  })

  it('takes every text that includes a part', async () => {
    for (const part of ['b', 'ស', '𠮷', '%', '_'])
      expect(await textsWhere(includes('text', part)), part).toEqual(
        texts.filter((text) => text.includes(part)),
      )
  })

  it('takes those of a list, whatever is in it', async () => {
    expect(await textsWhere(among('id', [3, 1, 99]))).toEqual(['a', 'abc'])
    expect(await textsWhere(among('text', ['សុខ', '"', 'b']))).toEqual(['b', 'សុខ'])
    expect(await textsWhere(among('id', []))).toEqual([])
  })
})

describe('grams', () => {
  it('are one to three neighbouring letters of every word once, with the beginnings of words and contacts marked', () => {
    expect(gramsOf(['abcd a', 'ab'], ['xy']).split(' ').sort()).toEqual(
      ['a', 'ab', 'abc', 'b', 'bc', 'bcd', 'c', 'cd', 'd', '_a', '_ab', '@x', '@xy', '@y'].sort(),
    )
    expect(gramsOf([], [])).toBe('')
    expect(gramsOf([''], [])).toBe('')
  })

  it('never cut a letter in two', () => {
    expect(gramsOf(['𠮷野𠮷家'], []).split(' ')).toContain('𠮷野𠮷')
    expect(gramsOf(['𠮷野𠮷家'], ['𠮷野𠮷家']).isWellFormed()).toBe(true)
    expect(gramsAreUnsure('𠮷野家')).toBe(false)
    expect(gramsAreUnsure('smit')).toBe(true)
  })
})
