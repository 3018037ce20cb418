import { expect, test } from 'vitest'
import type { Criteria } from '../../app/contract/targets.ts'
import { at, draft, everything, refusal, testOffice } from './testOffice.ts'

const inKep: Criteria = { text: '', all: [{ field: 'city', is: 'one-of', values: ['Kep'] }] }
const kep = { addresses: [{ city: 'Kep' }] }

test('a target group has whoever fits it, and knows how many as clients change', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const one = await ask.clients.create(draft('One', kep))
  const saved = await ask.targets.save({ name: 'By the sea', shared: false, criteria: inKep })
  const counted = async () => (await ask.targets.counts()).map(({ count }) => count)
  expect(await ask.targets.list()).toEqual([saved])
  expect(await counted()).toEqual([1])
  await ask.clients.create(draft('Two', kep))
  expect(await counted()).toEqual([2])
  await ask.clients.save({ ...at(one), draft: { addresses: [{ city: 'Takeo' }] } })
  expect(await counted()).toEqual([1])

  const made: Criteria = { text: 'tw', all: [{ field: 'created', is: 'during', period: 'this-month' }] }
  await ask.targets.save({ ...saved, criteria: made })
  expect(await counted()).toEqual([1])
  office.clock += 40 * 86_400_000
  const person = await office.owner()
  expect((await person.ask.targets.counts())[0]!.count).toBe(0)
})

test('is its maker’s own until it is shared; only who may share changes what everybody has', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const other = await office.person({ rights: ['clients.see'] })
  const mine = await owner.ask.targets.save({ name: 'Sea', shared: false, criteria: inKep })
  expect(await other.ask.targets.list()).toEqual([])
  expect(await refusal(other.ask.targets.remove({ id: mine.id }))).toEqual({ code: 'NOT_FOUND' })
  await owner.ask.targets.save({ ...mine, shared: true })
  expect(await other.ask.targets.list()).toMatchObject([{ name: 'Sea', own: false, shared: true }])
  const noRight = { code: 'NO_RIGHT', data: { right: 'targets.share' } }
  expect(await refusal(other.ask.targets.save({ ...mine, shared: false }))).toEqual(noRight)
  expect(await refusal(other.ask.targets.save({ name: 'All', shared: true, criteria: inKep }))).toEqual(
    noRight,
  )
  expect(await refusal(owner.ask.targets.save({ name: 'SEA', shared: true, criteria: inKep }))).toEqual({
    code: 'NAME_TAKEN',
    data: { name: 'SEA' },
  })
  await other.ask.targets.save({ name: 'Sea', shared: false, criteria: inKep })
  expect((await other.ask.targets.list()).map(({ own }) => own).toSorted()).toEqual([false, true])
  await owner.ask.targets.remove({ id: mine.id })
  expect(await owner.ask.targets.list()).toEqual([])
  const [line] = (await owner.ask.log.page({})).rows
  expect(line).toMatchObject({ action: 'targets.remove', subject: { name: 'Sea' } })
})

test('counts only whom one reaches, and nobody by what one does not see', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const blind = await office.person({ ...everything, ownOnly: ['clients'], hidden: ['client.addresses'] })
  await owner.ask.clients.create(draft('Not theirs', kep))
  await owner.ask.clients.create(draft('Theirs', { ...kep, managerId: blind.id }))
  await owner.ask.targets.save({ name: 'Sea', shared: true, criteria: inKep })
  await owner.ask.targets.save({ name: 'The', shared: true, criteria: { text: 'theirs', all: [] } })
  expect((await owner.ask.targets.counts()).map(({ count }) => count)).toEqual([2, 2])
  expect((await blind.ask.targets.counts()).map(({ count }) => count)).toEqual([null, 1])
  expect(await refusal(blind.ask.targets.save({ name: 'X', shared: false, criteria: inKep }))).toEqual({
    code: 'FIELD_HIDDEN',
    data: { field: 'client.addresses' },
  })
})
