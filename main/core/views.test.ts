import { expect, test } from 'vitest'
import { refusal, testOffice } from './testOffice.ts'

const list = 'clients'
const content = '{"groups":["status"]}'
const names = (found: { views: readonly { name: string }[] }) => found.views.map(({ name }) => name)

test('a view is its maker’s own until it is shared, and shared it is everybody’s', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const cashier = await office.person({ rights: ['clients.see'] })
  const mine = await owner.ask.views.save({ list, name: 'Lost ones', shared: false, content })
  expect(names(await cashier.ask.views.list({ list }))).toEqual([])
  expect(await refusal(cashier.ask.views.remove({ id: mine.id }))).toEqual({ code: 'NOT_FOUND' })

  await owner.ask.views.save({ ...mine, shared: true })
  const [seen] = (await cashier.ask.views.list({ list })).views
  expect(seen).toMatchObject({ id: mine.id, name: 'Lost ones', shared: true, own: false, content })
  expect((await cashier.ask.views.list({ list: 'staff' })).views).toEqual([])
})

test('only who may share makes, changes and deletes what everybody has', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const cashier = await office.person({ rights: ['clients.see'] })
  const shared = await owner.ask.views.save({ list, name: 'By status', shared: true, content })
  const noRight = { code: 'NO_RIGHT', data: { right: 'views.share' } }
  expect(
    await refusal(cashier.ask.views.save({ list, name: 'Mine for all', shared: true, content })),
  ).toEqual(noRight)
  const { id } = shared
  expect(await refusal(cashier.ask.views.save({ id, list, name: 'X', shared: false, content }))).toEqual(
    noRight,
  )
  expect(await refusal(cashier.ask.views.remove({ id }))).toEqual(noRight)
  expect(names(await owner.ask.views.list({ list }))).toEqual(['By status'])

  const manager = await office.person({ rights: ['clients.see', 'views.share'] })
  await manager.ask.views.save({ id, list, name: 'By status and city', shared: true, content: '{}' })
  const [changed] = (await owner.ask.views.list({ list })).views
  // Whoever changes it, it stays its maker's.
  expect(changed).toMatchObject({ name: 'By status and city', own: true, content: '{}' })
})

test('a name stands once among one’s own and once among everybody’s', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const other = await office.person({ rights: ['views.share'] })
  const first = await owner.ask.views.save({ list, name: 'New this month', shared: false, content })
  const taken = (name: string) => ({ code: 'NAME_TAKEN', data: { name } })
  const again = { list, name: 'NEW this Month', shared: false, content }
  expect(await refusal(owner.ask.views.save(again))).toEqual(taken('NEW this Month'))
  expect(await refusal(other.ask.views.save(again))).toEqual({ code: 'done' })
  expect(await refusal(owner.ask.views.save({ ...again, list: 'log' }))).toEqual({ code: 'done' })
  expect(await refusal(owner.ask.views.save({ ...first, name: 'New THIS month' }))).toEqual({ code: 'done' })
  await other.ask.views.save({ ...again, shared: true })
  expect(await refusal(owner.ask.views.save({ ...first, shared: true }))).toEqual(taken(first.name))
  expect(names(await owner.ask.views.list({ list }))).toEqual(['NEW this Month', 'New THIS month'])
})

test('a list begins with the view chosen, until that is gone or no longer shared', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const cashier = await office.person({ rights: ['clients.see'] })
  const view = await owner.ask.views.save({ list, name: 'Mine', shared: true, content })
  const first = async () => (await cashier.ask.views.list({ list })).first
  await cashier.ask.views.begin({ list, id: view.id })
  expect(await first()).toBe(view.id)
  expect((await owner.ask.views.list({ list })).first).toBeNull()
  await owner.ask.views.save({ ...view, shared: false })
  expect(await first()).toBeNull()
  expect(await refusal(cashier.ask.views.begin({ list, id: view.id }))).toEqual({ code: 'NOT_FOUND' })
  await owner.ask.views.save({ ...view, shared: true })
  expect(await first()).toBe(view.id)
  await cashier.ask.views.begin({ list, id: null })
  expect(await first()).toBeNull()
  await owner.ask.views.begin({ list, id: view.id })
  await owner.ask.views.remove({ id: view.id })
  expect((await owner.ask.views.list({ list })).first).toBeNull()
})

test('what is done with views is told and stands in the log', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const heard = office.heard()
  const view = await owner.ask.views.save({ list, name: 'Lost', shared: false, content })
  await owner.ask.views.save({ ...view, name: 'Lost ones' })
  await owner.ask.views.remove({ id: view.id })
  expect(heard.filter(({ type }) => type === 'views.changed')).toHaveLength(3)
  const { rows } = await owner.ask.log.page({ limit: 3 })
  expect(rows.map(({ action, subject, changes }) => [action, subject?.name, changes])).toEqual([
    [
      'views.remove',
      'Lost ones',
      [
        { field: 'view.name', before: 'Lost ones', after: null },
        { field: 'view.shared', before: false, after: null },
      ],
    ],
    ['views.save', 'Lost ones', [{ field: 'view.name', before: 'Lost', after: 'Lost ones' }]],
    [
      'views.save',
      'Lost',
      [
        { field: 'view.name', before: null, after: 'Lost' },
        { field: 'view.shared', before: null, after: false },
      ],
    ],
  ])
})
