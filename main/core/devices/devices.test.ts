import { createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { DeviceDraft } from '../../../app/contract/devices.ts'
import { refusal, testOffice } from '../testOffice.ts'
import { until } from '../../bridges/connection/untilForTests.ts'

/** A scanner in the network, that waits for us. */
async function scanner() {
  const sockets: Socket[] = []
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const unplug = () => {
    for (const socket of sockets.splice(0)) socket.destroy()
  }
  onTestFinished(() => {
    unplug()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const scan = (code: string) => sockets.forEach((socket) => socket.write(`${code}\r\n`))
  return { port, scan, sockets, unplug, server }
}

const draft = (port: number, seat: string): Extract<DeviceDraft, { kind: 'scanner' }> => ({
  kind: 'scanner',
  name: `Scanner of ${seat}`,
  enabled: true,
  settings: { connection: { kind: 'tcp', host: '127.0.0.1', port }, ends: 'line', seat },
})

test('what each of several scanners reads is told at its own computer, and nowhere else', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const [one, two] = [await scanner(), await scanner()]
  const { id } = await owner.ask.devices.save(draft(one.port, 'till 1'))
  await owner.ask.devices.save(draft(two.port, 'till 2'))
  await until(() => expect([one.sockets.length, two.sockets.length]).toEqual([1, 1]))
  const [first, second] = [office.heard(owner, 'till 1'), office.heard(owner, 'till 2')]
  one.scan('4006381333931')
  two.scan('BC-1')
  two.scan('BC-2')
  const codes = (heard: typeof first) =>
    heard.flatMap((event) => (event.type === 'code.scanned' ? [event.code] : []))
  await until(() => expect([codes(first), codes(second)]).toEqual([['4006381333931'], ['BC-1', 'BC-2']]))
  expect((await owner.ask.devices.states()).find((state) => state.id === id)).toMatchObject({
    state: 'connected',
    problem: null,
    last: { text: '4006381333931' },
  })
})

test('a device is set up, tried, put away and brought back, and the log says so', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const { port, sockets, unplug, server } = await scanner()
  const whole = draft(port, 'office')
  const { kind, settings } = whole
  expect(await ask.devices.test({ kind, settings })).toEqual({ problem: null })
  await until(() => expect(sockets.length).toBe(1))
  unplug()
  const { id } = await ask.devices.save(whole)
  await until(() => expect(sockets.length).toBe(1))
  // Its line is taken by itself: that is no problem.
  expect(await ask.devices.test({ kind, settings, id })).toEqual({ problem: null })
  expect((await ask.devices.all()).devices).toEqual([{ ...whole, id }])
  const closed = new Promise((resolve) => sockets[0]?.once('close', resolve))
  await ask.devices.remove({ id, removed: true })
  await closed
  expect(await ask.devices.states()).toEqual([])
  await ask.devices.remove({ id, removed: false })
  await until(() => expect(sockets.length).toBe(2))
  server.close()
  unplug()
  await until(async () => expect((await ask.devices.states())[0]).toMatchObject({ problem: 'lost' }))
  expect(await ask.devices.test({ kind, settings })).toEqual({ problem: 'nothing_listens' })
  const { rows } = await ask.log.page({ text: 'scanner' })
  expect(rows.map(({ action }) => action)).toEqual(['devices.remove', 'devices.remove', 'devices.save'])
  expect(rows.at(-1)?.changes).toContainEqual({
    field: 'device.place',
    before: null,
    after: `127.0.0.1:${port}`,
  })
})

test('who may use devices sees how they stand and does not set them up', async () => {
  const office = await testOffice()
  const { ask } = await office.person({ rights: ['devices.use'] })
  expect(await ask.devices.states()).toEqual([])
  expect(await refusal(ask.devices.save(draft(9, 'office')))).toMatchObject({ code: 'NO_RIGHT' })
  expect(await refusal(ask.devices.all())).toMatchObject({ code: 'NO_RIGHT' })
})
