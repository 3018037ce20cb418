import { describe, expect, it } from 'vitest'
import { GroupHead, GroupTree, isHead } from './groupTree.ts'
import type { GroupStep } from './types.ts'

type Client = { id: number; status: string; city: string }
const statuses = ['active', 'lost']
const cities = ['Kep', 'Kampot', 'Takeo']
const clients: Client[] = Array.from({ length: 250 }, (_, id) => ({
  id,
  status: statuses[id % 5 === 0 ? 1 : 0]!,
  city: cities[id % 3]!,
}))

function tree(by: (keyof Client)[], open = new Set<string>()) {
  const asked: string[] = []
  const within = (path: readonly GroupStep[]) =>
    clients.filter((client) => path.every(({ column, key }) => client[column as keyof Client] === key))
  const made = new GroupTree<Client>(
    {
      by,
      async groups(path, column) {
        asked.push(`groups ${path.map(({ key }) => key).join('/')}`)
        const groups = Map.groupBy(within(path), (client) => String(client[column as keyof Client]))
        return {
          records: within(path).length,
          groups: [...groups].map(([key, rows]) => ({ key, title: key, count: rows.length })),
        }
      },
      async rows(path, offset, limit) {
        asked.push(`rows ${path.map(({ key }) => key).join('/')} ${offset}+${limit}`)
        const rows = within(path)
        return { rows: rows.slice(offset, offset + limit), total: rows.length }
      },
    },
    open,
  )
  const page = async (offset = 0, limit = 100) => {
    const answer = await made.page(offset, limit, new AbortController().signal)
    return { ...answer, said: Array.from(answer.rows, said) }
  }
  return { made, page, asked }
}
const said = (entry: Client | GroupHead | undefined) =>
  isHead(entry) ? `${'·'.repeat(entry.level)}${entry.title} ${entry.count}` : entry?.id

describe('rows under the headings of their groups', () => {
  it('begins closed, with counts, and asks for no row', async () => {
    const { page, asked } = tree(['status'])
    const { said, total, records } = await page()
    expect(said).toEqual(['lost 50', 'active 200'])
    expect([total, records]).toEqual([2, 250])
    expect(asked).toEqual(['groups '])
  })

  it('opens a group: its rows come between its heading and the next', async () => {
    const { made, page, asked } = tree(['status'])
    const { rows } = await page()
    made.toggle(rows[0] as GroupHead, true)
    const opened = await page()
    expect(opened.total).toBe(52)
    expect(opened.said.slice(0, 3)).toEqual(['lost 50', 0, 5])
    expect(opened.said.slice(-2)).toEqual([245, 'active 200'])
    expect((await page(50, 2)).said).toEqual([245, 'active 200'])
    expect(asked.slice(1)).toEqual(['rows lost 0+50', 'rows lost 49+1'])
    made.toggle(rows[0] as GroupHead, false)
    expect((await page()).total).toBe(2)
  })

  it('asks for deeper groups only where they are opened, and shows any stretch of the whole', async () => {
    const { made, page, asked } = tree(['status', 'city'])
    const first = await page()
    made.toggle(first.rows[1] as GroupHead, true)
    const second = await page()
    expect(second.said).toEqual(['lost 50', 'active 200', '·Kampot 67', '·Takeo 66', '·Kep 67'])
    expect(asked).toEqual(['groups ', 'groups active'])
    made.toggle(second.rows[3] as GroupHead, true)
    const whole = await page(0, 500)
    expect(whole.total).toBe(5 + 66)
    expect(whole.said[4]).toBe(2)
    expect(whole.said.at(-1)).toBe('·Kep 67')
    const stretches = await Promise.all(
      [0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70].map((from) => page(from, 7)),
    )
    expect(stretches.flatMap(({ said }) => said)).toEqual(whole.said)
  })

  it('opens everything level by level, and closes it at once', async () => {
    const { made, page } = tree(['status', 'city'])
    await page()
    made.toggleAll(true)
    expect((await page()).total).toBe(8)
    made.toggleAll(true)
    expect((await page()).total).toBe(258)
    made.toggleAll(false)
    expect((await page()).total).toBe(2)
  })

  it('stays open when the question changes, and asks anew when the data may have changed', async () => {
    const open = new Set<string>()
    const one = tree(['status'], open)
    const { rows } = await one.page()
    one.made.toggle(rows[0] as GroupHead, true)
    const other = tree(['status'], open)
    expect((await other.page()).total).toBe(52)
    other.made.refresh()
    await other.page()
    expect(other.asked.filter((line) => line === 'groups ')).toHaveLength(2)
  })

  it('asks again after a failure', async () => {
    let fails = true
    const made = new GroupTree<Client>(
      {
        by: ['status'],
        async groups() {
          if (fails) throw new Error('away')
          return { records: 1, groups: [{ key: 'lost', title: 'lost', count: 1 }] }
        },
        rows: async () => ({ rows: [], total: 0 }),
      },
      new Set(),
    )
    const { signal } = new AbortController()
    await expect(made.page(0, 10, signal)).rejects.toThrow('away')
    fails = false
    expect((await made.page(0, 10, signal)).total).toBe(1)
  })
})
