import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '../../../app/criteria.ts'
import { at, draft, everything, refusal, testOffice } from '../testOffice.ts'

const city = (name: string) => ({ addresses: [{ city: name }] })
const inCity = (...values: (string | null)[]): Condition => ({ field: 'city', is: 'one-of', values })

test('is asked after each change and knows it, whoever is created, changed, binned, restored and merged', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const ids: number[] = []
  const cities = ['Kampot', 'Takeo', 'Kep']
  const which = fc.nat()
  const step = fc.oneof(
    fc.record({
      what: fc.constant('create' as const),
      name: fc.constantFrom('a', 'b', 'c'),
      city: fc.constantFrom(...cities),
    }),
    fc.record({
      what: fc.constant('move' as const),
      which,
      name: fc.constantFrom('a', 'd'),
      city: fc.constantFrom(...cities),
    }),
    fc.record({ what: fc.constantFrom('bin' as const, 'restore' as const), which }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const each of steps) {
        if (each.what === 'create') ids.push((await ask.clients.create(draft(each.name, city(each.city)))).id)
        else if (ids.length === 0) continue
        else {
          const id = ids[each.which % ids.length]!
          if (each.what === 'move') {
            const card = await ask.clients.card({ id })
            await ask.clients.save({
              ...at(card),
              draft: { names: [{ text: each.name }], ...city(each.city) },
            })
          } else await ask.clients[each.what]({ ids: [id] })
        }
        const filter = { conditions: [inCity('Kampot', 'Kep')] }
        const plain = office.office.connection.raw
          .prepare(
            `SELECT id FROM clients WHERE binned_at IS NULL AND city IN ('Kampot', 'Kep')
              ORDER BY city DESC, sort_key, id`,
          )
          .pluck()
          .all()
        const { rows, total } = await ask.clients.page({
          filter,
          order: [{ field: 'city', descending: true }],
        })
        expect(rows.map(({ id }) => id)).toEqual(plain)
        expect(total).toBe(plain.length)
        expect(await ask.clients.count({ filter })).toEqual({ count: plain.length })
        const { choices } = await ask.clients.choices({ field: 'city', filter })
        const counted = office.office.connection.raw
          .prepare(
            'SELECT city AS value, count(*) AS count FROM clients WHERE binned_at IS NULL GROUP BY city ORDER BY city',
          )
          .all()
        expect(choices).toEqual(counted)
      }
    }),
    { numRuns: 12 },
  )
})

test('groups by several fields and by month, and says the rest of what there is', async () => {
  const office = await testOffice()
  const { ask, id } = await office.owner()
  for (const [name, place, statusId] of [
    ['A', 'Kep', 2],
    ['B', 'Kep', 1],
    ['C', 'Kampot', 2],
    ['D', 'Kep', 2],
  ] as const)
    await ask.clients.create(draft(name, { ...city(place), statusId }))
  await ask.clients.create(draft('E', { managerId: id }))
  const { groups, count } = await ask.clients.groups({ by: [{ field: 'city' }, { field: 'status' }] })
  expect(count).toBe(5)
  expect(groups.map(({ key, count: own }) => [...key, own])).toEqual([
    ['Kampot', 2, 1],
    ['Kep', 1, 1],
    ['Kep', 2, 2],
    [null, null, 1],
  ])
  const months = await ask.clients.groups({ by: [{ field: 'created', per: 'month' }] })
  expect(months.groups).toEqual([{ key: ['2026-11'], count: 5, totals: [] }])
  const few = await ask.clients.groups({ by: [{ field: 'city' }], limit: 1 })
  expect([few.groups.length, few.groupCount]).toEqual([1, 3])
  expect((await ask.clients.choices({ field: 'city', text: 'kam' })).choices).toEqual([
    { value: 'Kampot', count: 1 },
  ])
})

test('what a role does not see it neither filters nor groups; whose clients it does not reach are not counted', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { ask, id } = await office.person({
    ...everything,
    ownOnly: ['clients'],
    hidden: ['client.status', 'client.phones'],
  })
  await owner.ask.clients.create(draft('Not theirs', city('Kep')))
  await owner.ask.clients.create(draft('Theirs', { ...city('Kep'), managerId: id }))
  expect(await ask.clients.count({})).toEqual({ count: 1 })
  expect((await ask.clients.choices({ field: 'city' })).choices).toEqual([{ value: 'Kep', count: 1 }])
  const hidden = { code: 'FIELD_HIDDEN', data: { field: 'client.status' } }
  const status: Condition = { field: 'status', is: 'filled' }
  expect(await refusal(ask.clients.groups({ by: [{ field: 'status' }] }))).toEqual(hidden)
  expect(await refusal(ask.clients.choices({ field: 'status' }))).toEqual(hidden)
  expect(await refusal(ask.clients.count({ filter: { conditions: [status] } }))).toEqual(hidden)
  expect(await refusal(ask.clients.page({ order: [{ field: 'status' }] }))).toEqual(hidden)
  const phone: Condition = { field: 'phone', is: 'filled' }
  expect((await refusal(ask.clients.page({ filter: { conditions: [phone] } }))).code).toBe('FIELD_HIDDEN')
})

test('refuses what there is not, and what a field cannot be asked', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const unknown = (field: string) => ({ code: 'UNKNOWN_FIELD', data: { field } })
  const asking = (condition: Condition) => refusal(ask.clients.count({ filter: { conditions: [condition] } }))
  expect(await asking({ field: 'shoe size', is: 'filled' })).toEqual(unknown('shoe size'))
  expect(await asking({ field: 'created', is: 'contains', text: '1' })).toEqual(unknown('created'))
  expect(await asking({ field: '__proto__', is: 'filled' })).toEqual(unknown('__proto__'))
  expect(await refusal(ask.clients.page({ order: [{ field: 'notes' }] }))).toEqual(unknown('notes'))
  expect(await refusal(ask.clients.groups({ by: [{ field: 'city' }], totals: ['city'] }))).toEqual(
    unknown('city'),
  )
  expect(await refusal(ask.clients.choices({ field: 'phone' }))).toEqual(unknown('phone'))
})

test('a question that nobody waits for any more ends, and the next is answered', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  await ask.clients.create(draft('A', city('Kep')))
  const stop = new AbortController()
  const asked = Array.from({ length: 5 }, () =>
    refusal(ask.clients.count({ filter: { conditions: [inCity('Kep')] } }, { signal: stop.signal })),
  )
  stop.abort()
  for (const one of await Promise.all(asked)) expect(one.code).toBe('CANCELLED')
  expect(await ask.clients.count({ filter: { conditions: [inCity('Kep')] } })).toEqual({ count: 1 })
})

test('filters, orders, groups and adds up by fields that the office defined, from when it defined them', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { ask } = owner
  await ask.clients.create(draft('Before'))
  expect(await ask.clients.count({ filter: { kind: 'organisation' } })).toEqual({ count: 1 })
  const define = (type: 'number' | 'money' | 'text' | 'yes-no' | 'date') =>
    ask.lists.saveField({ type, name: `Own ${type}`, names: {}, relationIds: [], required: false })
  const [size, rent, word, vip, since] = [
    await define('number'),
    await define('money'),
    await define('text'),
    await define('yes-no'),
    await define('date'),
  ]
  const field = ({ id }: { id: number }) => `custom.${id}`
  const make = (name: string, amount: number, isVip: boolean) =>
    ask.clients.create(
      draft(name, {
        custom: {
          [size.id]: amount / 2,
          [rent.id]: { amount, currency: amount > 5 ? 'KHR' : 'USD' },
          [word.id]: `Floor ${amount}`,
          [vip.id]: isVip,
          [since.id]: `2026-0${amount}-01`,
        },
      }),
    )
  await make('Three', 3, true)
  const seven = await make('Seven', 7, false)
  await make('One', 1, true)
  const names = async (condition: Condition | undefined, order: string) =>
    (
      await ask.clients.page({
        filter: condition ? { conditions: [condition] } : {},
        order: [{ field: order, descending: true }],
      })
    ).rows.map(({ name }) => name)
  expect(await names(undefined, field(size))).toEqual(['Seven', 'Three', 'One', 'Before'])
  expect(await names({ field: field(size), is: 'between', from: 1, to: 2 }, field(since))).toEqual(['Three'])
  expect(await names({ field: field(word), is: 'contains', text: 'floor 7' }, 'name')).toEqual(['Seven'])
  expect(await names({ field: field(vip), is: 'one-of', values: [1] }, 'name')).toEqual(['Three', 'One'])
  expect(await names({ field: field(since), is: 'between', from: '2026-02-01' }, field(rent))).toEqual([
    'Seven',
    'Three',
  ])
  await ask.clients.save({ ...at(seven), draft: { custom: { [size.id]: 0.25 } } })
  expect(await names({ field: field(size), is: 'filled' }, field(size))).toEqual(['Three', 'One', 'Seven'])
  const { totals } = await ask.clients.groups({ by: [{ field: field(vip) }], totals: [field(rent)] })
  expect(totals).toEqual([
    { field: field(rent), currency: 'USD', sum: 4 },
    { field: field(rent), currency: 'KHR', sum: 7 },
  ])
  const blind = await office.person({ ...everything, hidden: [`client.custom.${size.id}`] })
  expect(await refusal(blind.ask.clients.page({ order: [{ field: field(size) }] }))).toEqual({
    code: 'FIELD_HIDDEN',
    data: { field: `client.custom.${size.id}` },
  })
})

test('finds who does not want a kind of message, also where it was said on a card merged into theirs', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const [no, twin, other] = [
    await ask.clients.create(draft('No')),
    await ask.clients.create(draft('No again')),
    await ask.clients.create(draft('Other')),
  ]
  const who = async (...values: (string | null)[]) => {
    const filter = { conditions: [{ field: 'refusals', is: 'one-of' as const, values }] }
    const { rows } = await ask.clients.page({ filter, order: [], offset: 0, limit: 10 })
    return rows.map(({ name, refusals }) => ({ name, refusals }))
  }
  expect(await who('sms')).toEqual([])
  await ask.voiceMessages.setRefusals({ client: twin.id, refusals: ['sms', 'voice'] })
  expect(await who('sms')).toEqual([{ name: 'No again', refusals: ['sms', 'voice'] }])
  expect(await who(null)).toHaveLength(2)
  const cards = await Promise.all([no.id, twin.id].map((id) => ask.clients.card({ id })))
  await ask.duplicates.merge({ cards: cards.map(at), keep: no.id, choice: {} })
  expect(await who('sms')).toEqual([{ name: 'No', refusals: ['sms', 'voice'] }])
  await ask.voiceMessages.setRefusals({ client: other.id, refusals: ['email'] })
  expect(await who('email')).toEqual([{ name: 'Other', refusals: ['email'] }])
})
