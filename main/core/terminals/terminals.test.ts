import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { DeviceDraft } from '../../../app/contract/devices.ts'
import { readyFormats } from '../../../app/terminals/formats.ts'
import { refusal, temporaryFolder, testOffice } from '../testOffice.ts'
import { until } from '../../bridges/connection/untilForTests.ts'

const terminal = (folder: string): DeviceDraft => ({
  kind: 'terminal',
  name: 'Store terminal',
  enabled: true,
  settings: { connection: { kind: 'folder', path: folder }, format: readyFormats.semicolon },
})

test('counts from a folder are kept; a repeated one and a broken one count only when somebody says so', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const folder = temporaryFolder()
  await ask.devices.save(terminal(folder))
  const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  const transfers = async () => (await ask.terminals.transfers()).map(({ name, state }) => `${name} ${state}`)
  put('count.txt', '4006381333931;12\nA-17;0.5\n')
  await until(async () => expect(await transfers()).toEqual(['count.txt open']))
  put('again.txt', '4006381333931;12\nA-17;0.5\n')
  put('torn.txt', '4006381333931;12\nA-1')
  const after = ['again.txt repeated', 'torn.txt broken', 'count.txt open']
  await until(async () => expect((await transfers()).toSorted()).toEqual(after.toSorted()))

  const all = await ask.terminals.transfers()
  const [first, again, torn] = ['count.txt', 'again.txt', 'torn.txt'].map((name) =>
    all.find((one) => one.name === name)!,
  )
  expect(first).toMatchObject({ source: 'Store terminal', lines: 2, quantity: 12_500, strange: [] })
  expect(torn).toMatchObject({ lines: 1, strange: ['A-1'] })
  expect(await ask.terminals.lines({ id: first!.id })).toEqual([
    { barcode: '4006381333931', quantity: 12_000 },
    { barcode: 'A-17', quantity: 500 },
  ])
  await ask.terminals.settle({ id: again!.id, state: 'open' })
  await ask.terminals.settle({ id: torn!.id, state: 'dropped' })
  expect((await transfers()).toSorted()).toEqual(['again.txt open', 'count.txt open', 'torn.txt dropped'])
  expect(await refusal(ask.terminals.settle({ id: torn!.id, state: 'dropped' }))).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('what was counted on a page is kept once for its key, also when the page asks as another command', async () => {
  const office = await testOffice()
  const storekeeper = await office.person({ rights: ['devices.use'] })
  const count = { key: 'page-count-1', name: 'Shelf 3', lines: [{ barcode: 'A-17', quantity: 2000 }] }
  const first = await storekeeper.ask.terminals.send(count)
  expect(await storekeeper.ask.terminals.send(count)).toEqual(first)
  expect(await storekeeper.ask.terminals.transfers()).toMatchObject([
    { name: 'Shelf 3', source: storekeeper.name },
  ])
  const stranger = await office.person({ rights: ['clients.see'] })
  expect(await refusal(stranger.ask.terminals.transfers())).toMatchObject({ code: 'NO_RIGHT' })
})

test('pasted lines show what they mean, and a pattern that cannot be is refused', async () => {
  const { ask } = await (await testOffice()).owner()
  const format = { kind: 'lines', pattern: '{quantity} x {barcode}', end: '' } as const
  expect(await ask.terminals.tryText({ format, text: '3 x A-17\nnothing' })).toEqual({
    lines: [{ barcode: 'A-17', quantity: 3000 }],
    strange: ['nothing'],
    cutOff: false,
  })
  const bad = { ...format, pattern: '{quantity}' }
  expect(await refusal(ask.terminals.tryText({ format: bad, text: 'x' }))).toEqual({
    code: 'BAD_LINE_PATTERN',
    data: { fault: 'barcode' },
  })
})
