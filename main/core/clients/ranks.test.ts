import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import { sortKey } from '../../../app/sorting.ts'
import { stretchByName, type NamePlace } from '../../../db/clients/page.ts'
import { walkNames } from '../../../db/clients/ranks.ts'
import { readPlaces } from '../../../db/clients/places.ts'
import { temporaryBase, type TemporaryBase } from '../../../db/clients/temporaryBase.ts'
import { setBinned } from '../../../db/clients/write.ts'
import type { Readers } from '../readers.ts'
import { ClientRanks } from './ranks.ts'

let base: TemporaryBase
let walks = 0
let meanwhile: (() => Promise<unknown>) | undefined
let ranks: ClientRanks

beforeEach(async () => {
  base = await temporaryBase()
  walks = 0
  meanwhile = undefined
  const own = base
  // The reader's own job, without the thread.
  const run = async (_job: string, [step, unfinished]: [number, number | undefined]) => {
    // One that an earlier test left waiting for quieter times is not of this test.
    if (own !== base) throw new Error('over')
    walks++
    const walked = await walkNames(own.reading, step, unfinished)
    await meanwhile?.()
    return walked
  }
  ranks = new ClientRanks({ run } as unknown as Pick<Readers, 'run'>, () => undefined)
})
afterEach(() => base.remove())

const named = (text: string): ClientDraft => ({ kind: 'person', names: [{ text }] })
const letters = ['a', 'M', 'z', 'Я', 'ក', '王', '𠮷', '1']
const someName = (seed: number) =>
  `${letters[seed % letters.length]}${((seed * 7919) % 997).toString(36)} ${seed % 3}`

const order = () =>
  base.reading.raw
    .prepare('SELECT id FROM clients WHERE binned_at IS NULL ORDER BY sort_key, id')
    .pluck()
    .all() as number[]

/** Every page from every rank is the one that a plain walk through the table gives. */
async function expectExact(limit = 40): Promise<void> {
  const all = order()
  expect(await ranks.total()).toBe(all.length)
  const steps = [0, 1, 511, 512, 513, 1024, all.length - limit, all.length - 1, all.length, all.length + 5]
  for (const rank of [...steps, ...Array.from({ length: 20 }, (_, at) => (at * 97) % (all.length + 1))]) {
    if (rank < 0) continue
    const { from, skip } = await ranks.placeOf(rank)
    expect(await stretchByName(base.reading.kysely, from, skip, limit, {}), `from ${rank}`).toEqual(
      all.slice(rank, rank + limit),
    )
  }
}

async function placesOf(ids: readonly number[]): Promise<Map<number, NamePlace>> {
  return readPlaces(base.writing.kysely, ids)
}

async function bin(ids: readonly number[]): Promise<void> {
  const places = await placesOf(ids)
  await base.writing.kysely.transaction().execute((trx) => setBinned(trx, ids, 5, { at: 5, by: 1 }))
  for (const place of places.values()) ranks.moved(place, undefined)
}

async function add(names: readonly string[]): Promise<number[]> {
  const ids = await base.add(names.map(named))
  for (const place of (await placesOf(ids)).values()) ranks.moved(undefined, place)
  return ids
}

async function makeUser(): Promise<void> {
  await base.writing.kysely
    .insertInto('users')
    .values({ id: 1, name: 'A', folded: 'a', password: '', created_at: 1, signed_in_at: null })
    .execute()
}

describe('ranks of the table by name', () => {
  it('knows an empty table, and the first client that comes to it', async () => {
    await expectExact()
    await add(['Sok'])
    await expectExact()
  })

  it('finds every page, many of one name among them', async () => {
    await base.add(Array.from({ length: 1300 }, (_, at) => named(someName(at))))
    await base.add(Array.from({ length: 700 }, () => named('Same Name')))
    await expectExact()
    expect(walks).toBe(1)
  })

  it('follows each change without another walk', async () => {
    await makeUser()
    const ids = await base.add(Array.from({ length: 1600 }, (_, at) => named(someName(at))))
    await expectExact()
    await add(['000 before all', '𠮷 after all', 'M in the middle', 'Я'])
    await expectExact()
    await bin([ids[0]!, ids[800]!, ids[1599]!, order()[0]!, order().at(-1)!, order()[512]!])
    await expectExact()
    // One moves from the beginning to the end.
    const first = order()[1]!
    const was = (await placesOf([first])).get(first)
    const key = sortKey('王 last', 'en')
    await base.writing.kysely.updateTable('clients').set({ sort_key: key }).where('id', '=', first).execute()
    ranks.moved(was, { key, id: first })
    await expectExact()
    expect(walks).toBe(1)
  })

  it("keeps to SQLite's order of letters, which is not JavaScript's", async () => {
    const many = (letter: string) => Array.from({ length: 700 }, (_, at) => named(`${letter} ${at}`))
    await base.add([...many('\ufa0e'), ...many('𠮷')])
    await expectExact()
    await add(['𠮷 new', '\ufa0e new'])
    await expectExact()
    expect(walks).toBe(1)
  })

  it('walks again when a stretch has grown long', async () => {
    await base.add(Array.from({ length: 600 }, (_, at) => named(someName(at))))
    await ranks.total()
    await add(Array.from({ length: 4200 }, (_, at) => `M${at}`))
    await vi.waitFor(() => expect(walks).toBe(2))
    await expectExact()
  })

  it('is new for whoever asks after a bulk change', async () => {
    await base.add([named('A')])
    await ranks.total()
    await base.add(Array.from({ length: 900 }, (_, at) => named(someName(at))))
    ranks.heed({ type: 'client.changed' })
    await expectExact()
    // One that comes while a walk is under way is not in it: another walk follows, one for however many changes.
    meanwhile = async () => {
      meanwhile = undefined
      await base.add([named('B')])
      ranks.walkAgain()
      ranks.walkAgain()
    }
    ranks.walkAgain()
    await vi.waitFor(() => expect(walks).toBe(4))
    await expectExact()
    expect(walks).toBe(4)
  })

  it('does not make anybody wait for what moves during a walk, and puts it right afterwards', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await base.add(Array.from({ length: 900 }, (_, at) => named(someName(at))))
      meanwhile = () => add(['Meanwhile'])
      await ranks.total()
      expect(walks).toBe(1)
      meanwhile = undefined
      await vi.advanceTimersByTimeAsync(1000)
      expect(walks).toBe(2)
      await vi.waitFor(() => expectExact())
    } finally {
      vi.useRealTimers()
    }
  })

  it('begins anew after a walk that failed', async () => {
    await base.add([named('A')])
    meanwhile = () => Promise.reject(new Error('the reader is gone'))
    await expect(ranks.total()).rejects.toThrow('gone')
    meanwhile = undefined
    await expectExact()
  })
})
