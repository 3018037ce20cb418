import { expect, it } from 'vitest'
import { chartData, type Counted } from './chartData.ts'

const plain: Counted = { label: (value) => `«${value}»`, time: false }
const months: Counted = { label: String, time: true }
const words = { rest: (count: number) => `${count} more`, only: 'Clients' }
const group = (count: number, ...key: (string | number | null)[]) => ({ key, count, totals: [] })

it('shows the most frequent first and puts the rest together, losing nobody', () => {
  const groups = Array.from({ length: 40 }, (_, at) => group(at + 1, `c${at}`))
  const { data, behind } = chartData(groups, [plain, undefined], words)
  expect(data.rows).toHaveLength(21)
  expect(data.rows[0]).toEqual({ key: 'c39', name: '«c39»', tone: 8, values: [40] })
  expect(data.rows.at(-1)).toMatchObject({ name: '20 more' })
  expect(data.rows.reduce((sum, { values }) => sum + values[0]!, 0)).toBe((40 * 41) / 2)
  expect(behind.rows.at(-1)).toBeUndefined()
})

it('stands empty months between those that are not, and no date at the end', () => {
  const { data } = chartData(
    [group(2, '2025-11'), group(1, '2026-02'), group(4, null)],
    [months, undefined],
    words,
  )
  expect(data.rows.map(({ key, values }) => [key, values[0]])).toEqual([
    ['2025-11', 2],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 1],
    ['null', 4],
  ])
})

it('tells the parts of each apart by the second field', () => {
  const toned: Counted = { ...plain, tone: (value) => (value === null ? undefined : 'good') }
  const { data, behind } = chartData(
    [group(3, 'a', 1), group(5, 'a', 2), group(1, 'b', null), group(1, 'b', 3)],
    [plain, toned],
    words,
  )
  expect(data.parts.map(({ name, tone }) => [name, tone])).toEqual([
    ['«2»', 'good'],
    ['«1»', 3],
    ['«null»', 6],
    ['«3»', 11],
  ])
  expect(data.rows.map(({ name, values }) => [name, values])).toEqual([
    ['«a»', [5, 3, 0, 0]],
    ['«b»', [0, 0, 1, 1]],
  ])
  expect(behind.parts).toEqual([2, 1, null, 3])
})
