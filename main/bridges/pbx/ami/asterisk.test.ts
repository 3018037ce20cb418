import { createServer, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { PbxCall } from '../../../../app/calls.ts'
import type { ConnectionState } from '../../connection/problems.ts'
import type { PbxGap } from '../pbx.ts'
import { Asterisk, checkAsterisk, type AsteriskSettings, type Patience } from './asterisk.ts'
import { captures, seenByPeople, truth } from './capturesForTests.ts'
import { usualNaming } from './channel.ts'
import { field, type AmiMessage } from './messages.ts'
import { PracticeAsterisk } from './practice.ts'
import { answer, PracticeServer } from './practiceServer.ts'

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const settings = (port: number, over: Partial<AsteriskSettings> = {}): AsteriskSettings => ({
  ...usualNaming,
  host: '127.0.0.1',
  port,
  user: 'crm',
  secret: 'crm-secret',
  md5: true,
  phoneChannel: 'PJSIP/{extension}',
  lineChannel: 'PJSIP/{number}@trunk',
  context: 'office',
  ringSeconds: 15,
  ...over,
})

async function server(): Promise<{ pbx: PracticeServer; port: number }> {
  const pbx = new PracticeServer()
  const port = await pbx.listen()
  endings.push(() => pbx.close())
  return { pbx, port }
}

/** A bridge to that port, and all it tells. */
function bridge(
  port: number,
  was: { known?: readonly PbxCall[]; heardUntil?: number } = {},
  patience: Patience = {},
) {
  const told: PbxCall[] = []
  const states: ConnectionState[] = []
  const gaps: PbxGap[] = []
  const asterisk = new Asterisk(
    settings(port),
    { call: (call) => told.push(call), state: (state) => states.push(state), gap: (gap) => gaps.push(gap) },
    { pause: () => 20, ...patience },
  )
  asterisk.start({ known: was.known ?? [], heardUntil: was.heardUntil ?? null })
  endings.push(() => asterisk.stop())
  const ended = () => told.filter((call) => call.outcome !== null)
  const connected = () => until(() => states.at(-1)?.kind === 'connected')
  return { asterisk, told, states, gaps, ended, connected }
}

async function until(true_: () => boolean): Promise<void> {
  for (let tries = 0; !true_() && tries < 600; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(true_()).toBe(true)
}

const text = (practice: PracticeAsterisk) =>
  practice.said
    .splice(0)
    .map((said) => said.text)
    .join('')

describe('a bridge to Asterisk', () => {
  it('signs in without sending the password, and opens a pop-up where it rings', async () => {
    const { pbx, port } = await server()
    const { told, ended, connected } = bridge(port)
    await connected()
    expect(JSON.stringify(pbx.orders.map((order) => [...order.fields]))).not.toContain('crm-secret')

    const practice = new PracticeAsterisk()
    const customer = practice.comesIn('012345678', '023900100')
    const [a, b] = [practice.rings(customer, '101'), practice.rings(customer, '102')]
    pbx.say(text(practice))
    await until(() => told.at(-1)?.ringing.length === 2)
    expect(told.at(-1)).toMatchObject({ from: '012345678', ringing: ['101', '102'], talking: [] })

    practice.answers(customer, b)
    practice.stopsRinging(customer, a, 'CANCEL')
    pbx.say(text(practice))
    await until(() => told.at(-1)?.ringing.length === 0)
    expect(told.at(-1)).toMatchObject({ talking: ['102'], answeredBy: '102', outcome: null })

    practice.hangsUp(customer, b)
    pbx.say(text(practice))
    await until(() => ended().length === 1)
    expect(ended()[0]).toMatchObject({ outcome: 'answered', employee: '102', rang: ['101', '102'] })
  })

  it('rings the telephone and then the number; the call bears the id that was given', async () => {
    const { pbx, port } = await server()
    const { asterisk, ended, connected } = bridge(port)
    await connected()
    pbx.answers.set('originate', (order) => {
      const id = field(order, 'channelid')
      const practice = new PracticeAsterisk()
      const desk = practice.rings(null, '101', { id })
      practice.stopsRinging(null, desk, 'BUSY', 17)
      practice.event('OriginateResponse', {
        ActionID: field(order, 'actionid'),
        Response: 'Failure',
        Channel: field(order, 'channel'),
        Exten: field(order, 'exten'),
        Reason: 0,
        Uniqueid: id,
      })
      return answer(order, 'Success', ['Message: Originate successfully queued']) + text(practice)
    })
    const id = await asterisk.dial('101', '012 345-678')
    await until(() => ended().length === 1)
    expect(ended()[0]).toMatchObject({ id, from: '101', to: '012345678', outcome: 'employee_busy' })
    await expect(asterisk.dial('101', '012\r\nAction: Command')).rejects.toMatchObject({ why: 'bad_number' })
  })

  it('sends the customer on and hangs up, by the channels of the call', async () => {
    const { pbx, port } = await server()
    const { asterisk, told, connected } = bridge(port)
    await connected()
    const practice = new PracticeAsterisk()
    const customer = practice.comesIn('012345678', '023900101')
    practice.answers(customer, practice.rings(customer, '101'))
    pbx.say(text(practice))
    await until(() => told.at(-1)?.answeredBy === '101')
    const id = told.at(-1)?.id ?? ''
    await asterisk.transfer(id, '103')
    const redirect = pbx.orders.find((order) => order.name === 'Redirect') as AmiMessage
    expect([field(redirect, 'channel'), field(redirect, 'exten')]).toEqual([customer.name, '103'])
    await asterisk.hangUp(id)
    expect(pbx.orders.filter((order) => order.name === 'Hangup')).toHaveLength(2)
    await expect(asterisk.hangUp('nothing')).rejects.toMatchObject({ why: 'no_such_call' })
    pbx.answers.set('redirect', (order) => answer(order, 'Error', ['Message: Channel does not exist']))
    await expect(asterisk.transfer(id, '103')).rejects.toMatchObject({ why: 'refused' })
  })

  it('connects again, finds the calls still there, and says from when to when it heard nothing', async () => {
    const { pbx, port } = await server()
    const { told, gaps, states, ended, connected } = bridge(port)
    await connected()
    const practice = new PracticeAsterisk()
    const stays = practice.comesIn('012345678', '023900101')
    const desk = practice.rings(stays, '101')
    practice.answers(stays, desk)
    const goes = practice.comesIn('077111222', '023900102')
    practice.answers(goes, practice.rings(goes, '102'))
    pbx.say(text(practice))
    await until(() => told.filter((call) => call.answeredBy !== null).length >= 2)

    pbx.answers.set('coreshowchannels', (order) => {
      practice.said.length = 0
      practice.lists([
        { channel: stays, seconds: 1, application: 'Dial' },
        { channel: desk, seconds: 1, application: 'AppDial' },
      ])
      return pbx.list(
        order,
        text(practice)
          .replace(/^[^]*?\r\n\r\n/, '')
          .replace(/Event: CoreShowChannelsComplete[^]*/, ''),
      )
    })
    pbx.cut()
    await until(() => gaps.length === 1)
    expect(states.map((state) => state.kind)).toContain('waiting')
    expect(states.find((state) => state.kind === 'waiting')?.problem).toBe('lost')
    await until(() => ended().length === 1)
    expect(ended()[0]).toMatchObject({ from: '077111222', outcome: 'unknown', answeredBy: '102' })

    practice.hangsUp(stays, desk)
    pbx.say(text(practice))
    await until(() => ended().length === 2)
    expect(ended()[1]).toMatchObject({ from: '012345678', outcome: 'answered' })
    expect(new Set(ended().map((call) => call.id)).size).toBe(2)
  })

  it('closes calls of before the program was killed that are gone', async () => {
    const { pbx, port } = await server()
    const first = bridge(port)
    await first.connected()
    const practice = new PracticeAsterisk()
    for (let index = 0; index < 10; index++) {
      const line = practice.comesIn(`01234567${index}`, '023900100')
      practice.answers(line, practice.rings(line, '101'))
    }
    pbx.say(text(practice))
    await until(
      () => new Set(first.told.filter((call) => call.answeredBy).map((call) => call.id)).size === 10,
    )
    await first.asterisk.stop()
    const known = [...new Map(first.told.map((call) => [call.id, call])).values()]
    const second = bridge(port, { known, heardUntil: Date.now() - 1000 })
    await until(() => second.ended().length === 10)
    expect(second.ended().map((call) => call.outcome)).toEqual(Array.from({ length: 10 }, () => 'unknown'))
    expect(second.gaps).toHaveLength(1)
  })

  it('closes calls of an exchange that stays away, as they were last heard of, and does not make them anew when it is back', async () => {
    const { pbx, port } = await server()
    const { told, ended, connected, gaps } = bridge(port, {}, { givenUpAfter: 100, pause: () => 2000 })
    await connected()
    const practice = new PracticeAsterisk()
    const customer = practice.comesIn('012345678', '023900101')
    const desk = practice.rings(customer, '101')
    practice.answers(customer, desk)
    pbx.say(text(practice))
    await until(() => told.at(-1)?.answeredBy === '101')
    // A connection that stands gives nobody up.
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(ended()).toEqual([])
    pbx.cut()
    await until(() => ended().length === 1)
    expect(ended()[0]).toMatchObject({ outcome: 'unknown', answeredBy: '101', ringing: [], talking: [] })
    // Still away.
    expect(gaps).toEqual([])
    // Over since the connection was lost, not since it was given up.
    expect(ended()[0]!.at - ended()[0]!.endedAt!).toBeGreaterThanOrEqual(90)
    await until(() => gaps.length === 1)
    practice.hangsUp(customer, desk)
    const next = practice.comesIn('077111222', '023900101')
    practice.hangsUp(next, practice.rings(next, '101'))
    pbx.say(text(practice))
    await until(() => ended().length === 2)
    expect(ended().map((call) => call.from)).toEqual(['012345678', '077111222'])
  })

  it('takes a flood and a line without end, and goes on', async () => {
    const { pbx, port } = await server()
    const { ended, connected } = bridge(port)
    await connected()
    pbx.say(Buffer.alloc(3_000_000, 'x'))
    pbx.say('\r\n\r\n')
    const practice = new PracticeAsterisk()
    for (let index = 0; index < 500; index++) {
      const line = practice.comesIn(`0${12_000_000 + index}`, '023900100')
      const desk = practice.rings(line, '101')
      practice.answers(line, desk)
      practice.hangsUp(line, desk)
    }
    pbx.say(text(practice))
    await until(() => ended().length === 500)
  })
})

describe('the connection test', () => {
  const check = (port: number, over: Partial<AsteriskSettings> = {}) => checkAsterisk(settings(port, over))

  it('passes, with the password in clear too', async () => {
    const { port } = await server()
    expect(await check(port)).toEqual({ problem: null, banner: 'Asterisk Call Manager/11.0.0', lacking: [] })
    expect((await check(port, { md5: false })).problem).toBeNull()
  })

  it('says what is wrong', async () => {
    const { pbx, port } = await server()
    expect((await check(port, { secret: 'other' })).problem).toBe('wrong_password')
    expect((await check(port, { user: 'nobody' })).problem).toBe('wrong_password')
    expect((await check(1)).problem).toBe('nothing_listens')
    expect((await check(port, { host: 'no-such-host.invalid' })).problem).toBe('unknown_host')
    pbx.answers.set('listcommands', (order) => answer(order, 'Success', ['CoreShowChannels: (Priv: system)']))
    expect(await check(port)).toMatchObject({
      problem: null,
      lacking: ['dial', 'voice_message', 'hang_up', 'transfer'],
    })
    pbx.answers.set('listcommands', (order) => answer(order, 'Success', ['Ping: (Priv: none)']))
    expect((await check(port)).problem).toBe('no_right')
  })

  it('knows that something else answers at the port', async () => {
    const other = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write('SSH-2.0-OpenSSH_9.2\r\n')
    })
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    endings.push(() => new Promise((resolve) => other.close(resolve)))
    expect((await check((other.address() as AddressInfo).port)).problem).toBe('other_service')
  })
})

describe.skipIf(captures.length === 0)('recordings over the network', () => {
  it('gives the same calls from a server for each recording, all at the same time', async () => {
    await Promise.all(
      captures.map(async (capture) => {
        const { pbx, port } = await server()
        const { ended, connected } = bridge(port)
        await connected()
        await pbx.play(capture.connection, 20)
        const count = capture.calls.length
        await until(() => ended().length >= count)
        const inOrder = ended().sort((a, b) => a.startedAt - b.startedAt)
        expect(inOrder.map(seenByPeople)).toEqual(capture.calls.map(truth))
      }),
    )
  })
})
