import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { TelephoneDraft } from '../../app/contract/telephone.ts'
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
