import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RowBlocks } from './blocks.ts'
import type { RowSource } from './types.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** How long an office takes to answer. */
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
/** Lets so much time pass: its own, so that a busy computer changes nothing. */
const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

/** A list of `total` numbers that remembers what it was asked. */
function list(total: number, mark = 0, delay = 0) {
  const asked: number[] = []
  const aborted: number[] = []
  const source: RowSource<number> = {
    async page(offset, limit, signal) {
      asked.push(offset)
      signal.addEventListener('abort', () => aborted.push(offset))
      await wait(delay)
      const length = Math.max(0, Math.min(limit, total - offset))
      return { total, rows: Array.from({ length }, (_, i) => offset + i + mark) }
    },
  }
  return { source, asked, aborted }
}

describe('rows fetched as they are looked at', () => {
  it('asks for the blocks on the screen and for no others', async () => {
    const { source, asked } = list(1_000_000)
    const blocks = new RowBlocks(source, { pause: 5 })
    blocks.look(0, 40)
    await tick(5)
    expect(blocks.total).toBe(1_000_000)
    blocks.look(500_090, 500_120)
    await tick(20)
    expect(asked).toEqual([0, 500_000, 500_100])
    expect(blocks.row(500_119)).toBe(500_119)
    expect(blocks.row(250_000)).toBeUndefined()
  })

  it('asks for nothing on the way when the scroll bar is dragged', async () => {
    const { source, asked } = list(1_000_000)
    const blocks = new RowBlocks(source, { pause: 20 })
    blocks.look(0, 40)
    await tick(5)
    for (let row = 50_000; row <= 900_000; row += 50_000) blocks.look(row, row + 40)
    await tick(40)
    expect(asked).toEqual([0, 900_000])
  })

  it('asks once at the first of many changes, and once more behind the last', async () => {
    const { source, asked } = list(1000)
    const blocks = new RowBlocks(source)
    blocks.look(0, 40)
    await tick()
    for (let change = 0; change < 20; change++) {
      blocks.refreshForChange()
      await tick(10)
    }
    expect(asked).toEqual([0, 0])
    await tick(5000)
    expect(asked).toEqual([0, 0, 0])
    blocks.refreshForChange()
    expect(asked).toHaveLength(4)
    blocks.refreshForChange()
    blocks.close()
    await tick(5000)
    expect(asked).toHaveLength(4)
  })

  it('asks at once for the next block when one scrolls on', async () => {
    const { source, asked } = list(1000)
    const blocks = new RowBlocks(source, { pause: 10_000 })
    blocks.look(0, 40)
    await tick(5)
    blocks.look(70, 110)
    expect(asked).toEqual([0, 100])
  })

  it('drops askings for what is no longer on the screen', async () => {
    const { source, aborted } = list(1000, 0, 20)
    const blocks = new RowBlocks(source, { pause: 1 })
    blocks.look(0, 40)
    await tick(30)
    blocks.look(150, 180)
    blocks.look(700, 740)
    await tick(40)
    expect(aborted).toEqual([100])
    expect(blocks.row(705)).toBe(705)
  })

  it('keeps old rows readable while new ones come, and counts anew', async () => {
    let total = 300
    const source: RowSource<string> = {
      async page(offset, limit) {
        await wait(5)
        const now = total
        return { total: now, rows: Array.from({ length: Math.min(limit, now - offset) }, () => `of ${now}`) }
      },
    }
    const blocks = new RowBlocks(source)
    blocks.look(0, 40)
    await tick(10)
    total = 200
    blocks.refresh()
    expect(blocks.row(0)).toBe('of 300')
    await tick(10)
    expect(blocks.row(0)).toBe('of 200')
    expect(blocks.total).toBe(200)
  })

  it('never mixes rows of two questions', async () => {
    const one = list(1000)
    const blocks = new RowBlocks(one.source)
    blocks.look(0, 120)
    await tick(5)
    const source: RowSource<number> = {
      async page(offset, limit) {
        await wait(offset === 0 ? 5 : 30)
        return { total: 1000, rows: Array.from({ length: limit }, (_, i) => 5000 + offset + i) }
      },
    }
    blocks.replace(source)
    expect(blocks.replaced).toBe(true)
    expect([blocks.row(0), blocks.row(101)]).toEqual([0, 101])
    await tick(15)
    expect(blocks.replaced).toBe(false)
    expect([blocks.row(0), blocks.row(101)]).toEqual([5000, undefined])
    await tick(30)
    expect(blocks.row(101)).toBe(5101)
  })

  it('ignores the answer to the question before', async () => {
    const slow = list(10, 0, 20)
    const blocks = new RowBlocks(slow.source)
    blocks.look(0, 9)
    blocks.replace(list(10, 100).source)
    await tick(40)
    expect(blocks.row(3)).toBe(103)
  })

  it('says why it failed, and tries again when asked', async () => {
    const page = vi
      .fn()
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValue({ rows: [1], total: 1 })
    const blocks = new RowBlocks<number>({ page })
    blocks.look(0, 10)
    await tick()
    expect(blocks.failure).toEqual(new Error('away'))
    expect(blocks.busy).toBe(false)
    blocks.retry()
    await tick()
    expect(blocks.failure).toBeUndefined()
    expect(blocks.row(0)).toBe(1)
  })

  it('forgets what was not looked at for long', async () => {
    const { source } = list(10_000)
    const blocks = new RowBlocks(source, { keep: 3, pause: 0 })
    for (const row of [0, 1000, 2000, 3000, 4000]) {
      blocks.look(row, row + 20)
      // oxlint-disable-next-line no-await-in-loop
      await tick(5)
    }
    expect(blocks.row(0)).toBeUndefined()
    expect(blocks.row(4000)).toBe(4000)
  })

  it('loads a long range in order, only what is missing', async () => {
    const { source, asked } = list(1000)
    const blocks = new RowBlocks(source)
    blocks.look(100, 140)
    await tick(5)
    const loading = blocks.load(95, 305)
    await tick(5)
    const rows = await loading
    expect(rows).toEqual(Array.from({ length: 211 }, (_, i) => 95 + i))
    expect(asked.filter((offset) => offset === 100)).toHaveLength(1)
  })

  it('gives an empty list as one', async () => {
    const blocks = new RowBlocks(list(0).source)
    blocks.look(0, 30)
    await tick(5)
    expect(blocks.total).toBe(0)
    expect(blocks.busy).toBe(false)
  })

  it('shows a row as it was saved until the office answers anew', async () => {
    const { source } = list(300)
    const blocks = new RowBlocks(source)
    blocks.look(0, 40)
    await tick(5)
    blocks.put(7, 7.5)
    expect([blocks.row(6), blocks.row(7), blocks.row(8)]).toEqual([6, 7.5, 8])
    blocks.refresh()
    expect(blocks.row(7)).toBe(7.5)
    await tick(5)
    expect(blocks.row(7)).toBe(7)
  })
})
