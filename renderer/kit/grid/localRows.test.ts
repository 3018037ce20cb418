import { describe, expect, it } from 'vitest'
import type { Filter } from './filters/filter.ts'
import { localRows } from './localRows.ts'
import type { Column, Sort } from './types.ts'

type Person = { name: string; role: string; seen: number }
const people: Person[] = [
  { name: 'Sreymom', role: 'operator', seen: 30 },
  { name: 'Émile', role: 'cashier', seen: 4 },
  { name: 'dara', role: '', seen: 200 },
  { name: 'Maly 10', role: 'cashier', seen: 0 },
  { name: 'Maly 9', role: 'cashier', seen: 7 },
]
const columns: Column<Person>[] = [
  { id: 'name', title: 'Name', width: 100, value: ({ name }) => name, filterAs: 'text' },
  { id: 'role', title: 'Role', width: 100, value: ({ role }) => role, filterAs: 'choice' },
  { id: 'seen', title: 'Seen', width: 100, value: ({ seen }) => `day ${seen}`, order: ({ seen }) => seen },
]
const { signal } = new AbortController()

function table(sort: readonly Sort[] = [], filters: readonly Filter[] = []) {
  const made = localRows({ all: () => people, columns, sort, filters, language: 'en' })
  return { ...made, names: async () => (await made.rows.page(0, 10, signal)).rows.map(({ name }) => name) }
}
const by = (column: string, descending = false): Sort => ({ column, descending })

describe('a table whose rows are all at hand', () => {
  it('sorts words as a reader does, and figures by what they are', async () => {
    expect(await table([by('name')]).names()).toEqual(['dara', 'Émile', 'Maly 9', 'Maly 10', 'Sreymom'])
    expect(await table([by('seen', true)]).names()).toEqual(['dara', 'Sreymom', 'Maly 9', 'Émile', 'Maly 10'])
    expect(await table([by('role', true), by('name')]).names()).toEqual([
      'Sreymom',
      'Émile',
      'Maly 9',
      'Maly 10',
      'dara',
    ])
  })

  it('filters by parts of words and by values, and by nothing there', async () => {
    const names = (filter: Filter) => table([], [filter]).names()
    expect(await names({ field: 'name', is: 'contains', text: 'EMI' })).toEqual(['Émile'])
    expect(await names({ field: 'role', is: 'one-of', values: ['operator', null] })).toEqual([
      'Sreymom',
      'dara',
    ])
    expect(await names({ field: 'role', is: 'none-of', values: ['cashier'] })).toEqual(['Sreymom', 'dara'])
    expect(await names({ field: 'role', is: 'empty' })).toEqual(['dara'])
  })

  it('counts what there is to choose from, whatever is chosen of it already', async () => {
    const { fields } = table(
      [],
      [
        { field: 'role', is: 'one-of', values: ['operator'] },
        { field: 'name', is: 'contains', text: 'a' },
      ],
    )
    const role = fields.find(({ id }) => id === 'role')!
    expect(fields.map(({ id }) => id)).toEqual(['name', 'role'])
    expect((await role.choices!('', signal)).choices).toEqual([
      { value: 'cashier', count: 2 },
      { value: null, count: 1 },
    ])
    expect((await table().fields[1]!.choices!('OPER', signal)).choices).toEqual([
      { value: 'operator', count: 1 },
    ])
  })

  it('groups, with what is in each', async () => {
    const { grouping } = table([by('name')])
    const { groups, records } = await grouping.groups([], 'role')
    expect(records).toBe(5)
    expect(groups.map(({ key, count }) => [key, count])).toEqual([
      ['cashier', 3],
      ['operator', 1],
      [null, 1],
    ])
    const inside = await grouping.rows([{ column: 'role', key: 'cashier' }], 1, 5, signal)
    expect(inside.rows.map(({ name }) => name)).toEqual(['Maly 9', 'Maly 10'])
  })
})
