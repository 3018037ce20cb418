import { expect, it } from 'vitest'
import { draft, everything, testOffice } from '../testOffice.ts'

it('gives whole cards in the order asked for, without those of others and without what is hidden', async () => {
  const test = await testOffice()
  const { ask } = await test.owner()
  const own = await test.person({ ...everything, ownOnly: ['clients'], hidden: ['client.phones'] })
  const first = await ask.clients.create(
    draft('Mekong', { managerId: own.id, phones: [{ typed: '012 345 678' }], notes: 'gate code 4' }),
  )
  const second = await ask.clients.create(draft('Tonle Sap'))
  const ids = [second.id, first.id, 999]
  expect((await ask.clients.cards({ ids })).map(({ id }) => id)).toEqual([second.id, first.id])
  const [only, ...others] = await own.ask.clients.cards({ ids })
  expect(others).toEqual([])
  expect(only).toMatchObject({ id: first.id, notes: 'gate code 4' })
  expect(only).not.toHaveProperty('phones')
})
