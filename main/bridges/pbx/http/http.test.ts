import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { PbxCall } from '../../../../app/calls.ts'
import type { ConnectionState } from '../../connection/problems.ts'
import type { PbxGap } from '../pbx.ts'
import { HttpCalls, RINGS_MS } from './calls.ts'
import { readyMapping, readyMappings, type HttpMapping } from './mapping.ts'
import { readBody, readNotifications, type NotifyingRequest } from './notification.ts'
import { replayHttp } from './recording.ts'
import { checkVirtualPbx, VirtualPbx, type VirtualPbxSettings } from './virtual.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const HOUR = 3_600_000

const mapping = (id: string) => readyMapping(id) as HttpMapping

const incoming = [
  {
    event: 'ringing',
    call_id: 'a1',
    direction: 'in',
    from: '+85512345678',
    to: '023900100',
    extension: '101',
  },
  {
    event: 'ringing',
    call_id: 'a1',
    direction: 'in',
    from: '+85512345678',
    to: '023900100',
    extension: '102',
  },
  { event: 'answered', call_id: 'a1', extension: '102' },
  { event: 'transferred', call_id: 'a1', transferred_to: '103' },
  { event: 'ended', call_id: 'a1', duration: 65, recording_url: 'https://provider.example/a1.mp3' },
]

describe('notifications', () => {
  it('become one call, with a pop-up where it rings', () => {
    const calls = new HttpCalls(HOUR)
    const seen: PbxCall[] = []
    for (const [index, body] of incoming.entries()) {
      for (const heard of readNotifications(mapping('json'), body)) calls.hear(heard, index * 1000)
      seen.push(...calls.changes())
    }
    expect(seen[1]).toMatchObject({ ringing: ['101', '102'], outcome: null })
    expect(seen[2]).toMatchObject({ ringing: [], talking: ['102'], talkingSince: 2000 })
    expect(seen.at(-1)).toMatchObject({
      direction: 'incoming',
      from: '+85512345678',
      to: '023900100',
      rang: ['101', '102'],
      answeredBy: '102',
      employee: '103',
      transferredTo: ['103'],
      outcome: 'answered',
      waitSeconds: 2,
      talkSeconds: 65,
      recording: 'https://provider.example/a1.mp3',
    })
  })

  it('may come twice, late or after the end', () => {
    const calls = new HttpCalls(HOUR)
    const order = [...incoming, incoming[4], incoming[2], incoming[0]]
    for (const body of order)
      for (const heard of readNotifications(mapping('json'), body)) calls.hear(heard, 1000)
    const last = calls.changes().at(-1)
    expect(last).toMatchObject({ outcome: 'answered', ringing: [], talking: [], talkSeconds: 65 })
  })

  it('of a whole call at once, after it', () => {
    const body = {
      type: 'cdr',
      call: { id: 'b7', direction: 'outbound', from: '101', to: '077111222' },
      started_at: '2026-11-22T01:30:00Z',
      wait: 7,
      duration: '00:01:05',
      disposition: 'ANSWERED',
      extension: '101',
    }
    expect(replayHttp(mapping('json'), JSON.stringify([body]))).toMatchObject([
      {
        direction: 'outgoing',
        from: '101',
        to: '077111222',
        answeredBy: '077111222',
        waitSeconds: 7,
        talkSeconds: 65,
        endedAt: Date.parse('2026-11-22T01:31:12Z'),
        outcome: 'answered',
      },
    ])
  })

  it('are read as the ready-made forms send them', () => {
    const zadarma = [
      'event=NOTIFY_START&pbx_call_id=in_1&caller_id=%2B85512345678&called_did=023900100&call_start=2026-11-22+10:00:00',
      'event=NOTIFY_INTERNAL&pbx_call_id=in_1&caller_id=%2B85512345678&called_did=023900100&internal=101&call_start=2026-11-22+10:00:02',
      'event=NOTIFY_END&pbx_call_id=in_1&caller_id=%2B85512345678&called_did=023900100&internal=101&duration=0&disposition=busy&call_start=2026-11-22+10:00:00',
    ].join('\n')
    expect(replayHttp(mapping('zadarma'), zadarma)).toMatchObject([
      { direction: 'incoming', from: '+85512345678', to: '023900100', rang: ['101'], outcome: 'busy' },
    ])
    const twilio = [
      'CallSid=CA1&CallStatus=ringing&Direction=inbound&From=%2B85512345678&To=%2B85523900100',
      'CallSid=CA1&CallStatus=in-progress&Direction=inbound&From=%2B85512345678&To=%2B85523900100',
      'CallSid=CA1&CallStatus=completed&Direction=inbound&From=%2B85512345678&To=%2B85523900100&CallDuration=42',
    ].join('\n')
    expect(replayHttp(mapping('twilio'), twilio)).toMatchObject([
      { direction: 'incoming', from: '+85512345678', outcome: 'answered', talkSeconds: 42 },
    ])
  })

  it('leave a call unknown whose end never came', () => {
    const calls = new HttpCalls(HOUR)
    for (const heard of readNotifications(mapping('json'), incoming[0])) calls.hear(heard, 0)
    calls.pass(RINGS_MS - 1)
    expect(calls.changes().at(-1)).toMatchObject({ outcome: null, ringing: ['101'] })
    calls.pass(RINGS_MS)
    expect(calls.changes()).toMatchObject([{ outcome: 'unknown', ringing: [] }])
  })

  it('leave a talk alone as long as the office says, and take its end when it comes late', () => {
    const calls = new HttpCalls(HOUR)
    for (const told of incoming.slice(0, 3))
      for (const heard of readNotifications(mapping('json'), told)) calls.hear(heard, 0)
    calls.pass(HOUR - 1)
    expect(calls.changes().at(-1)).toMatchObject({ outcome: null, talking: ['102'] })
    calls.pass(HOUR)
    expect(calls.changes()).toMatchObject([{ outcome: 'unknown', talking: [] }])
    for (const heard of readNotifications(mapping('json'), incoming.at(-1))) calls.hear(heard, 2 * HOUR)
    expect(calls.changes()).toMatchObject([{ outcome: 'answered' }])
  })

  it('can be anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...readyMappings), fc.oneof(fc.json(), fc.string()), (any, text) => {
        for (const call of replayHttp(any, text)) expect(call.outcome).not.toBeNull()
      }),
    )
    expect(
      readNotifications(mapping('json'), readBody('{"__proto__":{"call_id":"x","event":"ringing"}}')),
    ).toEqual([])
  })
})

function virtual(
  over: Partial<VirtualPbxSettings> = {},
  known: readonly PbxCall[] = [],
  heardUntil: number | null = null,
) {
  const told: PbxCall[] = []
  const states: ConnectionState[] = []
  const gaps: PbxGap[] = []
  const pbx = new VirtualPbx(
    {
      mapping: mapping('json'),
      secret: 'shared',
      key: 'office',
      orderSecret: 'order-secret',
      silentMinutes: 60,
      ...over,
    },
    { call: (call) => told.push(call), state: (state) => states.push(state), gap: (gap) => gaps.push(gap) },
  )
  pbx.start({ known, heardUntil })
  endings.push(() => pbx.stop())
  return { pbx, told, states, gaps }
}

const request = (body: string, headers: Record<string, string> = {}): NotifyingRequest => ({
  url: 'https://office.example/pbx/1',
  headers,
  body: Buffer.from(body),
})

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('a virtual exchange', () => {
  const body = JSON.stringify(incoming[0])
  const signature = createHmac('sha256', 'shared').update(body).digest('hex')

  it('takes only what is proved', () => {
    const { pbx, told, states } = virtual()
    expect(pbx.notify(request(body))).toBe(401)
    expect(pbx.notify(request(body, { 'x-signature': signature.replace(/^./, 'g') }))).toBe(401)
    expect(told).toEqual([])
    expect(states.at(-1)?.problem).toBe('wrong_password')
    expect(pbx.notify(request(body, { 'x-signature': signature }))).toBe(200)
    expect(told).toMatchObject([{ ringing: ['101'] }])
    expect(pbx.notify(request('x'.repeat(300_000)))).toBe(413)
  })

  it('knows each way of proving, and none without a secret', () => {
    const form = 'event=ringing&call_id=1&token=shared&from=012345678'
    expect(virtual({ mapping: mapping('form') }).pbx.notify(request(form))).toBe(200)
    expect(
      virtual({ mapping: mapping('form'), secret: '' }).pbx.notify(request(form.replace('shared', ''))),
    ).toBe(401)

    const zadarma =
      'event=NOTIFY_START&pbx_call_id=1&caller_id=012345678&called_did=023900100&call_start=2026-11-22'
    const hex = createHmac('sha1', 'shared').update('0123456780239001002026-11-22').digest('hex')
    const signed = request(zadarma, { signature: Buffer.from(hex).toString('base64') })
    expect(virtual({ mapping: mapping('zadarma') }).pbx.notify(signed)).toBe(200)

    const twilio = 'CallSid=CA1&CallStatus=ringing&From=%2B855'
    const over = 'https://office.example/pbx/1CallSidCA1CallStatusringingFrom+855'
    const made = createHmac('sha1', 'shared').update(over).digest('base64')
    expect(
      virtual({ mapping: mapping('twilio') }).pbx.notify(request(twilio, { 'x-twilio-signature': made })),
    ).toBe(200)
  })

  it('goes on after a restart, counting nothing twice, and shows the gap', () => {
    const first = virtual()
    first.pbx.notify(request(body, { 'x-signature': signature }))
    const again = virtual({}, first.told, Date.now() - 1000)
    expect(again.gaps).toHaveLength(1)
    const end = JSON.stringify(incoming[4])
    again.pbx.notify(
      request(end, { 'x-signature': createHmac('sha256', 'shared').update(end).digest('hex') }),
    )
    expect(again.told).toMatchObject([{ id: 'a1', outcome: 'answered', from: '+85512345678', rang: ['101'] }])
  })

  it('asks the provider for a call', async () => {
    const got: { url: string | undefined; body: string; key: string | undefined }[] = []
    let status = 200
    const provider = createServer((asked, answer) => {
      let text = ''
      asked.on('data', (part: Buffer) => (text += part.toString()))
      asked.on('end', () => {
        got.push({ url: asked.url, body: text, key: asked.headers['x-key'] as string | undefined })
        answer.writeHead(status, { 'content-type': 'application/json' })
        answer.end('{"result":{"call":"c-9"}}')
      })
    })
    await new Promise<void>((resolve) => {
      provider.listen(0, '127.0.0.1', resolve)
    })
    endings.push(() => {
      provider.closeAllConnections()
      return new Promise((resolve) => provider.close(resolve))
    })
    const port = (provider.address() as AddressInfo).port
    const order = {
      method: 'POST',
      url: `http://127.0.0.1:${port}/{key}/calls`,
      headers: { 'X-Key': '{secret}' },
      as: 'json',
      fields: { from: '{extension}', to: '{number}' },
      idAt: 'result.call',
    } as const
    const settings = {
      mapping: { ...mapping('json'), order },
      secret: 's',
      key: 'our office',
      orderSecret: 'o',
      silentMinutes: 60,
    }
    const { pbx } = virtual(settings)
    expect(await pbx.dial('101', '012 345 678')).toBe('c-9')
    expect(got[0]).toEqual({ url: '/our%20office/calls', body: '{"from":"101","to":"012345678"}', key: 'o' })
    expect((await checkVirtualPbx(settings)).problem).toBeNull()
    status = 401
    await expect(pbx.dial('101', '012345678')).rejects.toMatchObject({ why: 'refused' })
    expect((await checkVirtualPbx(settings)).problem).toBe('wrong_password')
    const nobody = { ...order, url: `http://127.0.0.1:${await closedPort()}/` }
    const nowhere = { ...settings, mapping: { ...settings.mapping, order: nobody } }
    expect((await checkVirtualPbx(nowhere)).problem).toBe('nothing_listens')
    await expect(virtual().pbx.dial('101', '012')).rejects.toMatchObject({ why: 'not_possible' })
  })
})
