import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ClientDraft } from '../../app/contract/clients.ts'
import { findDuplicates, statements } from './duplicates.ts'
import { temporaryBase, type TemporaryBase } from './temporaryBase.ts'

let base: TemporaryBase
beforeEach(async () => {
  base = await temporaryBase()
  return () => base.remove()
})

const client = (name: string, more: Partial<ClientDraft> = {}): ClientDraft => ({
  kind: 'organisation',
  names: [{ text: name }],
  ...more,
})
const phone = (typed: string) => ({ phones: [{ typed }] })
const email = (address: string) => ({ emails: [{ address }] })
const found = (limit = 100, scope = {}) => findDuplicates(base.reading, limit, scope)
const groups = () => found().groups.map(({ ids }) => ids)
const pair = async (one: ClientDraft, other: ClientDraft): Promise<boolean> => {
  const ids = await base.add([one, other])
  return groups().some((group) => ids.every((id) => group.includes(id)))
}

describe('what makes two clients one', () => {
  it.each([
    [
      'a number in another notation',
      client('A', phone('012 345 678')),
      client('B', phone('+855 12-345-678')),
    ],
    ['an e-mail in other letters', client('A', email('X@Y.example')), client('B', email('x@y.EXAMPLE'))],
    ['words in another order', client('Garden Bopha'), client('Bopha Garden')],
    ['a company’s form', client('Romduol Trading Co., Ltd.'), client('Romduol Trading')],
    ['a form in Russian', client('ООО «Ромашка»'), client('Ромашка')],
    ['a form in Khmer', client('ក្រុមហ៊ុន ផ្កាឈូក'), client('ផ្កាឈូក')],
    ['a form written together', client('ក្រុមហ៊ុនផ្កាឈូក'), client('ផ្កាឈូក')],
    ['marks and capitals', client('Amélie Chapuis'), client('AMELIE CHAPUIS')],
    ['a letter too few', client('Bopha Garden'), client('Bopha Graden'.replace('Graden', 'Garde'))],
    ['another letter', client('Bopha Garden'), client('Bopha Gorden')],
    ['two letters exchanged', client('Bopha Garden'), client('Bopha Graden')],
    ['another name of the two', client('X', { names: [{ text: 'Sophea' }, { text: 'សុភា' }] }), client('សុភា')],
  ])('%s', async (_what, one, other) => {
    expect(await pair(one, other)).toBe(true)
  })

  it.each([
    ['short names that differ', client('Sok'), client('Sek')],
    ['figures that differ', client('Angkor Shop 1'), client('Angkor Shop 2')],
    ['the end of a short number', client('A', phone('123')), client('B', phone('123'))],
    ['no more than the form', client('Bopha Ltd'), client('Chenda Ltd')],
    ['another script', client('Sophea Flowers'), client('សុភា')],
    ['a form that is a person’s name', client('Sa', { kind: 'person' }), client('Co', { kind: 'person' })],
  ])('not %s', async (_what, one, other) => {
    expect(await pair(one, other)).toBe(false)
  })
})

it('takes a number of very many for a switchboard', async () => {
  await base.add(Array.from({ length: 21 }, (_, at) => client(`Client ${at}${at}`, phone('023 999 999'))))
  expect(groups()).toEqual([])
})

it('puts the surest first, and those that surely are one apart from chains of perhaps', async () => {
  const ids = await base.add([
    client('Chenda Silk', phone('012 111 111')),
    client('Other Name', phone('012 111 111')),
    client('Bopha Garden', { ...phone('012 222 222'), ...email('a@b.example') }),
    client('Garden Bopha', { ...phone('012 222 222'), ...email('a@b.example') }),
    client('Third Name', email('a@b.example')),
  ])
  const { total, groups: all } = found()
  expect(total).toBe(2)
  expect(all.map(({ ids: group }) => group)).toEqual([
    [ids[2], ids[3]],
    [ids[0], ids[1]],
  ])
  expect(all[0]!.score).toBeGreaterThan(all[1]!.score)
  expect(all[0]!.reasons.map(({ why }) => why)).toEqual(['phone', 'email', 'name'])
  expect(found(1)).toMatchObject({ total: 2, groups: [{ ids: [ids[2], ids[3]] }] })
})

it('leaves out the bin, an unfinished import and other people’s clients', async () => {
  const ids = await base.add([client('Bopha Garden'), client('Bopha Garden')])
  expect(found(9, { ownedBy: 1 }).total).toBe(0)
  expect(found(9, { unfinishedImport: 1 }).total).toBe(1)
  base.writing.raw.exec("INSERT INTO imports (id, at, file, state) VALUES (1, 1, 'f', 'running')")
  base.writing.raw.prepare('UPDATE clients SET import_id = 1 WHERE id = ?').run(ids[0])
  expect(found(9, { unfinishedImport: 1 }).total).toBe(0)
  base.writing.raw.prepare('UPDATE clients SET import_id = NULL, binned_at = 1 WHERE id = ?').run(ids[0])
  expect(found().total).toBe(0)
})

it('finds every planted pair among some thousand clients, and no others', async () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  // Far from each other, so that nothing is alike by chance.
  const word = (seed: number) => {
    let state = seed + 1
    return Array.from({ length: 12 }, () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
      return letters[(state >>> 8) % 26]
    }).join('')
  }
  const plain = Array.from({ length: 3000 }, (_, at) =>
    client(`${word(at)} ${word(at + 50_000)}`, {
      phones: [{ typed: `+49 151 ${20_000_000 + at * 37}` }],
      emails: [{ address: `c${at}@mail.example` }],
    }),
  )
  const ids = await base.add(plain)
  const planted = await base.add(
    Array.from({ length: 90 }, (_, at) => {
      const twin = plain[at * 30]!
      const [first, last] = twin.names[0]!.text.split(' ') as [string, string]
      return [
        client(
          `Unlike ${word(at + 90_000)}`,
          phone(`0${twin.phones![0]!.typed.slice(4)}`.replace('0', '0049 ')),
        ),
        client(`Unlike ${word(at + 95_000)}`, email(twin.emails![0]!.address.toUpperCase())),
        client(`${last} ${first.slice(0, 5)}${first.slice(6)} Ltd`),
      ][at % 3]!
    }),
  )
  const pairs = new Set(found(500).groups.map(({ ids: group }) => group.join()))
  const wanted = planted.map((id, at) => [ids[at * 30], id].join())
  for (const one of wanted) expect(pairs).toContain(one)
  expect(pairs.size).toBe(wanted.length)
})

describe('the statements', () => {
  let steps: string[] = []
  beforeAll(async () => {
    const some = await temporaryBase()
    steps = [
      statements.inUse({}),
      statements.phones,
      statements.emails,
      statements.names,
      statements.distinct,
    ].flatMap((sql) =>
      (some.reading.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(
        ({ detail }) => detail,
      ),
    )
    some.remove()
  })

  it('read each table once, in the order of an index, and sort nothing', () => {
    for (const step of steps) expect(step).not.toMatch(/TEMP B-TREE|AUTOMATIC/)
    expect(steps).toContain('SCAN client_phones USING COVERING INDEX client_phones_by_end')
    expect(steps).toContain('SCAN client_emails USING COVERING INDEX client_emails_by_start')
    expect(steps).toContain('SCAN client_names')
  })
})
