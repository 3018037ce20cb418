import { describe, expect, it } from 'vitest'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import type { CustomField, CustomValue } from '../../../../app/contract/lists.ts'
import type { MassAct, MassStep, MassTarget } from '../../../../app/contract/mass.ts'
import { at, draft, everything, refusal, testOffice, type OfficeClient } from '../../testOffice.ts'

type Ended = NonNullable<MassStep['ended']>

async function ended(steps: Promise<AsyncIterable<MassStep>>): Promise<Ended> {
  let last: MassStep | undefined
  for await (const step of await steps) last = step
  return last!.ended!
}
const run = (ask: OfficeClient, target: Partial<MassTarget>, act: MassAct) =>
  ended(ask.mass.run({ target, act }) as Promise<AsyncIterable<MassStep>>)
const undo = (ask: OfficeClient, id: number) =>
  ended(ask.mass.undo({ id }) as Promise<AsyncIterable<MassStep>>)

async function office(count: number) {
  const test = await testOffice()
  const owner = await test.owner()
  const ids: number[] = []
  for (let at = 0; at < count; at++)
    ids.push((await owner.ask.clients.create(draft(`Client ${String(at).padStart(4, '0')}`))).id)
  const { entries } = await owner.ask.lists.all()
  const status = (key: string) => entries.find((entry) => entry.key === key)!.id
  return { test, ...owner, ids, status }
}

describe('one thing done to many clients', () => {
  it('is done to all that match but some, stands once in the log and in each timeline, and is taken back', async () => {
    const { test, ask, ids, status } = await office(250)
    const [first, second] = ids as [number, number]
    await ask.clients.save({ id: second, revision: 1, draft: { statusId: status('lost') } })
    const act = { do: 'set', field: 'status', value: status('lost') } as const
    const target = { filter: { text: 'client' }, except: [first] }
    expect(await ask.mass.preview({ target, act })).toEqual({ found: 249, same: 1 })
    test.clock += 60_000
    const heard = test.heard()
    const logged = test.count('operations')
    const done = await run(ask, target, act)
    expect(done).toMatchObject({ changed: 248, same: 1, left: 0, stopped: false })
    expect((await ask.clients.card({ id: first })).statusId).toBeNull()
    expect((await ask.clients.card({ id: ids[9]! })).statusId).toBe(status('lost'))
    expect(await ask.clients.count({ filter: { statusId: status('lost') } })).toEqual({ count: 249 })
    expect(heard.filter(({ type }) => type === 'client.changed')).toHaveLength(1)
    expect(test.count('operations') - logged).toBe(1)
    const [line] = (await ask.log.page({ limit: 1 })).rows
    expect(line).toMatchObject({ action: 'mass.run', subject: { type: 'mass', id: done.mass } })
    expect((await ask.mass.clients({ id: done.mass!, offset: 200, limit: 100 })).rows).toHaveLength(48)
    const { entries } = await ask.timeline.page({ id: ids[9]!, kinds: ['change'] })
    expect(entries[0]).toMatchObject({
      operation: {
        action: 'mass.run',
        changes: [{ field: 'client.status', before: null, after: status('lost') }],
      },
    })

    // Whom somebody has changed since keeps what they have now.
    const touched = await ask.clients.card({ id: ids[5]! })
    await ask.clients.save({ ...at(touched), draft: { notes: 'since' } })
    expect(await undo(ask, done.mass!)).toMatchObject({ changed: 247, left: 1 })
    expect((await ask.clients.card({ id: ids[9]! })).statusId).toBeNull()
    expect((await ask.clients.card({ id: ids[5]! })).statusId).toBe(status('lost'))
    expect(await ask.mass.show({ id: done.mass! })).toMatchObject({
      state: 'undone',
      changed: 248,
      undone: 247,
    })
  })

  it('moves to the bin and back, and the table knows how many are left', async () => {
    const { ask, ids } = await office(30)
    expect((await ask.clients.page({})).total).toBe(30)
    const done = await run(ask, { ids: ids.slice(0, 12) }, { do: 'bin' })
    expect(done.changed).toBe(12)
    expect((await ask.clients.page({})).total).toBe(18)
    await undo(ask, done.mass!)
    const page = await ask.clients.page({})
    expect([page.total, page.rows.length]).toEqual([30, 30])
    // What lies in the bin is not changed by the way.
    await run(ask, { ids: ids.slice(0, 2) }, { do: 'bin' })
    const language = { do: 'set', field: 'language', value: 'km' } as const
    expect(await run(ask, {}, language)).toMatchObject({ changed: 28 })
    expect((await ask.clients.card({ id: ids[0]! })).language).toBeNull()
  })

  it('puts into a group and takes out of it', async () => {
    const { ask, ids } = await office(5)
    const { id: group } = await ask.lists.saveEntry({
      list: 'group',
      name: 'Khmer New Year',
      tone: 'neutral',
    })
    const done = await run(ask, { ids: ids.slice(0, 3) }, { do: 'join', group })
    expect(done.changed).toBe(3)
    expect(await ask.mass.preview({ target: {}, act: { do: 'join', group } })).toEqual({ found: 5, same: 3 })
    expect(await ask.mass.preview({ target: {}, act: { do: 'leave', group } })).toEqual({ found: 5, same: 2 })
    expect((await ask.clients.card({ id: ids[0]! })).groupIds).toEqual([group])
    expect(await run(ask, {}, { do: 'leave', group })).toMatchObject({ changed: 3, same: 2 })
    expect((await ask.clients.card({ id: ids[0]! })).groupIds).toEqual([])
  })

  it('gives fields of the office’s own of every kind what they take, and gives back what was there', async () => {
    const { ask, ids } = await office(3)
    const [first] = ids as [number, number, number]
    const field = (type: CustomField['type']) => ask.lists.saveField({ type, name: type })
    const choice = await field('choice')
    const oak = await ask.lists.saveEntry({ list: `field.${choice.id}`, name: 'Oak', tone: 'neutral' })
    const given: [CustomField, CustomValue][] = [
      [choice, oak.id],
      [await field('text'), 'a "quoted" text'],
      [await field('yes-no'), false],
      [await field('money'), { amount: 1250, currency: 'USD' }],
      [await field('date'), '2026-11-21'],
    ]
    const custom = async () => (await ask.clients.card({ id: first })).custom!
    for (const [{ id }, value] of given) {
      const act = { do: 'set', field: `custom.${id}`, value } as const
      expect(await run(ask, {}, act)).toMatchObject({ changed: 3, same: 0 })
      expect(await run(ask, {}, act)).toMatchObject({ changed: 0, same: 3 })
      expect((await custom())[id]).toEqual(value)
    }
    const text = given[1]!
    const conditions = [{ field: `custom.${choice.id}`, is: 'one-of' as const, values: [oak.id] }]
    expect(await ask.clients.count({ filter: { conditions } })).toEqual({ count: 3 })
    const done = await run(ask, {}, { do: 'set', field: `custom.${text[0].id}`, value: null })
    expect(await custom()).not.toHaveProperty(String(text[0].id))
    await undo(ask, done.mass!)
    expect((await custom())[text[0].id]).toBe(text[1])
    const { entries } = await ask.timeline.page({ id: first, kinds: ['change'] })
    expect(JSON.stringify(entries)).toContain(`client.custom.${choice.id}`)
    const wrong = { do: 'set', field: `custom.${choice.id}`, value: 'Oak' } as const
    expect((await refusal(run(ask, {}, wrong))).code).toBe('BAD_VALUE')
    expect((await refusal(run(ask, {}, { ...wrong, field: 'custom.999' }))).code).toBe('NOT_FOUND')
  })

  it('is seen by who filters, in the columns that are already there', async () => {
    const { ask, ids, status } = await office(6)
    const [first, second] = ids as [number, number]
    const group = (await ask.lists.saveEntry({ list: 'group', name: 'G', tone: 'info' })).id
    const having = async (filter: ClientFilter) =>
      (await ask.clients.page({ filter, order: [{ field: 'status' }] })).rows.map(({ id }) => id)
    const inGroup = { conditions: [{ field: 'groups', is: 'one-of' as const, values: [group] }] }
    expect(await having(inGroup)).toEqual([])
    await run(ask, { ids: [first, second] }, { do: 'join', group })
    expect(await having(inGroup)).toEqual([first, second])
    await run(ask, { ids: [first] }, { do: 'leave', group })
    expect(await having(inGroup)).toEqual([second])
    await run(ask, {}, { do: 'set', field: 'status', value: status('active') })
    expect(await having({ statusId: status('active') })).toHaveLength(6)
  })

  it('reaches only the person’s own clients, respects rights and hidden fields, and refuses what is not there', async () => {
    const { test, ask, ids, status } = await office(4)
    const act = { do: 'set', field: 'status', value: status('active') } as const
    const own = await test.person({ ...everything, ownOnly: ['clients'] })
    await ask.clients.save({ id: ids[2]!, revision: 1, draft: { managerId: own.id } })
    expect((await run(own.ask, {}, act)).changed).toBe(1)
    expect((await run(own.ask, { ids }, { do: 'bin' })).changed).toBe(1)
    const reader = await test.person({ rights: ['clients.see'] })
    const blind = await test.person({ rights: ['clients.see', 'clients.edit'], hidden: ['client.status'] })
    const code = async (asked: Promise<unknown>) => (await refusal(asked)).code
    expect(await code(run(reader.ask, {}, act))).toBe('NO_RIGHT')
    expect(await code(run(blind.ask, {}, act))).toBe('FIELD_HIDDEN')
    expect(await code(run(blind.ask, {}, { do: 'bin' }))).toBe('NO_RIGHT')
    expect(await code(run(ask, {}, { ...act, value: 99_999 }))).toBe('NOT_FOUND')
    expect(await code(run(ask, {}, { ...act, field: 'manager', value: 99_999 }))).toBe('NOT_FOUND')
    const done = await run(ask, {}, act)
    expect(await code(blind.ask.mass.show({ id: done.mass! }))).toBe('FIELD_HIDDEN')
    expect(JSON.stringify((await blind.ask.timeline.page({ id: ids[0]! })).entries)).not.toContain(
      'client.status',
    )
  })

  it('stops where the person stops it, keeps what is done, and that is taken back', async () => {
    const { ask, ids, status } = await office(350)
    const act = { do: 'set', field: 'status', value: status('active') } as const
    const steps = (await ask.mass.run({ target: {}, act })) as AsyncGenerator<MassStep>
    for await (const { done } of steps) if (done >= 100) break
    // The window that began it is gone; the end is in the log all the same.
    await expect
      .poll(async () => (await ask.log.page({ action: 'mass.run' })).total, { timeout: 20_000 })
      .toBe(1)
    const { rows } = await ask.log.page({ action: 'mass.run' })
    const { count } = await ask.clients.count({ filter: { statusId: status('active') } })
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(ids.length)
    expect(rows[0]!.changes).toContainEqual({ field: 'mass.changed', before: null, after: count })
    await undo(ask, rows[0]!.subject!.id)
    expect(await ask.clients.count({ filter: { statusId: status('active') } })).toEqual({ count: 0 })
  })

  it('that a power cut broke off is closed at the next start', async () => {
    const { test, ask, status } = await office(3)
    const { mass } = await run(ask, {}, { do: 'set', field: 'status', value: status('active') })
    const { raw } = test.office.connection
    raw.exec(`UPDATE mass_changes SET state = 'running'`)
    await test.reopen()
    const again = await test.owner()
    expect(await again.ask.mass.show({ id: mass! })).toMatchObject({ state: 'stopped', changed: 3 })
    expect(await undo(again.ask, mass!)).toMatchObject({ changed: 3 })
  })
})
