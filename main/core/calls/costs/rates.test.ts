import { expect, test } from 'vitest'
import type { RateDraft } from '../../../../app/contract/callRates.ts'
import { csvRow } from '../../../../app/csv.ts'
import { rateFileColumns, rowOfRate } from '../../../../app/ratesFile.ts'
import { everything, refusal, testOffice, type Person } from '../../testOffice.ts'

const mobile: RateDraft = {
  prefix: '85512',
  name: 'Mobile',
  per: 'minute',
  price: 6000,
  connection: 0,
  least: 0,
  freeSeconds: 0,
  firstStep: 60,
  nextStep: 60,
  days: 'all',
  hours: null,
}
const operator = {
  name: 'City Telecom',
  connectionId: null,
  line: '',
  direction: 'outgoing',
  currency: 'USD',
  validFrom: '2026-01-01',
  monthly: 1500,
  allowed: true,
} as const

const csv = (...lines: string[]) => new File([lines.join('\r\n')], 'rates.csv')
const rates = async ({ ask }: Person, table: number) =>
  (await ask.callRates.rates({ table })).map(({ prefix, name, price }) => `${prefix} ${name} ${price}`)

test('a table with its rates prices a number however it is typed, and says which line is cheapest', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const table = await ask.callRates.saveTable(operator)
  await ask.callRates.saveRate({ table: table.id, ...mobile })
  const all = await ask.callRates.saveRate({
    table: table.id,
    ...mobile,
    prefix: '',
    name: 'Elsewhere',
    price: 90_000,
  })
  const gsm = await ask.callRates.saveTable({ ...operator, name: 'GSM', line: 'gsm' })
  const own = await ask.callRates.saveRate({
    table: gsm.id,
    ...mobile,
    price: 3000,
    firstStep: 1,
    nextStep: 1,
  })
  const price = (number: string, line = '') =>
    ask.callRates.price({
      number,
      direction: 'outgoing',
      connectionId: null,
      line,
      at: office.clock,
      talkSeconds: 61,
    })
  expect(await price('012 345 678')).toMatchObject({
    digits: '85512345678',
    found: { table: 'City Telecom', rate: { name: 'Mobile' }, amount: 12_000, billedSeconds: 120 },
    cheapest: own.id,
  })
  expect((await price('+855 12 345 678', 'gsm')).found).toMatchObject({ table: 'GSM', amount: 3050 })
  expect(await price('+7 916 123-45-67')).toMatchObject({ found: { rate: { id: all.id } }, cheapest: all.id })
  await ask.callRates.saveTable({ ...operator, name: 'GSM', line: 'gsm', id: gsm.id, allowed: false })
  expect((await price('012 345 678')).cheapest).not.toBe(own.id)
  await ask.callRates.removeTable({ id: table.id, removed: true })
  expect((await price('+7 916 123-45-67')).found).toBeNull()
})

test('for the same calls a table has one rate; names and days of tables stand once', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { id: table } = await ask.callRates.saveTable(operator)
  const first = await ask.callRates.saveRate({ table, ...mobile })
  const taken = { code: 'RATE_TAKEN', data: { prefix: '85512' } }
  expect(await refusal(ask.callRates.saveRate({ table, ...mobile, name: 'Again' }))).toEqual(taken)
  await ask.callRates.saveRate({ table, ...mobile, hours: { from: 0, until: 360 } })
  await ask.callRates.removeRate({ id: first.id, removed: true })
  await ask.callRates.saveRate({ table, ...mobile, name: 'Again' })
  expect(await refusal(ask.callRates.removeRate({ id: first.id, removed: false }))).toEqual(taken)
  expect((await refusal(ask.callRates.saveTable({ ...operator, name: 'CITY telecom' }))).code).toBe(
    'NAME_TAKEN',
  )
  await ask.callRates.saveTable({ ...operator, validFrom: '2027-01-01' })
  expect((await refusal(ask.callRates.saveTable({ ...operator, id: table, currency: 'EUR' }))).code).toBe(
    'IN_USE',
  )
})

test('what changed of a rate stands in the log, with the rate it is about', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const heard = office.heard()
  const { id: table } = await ask.callRates.saveTable(operator)
  const { id } = await ask.callRates.saveRate({ table, ...mobile })
  await ask.callRates.saveRate({ table, id, ...mobile, price: 7500 })
  const [line] = (await ask.log.page({})).rows
  expect(line).toMatchObject({
    action: 'callRates.saveRate',
    subject: { type: 'rateTable', name: 'City Telecom' },
    changes: [
      { field: 'rate.which', after: '85512 Mobile' },
      { field: 'rate.price', before: '0.06', after: '0.075' },
    ],
  })
  expect(heard.filter(({ type }) => type === 'callRates.changed')).toHaveLength(3)
})

test('a file is taken in whole and can be taken back; with one bad row nothing is changed', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { ask } = owner
  const { id: table } = await ask.callRates.saveTable(operator)
  await ask.callRates.saveRate({ table, ...mobile })
  await ask.callRates.saveRate({ table, ...mobile, prefix: '7', name: 'Russia' })
  const before = await rates(owner, table)

  const bad = csv('prefix;name;price', '44;Britain;0,05', '85x;Wrong;1', '44;Twice;1', '49;Germany;dear')
  const refused = await ask.callRates.importFile({ table, file: bad, replace: false })
  expect(refused.import).toBeNull()
  expect(refused.problems.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [3, 'prefix', 'prefix'],
    [4, 'prefix', 'twice'],
    [5, 'price', 'price'],
  ])
  expect(await rates(owner, table)).toEqual(before)

  const good = csv('prefix;name;price', '+44;Britain;0,05', '85512;Mobile;0,07')
  const done = await ask.callRates.importFile({ table, file: good, replace: true })
  expect(done).toMatchObject({ added: 1, changed: 1, removed: 1, same: 0 })
  expect(await rates(owner, table)).toEqual(['44 Britain 5000', '85512 Mobile 7000'])
  await ask.callRates.undoImport({ import: done.import! })
  expect(await rates(owner, table)).toEqual(before)
  expect((await refusal(ask.callRates.undoImport({ import: done.import! }))).code).toBe('IN_USE')
})

test('is not taken back over what somebody changed since', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { id: table } = await ask.callRates.saveTable(operator)
  const file = csv('prefix,price', '44,0.05')
  const done = await ask.callRates.importFile({ table, file, replace: false })
  office.clock += 1000
  const [rate] = await ask.callRates.rates({ table })
  await ask.callRates.saveRate({ table, ...rate!, name: 'Britain' })
  expect((await refusal(ask.callRates.undoImport({ import: done.import! }))).code).toBe('IN_USE')
})

test('what is exported comes in again as the same', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { id: table } = await ask.callRates.saveTable(operator)
  await ask.callRates.saveRate({ table, ...mobile, name: '=1+1', hours: { from: 1320, until: 360 } })
  const rows = (await ask.callRates.rates({ table })).map((rate) => csvRow(rowOfRate(rate, 'USD')))
  const file = csv(csvRow(rateFileColumns) + rows.join(''))
  expect(await ask.callRates.importFile({ table, file, replace: true })).toMatchObject({
    import: null,
    same: 1,
    problems: [],
  })
})

test('a file without the columns, of nothing, or too large, is refused in words', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { id: table } = await ask.callRates.saveTable(operator)
  const taken = await ask.callRates.importFile({ table, file: csv('code,price', '1,2'), replace: false })
  expect(taken.problems).toMatchObject([{ reason: 'no-prefix-column' }])
  expect((await refusal(ask.callRates.importFile({ table, file: csv(''), replace: false }))).code).toBe(
    'FILE_UNREADABLE',
  )
})

test('only who keeps the rates sees or changes them', async () => {
  const office = await testOffice()
  const other = await office.person({
    ...everything,
    rights: everything.rights.filter((right) => right !== 'calls.rates'),
  })
  expect(await refusal(other.ask.callRates.tables())).toEqual({
    code: 'NO_RIGHT',
    data: { right: 'calls.rates' },
  })
})
