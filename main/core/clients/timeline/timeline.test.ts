import { describe, expect, it } from 'vitest'
import type { TimelineEntry, TimelinePlace } from '../../../../app/contract/timeline.ts'
import { insertTestCalls } from '../../../../db/calls/callsForTests.ts'
import { at, draft, everything, refusal, testOffice, type OfficeClient } from '../../testOffice.ts'

const words = (entries: readonly TimelineEntry[]) =>
  entries.map((entry) => {
    switch (entry.kind) {
      case 'remark':
        return entry.remark.text
      case 'change':
        return entry.operation.action
      case 'series':
        return entry.series.what
      case 'call':
        return `call ${entry.call.id}`
      case 'import':
        return entry.import.file
    }
  })

/** The whole timeline, read in stretches of so many. */
async function whole(ask: OfficeClient, id: number, limit: number): Promise<string[]> {
  const all: string[] = []
  let after: TimelinePlace | undefined
  for (;;) {
    const { entries, next } = await ask.timeline.page({ id, limit, ...(after ? { after } : {}) })
    all.push(...words(entries))
    if (next === null) return all
    after = next
  }
}

describe('the timeline of a client', () => {
  it('is one stream, the latest first, the same however it is cut', async () => {
    const test = await testOffice()
    const { ask } = await test.owner()
    let card = await ask.clients.create(draft('Mekong'))
    for (let turn = 1; turn <= 5; turn++) {
      test.clock += 60_000
      await ask.timeline.write({ id: card.id, text: `remark ${turn}` })
      test.clock += 60_000
      card = await ask.clients.save({ ...at(card), draft: { notes: `note ${turn}` } })
    }
    // A clock that went back moves an entry among the others, and loses none.
    test.clock -= 3 * 60_000
    await ask.timeline.write({ id: card.id, text: 'remark 6' })
    const all = await whole(ask, card.id, 100)
    expect(all.slice(0, 4)).toEqual(['clients.save', 'clients.save', 'remark 6', 'remark 5'])
    expect(all.at(-1)).toBe('clients.create')
    for (const limit of [1, 2, 3, 7]) {
      const cut = await whole(ask, card.id, limit)
      expect([...cut].sort()).toEqual([...all].sort())
    }
    expect(words((await ask.timeline.page({ id: card.id, kinds: ['remark'] })).entries)).toHaveLength(6)
    const changes = await ask.timeline.page({ id: card.id, kinds: ['change'] })
    expect(words(changes.entries)).not.toContain('timeline.write')
  })

  it('holds that of the cards that were merged into it', async () => {
    const test = await testOffice()
    const { ask } = await test.owner()
    const kept = await ask.clients.create(draft('Mekong'))
    const other = await ask.clients.create(draft('Mekong Ltd'))
    await ask.timeline.write({ id: other.id, text: 'said on the other card' })
    await ask.duplicates.merge({ keep: kept.id, cards: [at(kept), at(other)] })
    expect(await whole(ask, kept.id, 3)).toContain('said on the other card')
  })
})

describe('remarks', () => {
  it('are changed and removed by their author alone, pinned by anybody who may change the client', async () => {
    const test = await testOffice()
    const owner = await test.owner()
    const other = await test.person({ rights: ['clients.see', 'clients.edit'] })
    const { id } = await owner.ask.clients.create(draft('Mekong'))
    const { remark } = await owner.ask.timeline.write({ id, text: 'pays late' })
    expect(await refusal(other.ask.timeline.change({ remark, text: 'pays well' }))).toMatchObject({
      code: 'NOT_AUTHOR',
    })
    expect((await refusal(other.ask.timeline.change({ remark, removed: true }))).code).toBe('NOT_AUTHOR')
    await other.ask.timeline.change({ remark, pinned: true })
    test.clock += 1000
    await owner.ask.timeline.change({ remark, text: 'pays very late' })
    const { pinned } = await other.ask.timeline.page({ id })
    expect(pinned).toMatchObject([
      { by: owner.name, remark: { text: 'pays very late', changedAt: test.clock, pinned: true, own: false } },
    ])

    await owner.ask.timeline.change({ remark, removed: true })
    expect((await owner.ask.timeline.page({ id, kinds: ['remark'] })).entries).toEqual([])
    await owner.ask.timeline.change({ remark, removed: false })
    expect(words((await owner.ask.timeline.page({ id, kinds: ['remark'] })).entries)).toEqual([
      'pays very late',
    ])

    // Each of it stands in the log.
    const { rows } = await owner.ask.log.page({ action: 'timeline.change' })
    expect(rows.flatMap(({ changes }) => changes)).toContainEqual({
      field: 'client.remark',
      before: 'pays late',
      after: 'pays very late',
    })
  })

  it('are notes: hidden with them, in the log too, and only on clients one reaches', async () => {
    const test = await testOffice()
    const owner = await test.owner()
    const blind = await test.person({
      rights: ['clients.see', 'clients.edit', 'log.see'],
      hidden: ['client.notes'],
    })
    const stranger = await test.person({ ...everything, ownOnly: ['clients'] })
    const { id } = await owner.ask.clients.create(draft('Mekong'))
    const { remark } = await owner.ask.timeline.write({ id, about: 'contact', text: 'the secret' })
    const seen = [
      await blind.ask.timeline.page({ id }),
      await blind.ask.log.page({}),
      await blind.ask.timeline.figures({ id }),
    ]
    expect(JSON.stringify(seen)).not.toContain('secret')
    expect((await refusal(blind.ask.timeline.write({ id, text: 'x' }))).code).toBe('FIELD_HIDDEN')
    expect((await refusal(stranger.ask.timeline.page({ id }))).code).toBe('NOT_FOUND')
    expect((await refusal(stranger.ask.timeline.change({ remark, pinned: true }))).code).toBe('NOT_FOUND')
    expect((await refusal(stranger.ask.timeline.write({ id, text: 'x' }))).code).toBe('NOT_FOUND')
  })
})

it('says when one last spoke with a client and what comes next', async () => {
  const test = await testOffice()
  const { ask, name } = await test.owner()
  const { id } = await ask.clients.create(draft('Mekong'))
  expect(await ask.timeline.figures({ id })).toEqual({})
  await ask.timeline.write({ id, about: 'contact', text: 'asked for a price' })
  const later = await ask.timeline.write({ id, about: 'step', text: 'call', due: '2026-12-05' })
  const sooner = await ask.timeline.write({ id, about: 'step', text: 'send the price', due: '2026-11-23' })
  await ask.timeline.write({ id, about: 'step', text: 'some day' })
  expect(await ask.timeline.figures({ id })).toEqual({
    lastContact: { at: test.clock, by: name },
    nextStep: { remark: sooner.remark, text: 'send the price', due: '2026-11-23' },
  })
  await ask.timeline.change({ remark: sooner.remark, done: true })
  expect((await ask.timeline.figures({ id })).nextStep?.remark).toBe(later.remark)
})

it('says when one last spoke with a client by telephone too, to whom sees such calls', async () => {
  const test = await testOffice()
  const { ask, id: userId, name } = await test.owner()
  const { id } = await ask.clients.create(draft('Mekong'))
  await ask.timeline.write({ id, about: 'contact', text: 'asked for a price' })
  const written = test.clock
  const call = { client: id, user: userId, number: '012 345 678' }
  await test.office.writing.transaction().execute((trx) =>
    insertTestCalls(trx, [
      { ...call, at: written + 1000, talk: 60_000 },
      // Nobody spoke.
      { ...call, at: written + 9000 },
    ]),
  )
  expect(await ask.timeline.figures({ id })).toEqual({ lastContact: { at: written + 1000, by: name } })
  const deaf = await test.person({ rights: ['clients.see'] })
  expect(await deaf.ask.timeline.figures({ id })).toEqual({ lastContact: { at: written, by: name } })
  const own = await test.person({ rights: ['clients.see', 'calls.see'], ownOnly: ['calls'] })
  expect(await own.ask.timeline.figures({ id })).toEqual({ lastContact: { at: written, by: name } })
  const blind = await test.person({ rights: ['clients.see', 'calls.see'], hidden: ['client.notes'] })
  expect(await blind.ask.timeline.figures({ id })).toEqual({ lastContact: { at: written + 1000, by: name } })
})
