import { describe, expect, it } from 'vitest'
import { compareLanguage, flatten, type WordTree } from './compare.ts'

const english = flatten('clients', {
  title: 'Clients',
  card: { greeting: 'Hello, {{name}}', bold: '<b>Call</b> {{name}}' },
  count_one: '{{count}} client',
  count_other: '{{count}} clients of {{office}}',
  phase_one: 'First phase',
})

/** A good Russian, to be broken. */
const good = {
  title: 'Клиенты',
  card: { greeting: 'Здравствуйте, {{ name }}', bold: '{{name}}: <b>звонок</b>' },
  count_one: 'один клиент в {{office}}',
  count_few: '{{count}} клиента в {{office}}',
  count_many: '{{count}} клиентов в {{office}}',
  count_other: '{{count}} клиента в {{office}}',
  phase_one: 'Первая фаза',
} satisfies WordTree

const problems = (tree: WordTree, tag = 'ru') =>
  compareLanguage(tag, flatten('clients', tree), english).map(({ kind, key }) => `${kind} ${key}`)

it('finds nothing wrong with a good language', () => {
  expect(problems(good)).toEqual([])
  expect(
    compareLanguage(
      'en',
      flatten('x', { n_one: 'One', n_other: '{{count}}' }),
      flatten('x', { n_one: 'One', n_other: '{{count}}' }),
    ),
  ).toEqual([])
})

it('sees a missing key', () => {
  const { title: _title, ...rest } = good
  expect(problems(rest)).toEqual(['missing clients.title'])
})

it('sees a key that English does not know', () => {
  expect(problems({ ...good, card: { ...good.card, farewell: 'Пока' } })).toEqual([
    'unknown clients.card.farewell',
  ])
})

it('sees an empty text', () => {
  expect(problems({ ...good, title: ' ' })).toEqual(['empty clients.title'])
})

describe('placeholders', () => {
  it('sees a lost, a renamed and a broken one', () => {
    expect(problems({ ...good, card: { ...good.card, greeting: 'Здравствуйте' } })).toEqual([
      'placeholders clients.card.greeting',
    ])
    expect(problems({ ...good, card: { ...good.card, greeting: 'Здравствуйте, {{имя}}' } })).toEqual([
      'placeholders clients.card.greeting',
    ])
    expect(problems({ ...good, card: { ...good.card, bold: '{{name}}: <b>звонок' } })).toEqual([
      'placeholders clients.card.bold',
    ])
  })

  it('takes a format for the same placeholder', () => {
    expect(problems({ ...good, card: { ...good.card, greeting: 'Здравствуйте, {{name, upper}}' } })).toEqual(
      [],
    )
  })

  it('lets a plural form drop the count, but not the last form and nothing else', () => {
    expect(problems({ ...good, count_other: 'клиентов в {{office}}' })).toEqual([
      'placeholders clients.count_other',
    ])
    expect(problems({ ...good, count_one: 'один клиент' })).toEqual(['placeholders clients.count_one'])
  })
})

describe('plural forms', () => {
  it('sees a missing form and one the language does not have', () => {
    const { count_few: _few, ...rest } = good
    expect(problems({ ...rest, count_two: '{{count}} клиента в {{office}}' })).toEqual([
      'missing clients.count_few',
      'plural clients.count_two',
    ])
  })

  it('wants one form only where the language has one', () => {
    const { count_one: _one, count_few: _few, count_many: _many, ...rest } = good
    expect(problems(rest, 'zh')).toEqual([])
    expect(problems({ ...rest, count_one: 'x {{office}}' }, 'zh')).toEqual(['plural clients.count_one'])
  })

  it('wants all six in Arabic', () => {
    expect(problems(good, 'ar')).toEqual(['missing clients.count_zero', 'missing clients.count_two'])
  })

  it('takes _zero in any language', () => {
    expect(problems({ ...good, count_zero: 'нет клиентов в {{office}}' })).toEqual([])
  })

  it('does not take a key ending in _one for a plural', () => {
    const { phase_one: _phase, ...rest } = good
    expect(problems(rest)).toEqual(['missing clients.phase_one'])
  })

  it('says so when the forms of a language are not known', () => {
    expect(problems(good, 'xx')).toEqual(['plural xx'])
  })
})

it('refuses a list or a number among the texts', () => {
  const broken = { title: 1 } as unknown as WordTree
  expect(() => flatten('clients', broken)).toThrow('clients.title')
})
