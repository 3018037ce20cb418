import { expect, onTestFinished, test } from 'vitest'
import type { DeviceDraft } from '../../../app/contract/devices.ts'
import type { Receipt } from '../../../app/receipts/receipt.ts'
import { PracticePrinter } from '../../bridges/printer/printerForTests.ts'
import { refusal, testOffice, type Person } from '../testOffice.ts'
import { until } from '../../bridges/connection/untilForTests.ts'

const printerAt = (port: number): DeviceDraft => ({
  kind: 'printer',
  name: 'Till printer',
  enabled: true,
  settings: {
    connection: { kind: 'tcp', host: '127.0.0.1', port },
    seat: 'front desk',
    paper: 58,
    pages: ['pc866'],
    cuts: false,
    drawer: 2,
    answers: true,
  },
})

const receipt = (title: string): Receipt => ({ title, parts: [{ kind: 'row', cells: [{ text: title }] }] })

async function counter() {
  const printer = new PracticePrinter()
  await printer.listen()
  onTestFinished(() => printer.close())
  const office = await testOffice()
  const owner = await office.owner()
  const { id } = await owner.ask.devices.save(printerAt(printer.port))
  await until(async () => expect(await owner.ask.devices.outputs()).toHaveLength(1))
  return { printer, office, owner, id }
}

const standing = async ({ ask }: Person) => (await ask.devices.states())[0]

test('receipts come out in their order, once each, and the drawer opens', async () => {
  const { printer, owner, id } = await counter()
  expect(await owner.ask.devices.outputs()).toMatchObject([{ id, own: true, columns: 32, drawer: true }])
  await owner.ask.devices.print({ printer: id, receipt: receipt('One') }, { context: { key: 'k1' } })
  // The answer was lost, and the window asks once more.
  await owner.ask.devices.print({ printer: id, receipt: receipt('One') }, { context: { key: 'k1' } })
  await owner.ask.devices.print({ printer: id, receipt: receipt('Two') })
  await owner.ask.devices.openDrawer({ printer: id })
  await until(() => expect(printer.paper).toEqual(['One', 'Two', '[drawer at pin 2]']))
  await until(async () => expect(await standing(owner)).toMatchObject({ state: 'ready', jobs: [] }))
  const { rows } = await owner.ask.log.page({ text: 'till printer' })
  expect(rows.map(({ action }) => action)).toContain('devices.openDrawer')
})

test('a printer that is away holds nobody up; what waits comes out once it is back, a drawer does not', async () => {
  const { printer, owner, id, office } = await counter()
  const { port } = printer
  await printer.close()
  await owner.ask.devices.print({ printer: id, receipt: receipt('Waits') })
  await owner.ask.devices.openDrawer({ printer: id })
  await until(async () =>
    expect(await standing(owner)).toMatchObject({
      state: 'waiting',
      problem: 'nothing_listens',
      jobs: [{ title: 'Waits' }, { title: '' }],
    }),
  )
  office.clock += 60_000
  const back = new PracticePrinter()
  await back.listen(port)
  onTestFinished(() => back.close())
  await owner.ask.devices.print({ printer: id, receipt: receipt('Next') })
  await until(() => expect(back.paper).toEqual(['Waits', 'Next']))
  await until(async () => expect((await standing(owner))?.jobs).toEqual([]))
})

test('what may have come out is printed again only when somebody says so, also after a restart', async () => {
  const { printer, owner, id, office } = await counter()
  printer.breaksOff = true
  const { job } = await owner.ask.devices.print({ printer: id, receipt: receipt('Doubt') })
  const doubt = { id: job, title: 'Doubt', state: 'unsure' }
  await until(async () => expect((await standing(owner))?.jobs).toMatchObject([doubt]))
  printer.breaksOff = false
  await office.reopen()
  const { ask } = await office.owner()
  const before = printer.paper.length
  await ask.devices.print({ printer: id, receipt: receipt('After') })
  await until(() => expect(printer.paper.slice(before).at(-1)).toContain('After'))
  await until(async () => expect((await ask.devices.states())[0]?.jobs).toMatchObject([doubt]))
  await until(async () => expect((await ask.devices.states())[0]?.jobs).toHaveLength(1))
  await ask.devices.settleJob({ job, again: true })
  await until(() => expect(printer.paper.at(-1)).toBe('Doubt'))
  await until(async () => expect((await ask.devices.states())[0]?.jobs).toEqual([]))
  expect(await refusal(ask.devices.settleJob({ job, again: true }))).toMatchObject({ code: 'NOT_FOUND' })
})

test('a customer display shows what it is told, also after it was plugged in again', async () => {
  const { owner, office } = await counter()
  const display = new PracticePrinter()
  await display.listen()
  onTestFinished(() => display.close())
  const { id } = await owner.ask.devices.save({
    kind: 'display',
    name: 'Customer display',
    enabled: true,
    settings: {
      connection: { kind: 'tcp', host: '127.0.0.1', port: display.port },
      seat: 'front desk',
      columns: 20,
      pages: [],
    },
  })
  await until(() => expect(office.office.devices.display(id)).toBeDefined())
  await owner.ask.devices.show({ display: id, lines: ['Green tea', 'Total          7.00'] })
  const shown = `\f${'Green tea'.padEnd(20)}Total          7.00 `
  await until(() => expect(display.received.endsWith(shown)).toBe(true))
})
