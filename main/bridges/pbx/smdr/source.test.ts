import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { open } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { PbxCall } from '../../../../app/calls.ts'
import type { ConnectionState } from '../../connection/problems.ts'
import { hasSocat, linePair } from '../../connection/linePairForTests.ts'
import type { Source } from '../../connection/source.ts'
import type { PbxGap } from '../pbx.ts'
import { readyFormat, type SmdrFormat } from './formats.ts'
import { checkSmdr, Smdr, type SmdrSettings } from './smdr.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const format = (id: string) => readyFormat(id) as SmdrFormat
const line = "01/02/26 10:15AM  101 01 <I>012345678            0'04 00:01'05\r\n"

async function until(true_: () => boolean): Promise<void> {
  for (let tries = 0; !true_() && tries < 500; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(true_()).toBe(true)
}

function bridge(settings: SmdrSettings) {
  const told: PbxCall[] = []
  const states: ConnectionState[] = []
  const gaps: PbxGap[] = []
  const smdr = new Smdr(
    settings,
    { call: (call) => told.push(call), state: (state) => states.push(state), gap: (gap) => gaps.push(gap) },
    () => 20,
  )
  smdr.start({ known: [], heardUntil: null })
  endings.push(() => smdr.stop())
  const connected = (times = 1) =>
    until(() => states.filter((state) => state.kind === 'connected').length >= times)
  return { told, states, gaps, connected }
}

/** A practice exchange on a port, that asks like Panasonic's. */
async function exchange(password: string | null) {
  const sockets: Socket[] = []
  const server = createServer((socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    if (password === null) return
    socket.write('-')
    let step = 0
    socket.on('data', (bytes) => {
      const said = bytes.toString().trim()
      if (step === 0 && said === 'SMDR') socket.write('\rEnter Password:')
      else if (step > 0) socket.write(said === password ? '\r\n' : '\r\nEnter Password:')
      step++
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  endings.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, sockets }
}

const tcp = (port: number): Source => ({ kind: 'tcp', host: '127.0.0.1', port })

describe('lines over TCP', () => {
  it('signs in as a Panasonic asks, takes half lines, and connects again', async () => {
    const { port, sockets } = await exchange('PCCSMDR')
    const { told, gaps, connected } = bridge({
      format: format('panasonic'),
      source: tcp(port),
      password: 'PCCSMDR',
    })
    await connected()
    sockets[0]?.write(line.slice(0, 20))
    sockets[0]?.write(line.slice(20))
    await until(() => told.length === 1)
    expect(told[0]).toMatchObject({ from: '012345678', answeredBy: '101', talkSeconds: 65 })
    sockets[0]?.destroy()
    await connected(2)
    expect(gaps).toHaveLength(1)
    sockets[1]?.write(line)
    await until(() => told.length === 2)
    expect(told[1]?.id).toBe(told[0]?.id)
  })

  it('waits for an exchange that calls us', async () => {
    const free = await exchange(null)
    const { port } = free
    await endings.pop()?.()
    const { told, connected } = bridge({
      format: format('avaya'),
      source: { kind: 'listen', host: '127.0.0.1', port },
      password: '',
    })
    await connected()
    const socket = createConnection(port, '127.0.0.1')
    endings.push(() => socket.destroy())
    socket.write(
      '2008/08/01 15:14:19,00:00:05,7,01707299900,I,403,390664,,0,13,0,E403,Extn403,T9001,Line 1.2,0,0,,\r\n',
    )
    await until(() => told.length === 1)
    expect(told[0]).toMatchObject({ answeredBy: '403', from: '01707299900' })
  })

  it('says what is wrong', async () => {
    const { port } = await exchange('other')
    const check = async (settings: Partial<SmdrSettings>) =>
      (await checkSmdr({ format: format('panasonic'), source: tcp(port), password: 'PCCSMDR', ...settings }))
        .problem
    expect(await check({})).toBe('wrong_password')
    expect(await check({ password: 'other' })).toBeNull()
    expect(await check({ source: tcp(1) })).toBe('nothing_listens')
    expect(await check({ source: { kind: 'listen', host: '127.0.0.1', port } })).toBe('device_busy')
  })

  it('says that nothing of what comes can be read', async () => {
    const { port, sockets } = await exchange(null)
    const { states, connected } = bridge({
      format: { ...format('samsung') },
      source: tcp(port),
      password: '',
    })
    await connected()
    sockets[0]?.write('<html>\r\n'.repeat(30))
    await until(() => states.at(-1)?.problem === 'unreadable')
  })
})

describe.skipIf(!hasSocat)('lines over a serial line (a pair of pseudo-terminals; needs socat)', () => {
  async function pair() {
    const made = await linePair()
    endings.push(made.gone)
    return made
  }
  const serial = (file: string): Source => ({ kind: 'serial', path: file, ...format('panasonic').serial })

  it('reads them, and says so when the line is gone', async () => {
    const { here, there, pull } = await pair()
    const { told, states, connected } = bridge({
      format: format('panasonic'),
      source: serial(here),
      password: '',
    })
    await connected()
    const end = await open(there, 'w')
    await end.write(line)
    await until(() => told.length === 1)
    expect(told[0]).toMatchObject({ answeredBy: '101', outcome: 'answered' })
    await end.close()
    await pull()
    await until(() => states.some((state) => state.problem === 'no_device'))
  })

  it('says what is wrong with a line', async () => {
    const { here } = await pair()
    const check = async (file: string) =>
      (await checkSmdr({ format: format('panasonic'), source: serial(file), password: '' })).problem
    expect(await check(here)).toBeNull()
    expect(await check('/dev/no-such-line')).toBe('no_device')
    const { connected } = bridge({ format: format('panasonic'), source: serial(here), password: '' })
    await connected()
    expect(await check(here)).toBe('device_busy')
  })
})
