import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { TelephoneDraft } from '../../app/contract/telephone.ts'
import { readyFormats } from '../../app/terminals/formats.ts'
import { testOffice } from '../core/testOffice.ts'
import { testDoor } from './testDoor.ts'

const virtual = (mapping: string, password: string): TelephoneDraft => ({
  kind: 'http',
  name: 'Cloud',
  branch: '',
  enabled: true,
  extensions: [],
  settings: { mapping, own: null, key: '', silentMinutes: 120 },
  password,
})

test('a provider’s notification comes in by its own address, proved, and is kept before it is answered', async () => {
  const office = await testOffice()
  const owner = await office.owner()
  const { id } = await owner.ask.telephone.save(virtual('json', 'shared secret'))
  await vi.waitFor(async () =>
    expect(await owner.ask.telephone.states()).toMatchObject([{ state: 'connected' }]),
  )
  const door = await testDoor(office.office)
  const body = JSON.stringify({ id: 'c1', event: 'ringing', direction: 'in', from: '012345678' })
  const sign = (text: string) => createHmac('sha256', 'shared secret').update(text).digest('hex')
  const send = (path: string, text: string, signature: string, method = 'POST') =>
    door.ask(path, {
      method,
      headers: { 'x-signature': signature, 'content-type': 'application/json', host: 'office.example.com' },
      ...(method === 'POST' ? { body: text } : {}),
    })
  expect((await send(`/exchange/${id}`, body, sign('other'))).status).toBe(401)
  expect((await send(`/exchange/${id + 1}`, body, sign(body))).status).toBe(404)
  expect((await send(`/exchange/${id}`, body, sign(body), 'GET')).status).toBe(405)
  expect((await send(`/exchange/${id}`, 'x', sign('x'))).status).toBe(400)
  const long = `{"a":"${'x'.repeat(300_000)}"}`
  expect((await send(`/exchange/${id}`, long, sign(long))).status).toBe(413)
  expect(office.count('calls')).toBe(0)
  const taken = await send(`/exchange/${id}`, body, sign(body))
  expect([taken.status, taken.text]).toEqual([200, ''])
  expect(office.count('calls')).toBe(1)
  expect((await owner.ask.calls.page({})).rows[0]).toMatchObject({
    number: '012345678',
    direction: 'incoming',
  })
})

test('a terminal sends over the web with its key, once, however often it tries', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const key = 'k'.repeat(24)
  const { id } = await ask.devices.save({
    kind: 'terminal',
    name: 'Store terminal',
    enabled: true,
    settings: { connection: { kind: 'web', key }, format: readyFormats.semicolon },
  })
  await vi.waitFor(() => expect(office.office.devices.inUse()).toHaveLength(1))
  const door = await testDoor(office.office)
  const send = async (with_: string, body: string, method = 'POST') =>
    (await door.ask(`/terminal/${id}/${with_}`, { method, body })).status
  expect(await send(key, 'A-17;3\n')).toBe(200)
  expect(await send(key, 'A-17;3\n')).toBe(200)
  expect(await send(key, 'A-17;3\nB-')).toBe(422)
  expect(await send('x'.repeat(24), 'A-17;3\n')).toBe(404)
  const states = (await ask.terminals.transfers()).map(({ state }) => state)
  expect(states).toEqual(['broken', 'repeated', 'open'])
  const { rows } = await ask.log.page({ text: '' })
  expect(JSON.stringify(rows)).not.toContain(key)
})
