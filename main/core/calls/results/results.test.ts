import { expect, test } from 'vitest'
import { at, draft, testOffice } from '../../testOffice.ts'
import { addExchange, answered, asteriskAt, ended, ringing } from '../callsForTests.ts'

test('says of everybody what they took, missed and made, and whom they won', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const dara = await office.person({ rights: ['calls.see'], ownOnly: ['calls'] })
  const exchange = await addExchange(office, asteriskAt(1, { enabled: false }), { 101: owner, 102: dara })
  const entries = (await owner.ask.lists.all()).entries
  const status = (key: string) => entries.find((entry) => entry.key === key)!.id
  const rice = await owner.ask.clients.create(
    draft('Mekong Rice', { phones: [{ typed: '+855 12 345 678' }], statusId: status('potential') }),
  )
  const moment = office.clock - 3_600_000
  const told = { startedAt: moment, at: moment }
  const { taking } = office.office.exchanges
  taking.call(exchange, ended(answered(ringing('a', '012345678', told))))
  taking.call(exchange, ended(ringing('b', '012999888', { ...told, rang: ['101', '102'], ringing: [] })))
  const out = { direction: 'outgoing', to: '012777666', employee: '102', rang: [], ringing: [] } as const
  taking.call(exchange, { ...ended(ringing('c', '102', { ...told, ...out })), outcome: 'no_answer' })
  await taking.settled()
  await owner.ask.clients.save({ ...at(rice), draft: { statusId: status('active') } })

  const days = { from: '2026-11-20', to: '2026-11-22' }
  const rows = await owner.ask.callResults.report(days)
  const of = (id: number) => rows.find((row) => row.employeeId === id)
  expect(of(owner.id)).toMatchObject({ taken: 1, waited: 5000, missed: 1, made: 0, talked: 60_000, won: 1 })
  expect(of(dara.id)).toMatchObject({ taken: 0, missed: 1, made: 1, reached: 0, talked: 0, won: 0 })
  expect((await dara.ask.callResults.report(days)).map(({ name }) => name)).toEqual([dara.name])
  expect(await owner.ask.callResults.report({ from: '2026-10-01', to: '2026-10-02' })).toEqual([])
})
