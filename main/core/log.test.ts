import { expect, test } from 'vitest'
import type { LogGrouping } from '../../app/contract/log.ts'
import { draft, everything, refusal, testOffice } from './testOffice.ts'

const summed = (groups: readonly { count: number }[]) => groups.reduce((sum, { count }) => sum + count, 0)

test('the log is put together by day, person, area and action, and each group opens to its lines', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const person = await office.person(everything)
  for (const name of ['Dara', 'Bopha']) await person.ask.clients.create(draft(name))
  await refusal(office.seat().ask.door.signIn({ name: person.name, password: 'not the word' }))
  const { ask } = owner
  const { total } = await ask.log.page({})

  for (const by of ['when', 'who', 'area', 'what'] as const satisfies readonly LogGrouping[]) {
    const { count, groups } = await ask.log.groups({ by })
    expect([count, summed(groups)]).toEqual([total, total])
    for (const { key, count } of groups) {
      const inside = await ask.log.page({ within: { [by]: key } })
      expect([by, key, inside.total]).toEqual([by, key, count])
    }
  }

  const { groups: days } = await ask.log.groups({ by: 'when' })
  const [latest] = (await ask.log.page({ limit: 1 })).rows
  const here = new Date(latest!.at)
  const parts = [here.getFullYear(), here.getMonth() + 1, here.getDate()]
  expect(days[0]?.key).toBe(parts.map((part) => String(part).padStart(2, '0')).join('-'))
  // Whoever signed in did it, though nobody was signed in yet; who failed to is nobody.
  const { groups: people } = await ask.log.groups({ by: 'who', within: { area: 'door' } })
  expect(people.find(({ key }) => key === person.id)).toMatchObject({ name: person.name, count: 1 })
  const nobody = await ask.log.page({ within: { who: null } })
  expect(nobody.rows.map(({ action }) => action)).toContain('door.failedSignIn')
  // A level inside of another, under a filter.
  const { count, groups } = await ask.log.groups({
    by: 'what',
    within: { who: person.id, area: 'clients' },
    text: 'Bopha',
  })
  expect([count, groups]).toEqual([1, [{ key: 'clients.create', name: null, count: 1 }]])
})

test('who reads only their own clients finds no others among the groups', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  await owner.ask.clients.create(draft('Dara'))
  for (const grant of [{ ...everything, ownOnly: ['clients' as const] }, { rights: ['log.see' as const] }]) {
    // eslint-disable-next-line no-await-in-loop -- one office
    const { ask } = await office.person(grant)
    // eslint-disable-next-line no-await-in-loop
    const { groups } = await ask.log.groups({ by: 'area' })
    expect(groups.map(({ key }) => key)).not.toContain('clients')
  }
  const blind = await office.person({ rights: ['clients.see'] })
  expect((await refusal(blind.ask.log.groups({ by: 'when' }))).code).toBe('NO_RIGHT')
})
