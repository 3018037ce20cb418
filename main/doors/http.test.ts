import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Office } from '../core/office.ts'
import { draft, ownerName, ownerPassword, procedures, testOffice } from '../core/testOffice.ts'
import { pageHeaders } from './guard.ts'
import { testDoor, type Answer } from './testDoor.ts'

test('over HTTP nothing but the door can be called', async () => {
  const door = await testDoor((await testOffice()).office)
  const cookie = await door.signIn(ownerName, ownerPassword)
  for (const { area, name, action } of procedures) {
    const { status } = await door.call(`${area}/${name}`, undefined, { cookie })
    expect({ action, found: status !== 404 }).toEqual({ action, found: area === 'door' })
  }
})

test('a call must come from a page of the office itself', async () => {
  const door = await testDoor((await testOffice()).office)
  const call = (headers: Record<string, string>) =>
    door.ask('/door/call/door/state', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    })
  expect((await call({ origin: door.address })).status).toBe(200)
  const foreign = ['http://evil.example', 'null', `${door.address}.evil.example`, 'http://127.0.0.1', '']
  for (const origin of foreign)
    expect({ origin, status: (await call({ origin })).status }).toEqual({ origin, status: 403 })
  expect((await call({})).status).toBe(403)
})

test('a name that was made to point here is not answered', async () => {
  const door = await testDoor((await testOffice()).office)
  const { port } = new URL(door.address)
  for (const path of ['/', '/health', '/door/call/door/state']) {
    const host = `evil.example:${port}`
    expect((await door.ask(path, { headers: { host, origin: `http://${host}` } })).status).toBe(403)
  }
  for (const host of [`localhost:${port}`, `192.168.1.20:${port}`, `[::1]:${port}`])
    expect((await door.ask('/health', { headers: { host } })).status).toBe(200)
})

test('the session is in a cookie that no script reads and no other site sends', async () => {
  const door = await testDoor((await testOffice()).office)
  const signedIn = await door.call('door/signIn', { name: ownerName, password: ownerPassword })
  expect(signedIn.headers['set-cookie']).toEqual([
    expect.stringMatching(/^counterpart-[0-9a-f]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
  ])
  expect(signedIn.text).not.toContain(signedIn.headers['set-cookie']![0]!.slice(21, 64))
  expect(signedIn.headers['cache-control']).toBe('no-store')
  const cookie = signedIn.headers['set-cookie']![0]!.split(';')[0]!
  expect((await door.call('door/state', undefined, { cookie })).json).toMatchObject({ state: 'desk' })
  const signedOut = await door.call('door/signOut', undefined, { cookie })
  expect(signedOut.headers['set-cookie']![0]).toMatch(/=; Path=\/; HttpOnly; SameSite=Strict; Max-Age=0$/)
  expect((await door.call('door/state', undefined, { cookie })).json).toMatchObject({ state: 'sign-in' })
})

test('every answer, errors too, carries the headers that fence pages in', async () => {
  const door = await testDoor((await testOffice()).office)
  const post = { method: 'POST', headers: { origin: door.address, 'content-type': 'application/json' } }
  const asked: [number, Promise<Answer>][] = [
    [200, door.ask('/')],
    [200, door.ask('/health')],
    [200, door.ask('/assets/app-1a2b.js')],
    [200, door.call('door/state')],
    [400, door.ask('//')],
    [400, door.ask('/door/call/door/signIn', { ...post, body: '{"json":' })],
    [400, door.call('door/signIn', { name: 5 })],
    [401, door.call('door/signIn', { name: 'Nobody', password: 'nothing' })],
    [403, door.ask('/', { headers: { host: 'evil.example' } })],
    [404, door.ask('/nothing.js')],
    [404, door.call('clients/page')],
    [405, door.ask('/', { method: 'DELETE' })],
    [405, door.ask('/door/call/door/state')],
    [413, door.ask('/door/call/door/signIn', { ...post, body: 'x'.repeat(100_000) })],
  ]
  for (const [status, answer] of asked) {
    expect(await answer).toMatchObject({ status })
    for (const [name, value] of Object.entries(pageHeaders))
      expect((await answer).headers[name.toLowerCase()]).toBe(value)
  }
  expect(pageHeaders['Content-Security-Policy']).not.toMatch(/unsafe|\*/)
})

test('a page’s path leads to the pages and nowhere else', async () => {
  const door = await testDoor((await testOffice()).office)
  expect((await door.ask('/')).text).toContain('<title>Counterpart</title>')
  expect((await door.ask('/clients/17')).text).toContain('<title>Counterpart</title>')
  expect((await door.ask('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable')
  const tricks = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/../secret',
    '/assets/..%00/secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '//../secret.txt',
    `http://${door.host}/../secret.txt`,
    '/etc/passwd',
    '/.git/config',
  ]
  for (const path of tricks) {
    const { status, text } = await door.ask(path)
    expect({ path, text: text.includes('secret') || text.includes('root:') }).toEqual({ path, text: false })
    expect([200, 400, 404]).toContain(status)
  }
})

test('a body that is too large or no JSON is refused, and the next one answered', async () => {
  const door = await testDoor((await testOffice()).office)
  const headers = { origin: door.address, 'content-type': 'application/json' }
  const post = (body: string | Buffer, more = {}) =>
    door.ask('/door/call/door/signIn', { method: 'POST', headers: { ...headers, ...more }, body })
  for (const body of [
    '',
    '{',
    '[]',
    'null',
    '"',
    '{"json":{"name":[[[[]]]]}}',
    Buffer.from([0xff, 0xfe, 0, 1]),
  ])
    expect((await post(body)).status).toBe(400)
  expect((await post('x'.repeat(100_000), { 'transfer-encoding': 'chunked' })).status).toBe(413)
  expect((await post('{}', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400)
  expect((await door.call('door/state')).json).toMatchObject({ state: 'sign-in' })
})

test('a computer is known by its connection, whatever it says of itself', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const pretend = (nth: number) => ({
    'x-forwarded-for': `10.0.0.${nth}`,
    forwarded: `for=10.0.0.${nth}`,
    'x-real-ip': `10.0.0.${nth}`,
  })
  for (let nth = 0; nth < 20; nth++)
    expect(
      (await door.call('door/signIn', { name: `name ${nth}`, password: 'guess' }, pretend(nth))).status,
    ).toBe(401)
  expect(
    (await door.call('door/signIn', { name: ownerName, password: ownerPassword }, pretend(99))).status,
  ).toBe(429)
  office.clock += 3_600_000
  await door.signIn(ownerName, ownerPassword, pretend(1))
  const { ask } = await office.owner()
  const rows = (await ask.log.page({ action: 'door.signIn' })).rows
  expect(rows.map(({ seat }) => seat)).toContain('127.0.0.1')
  expect(rows.filter(({ seat }) => seat.startsWith('10.'))).toEqual([])
})

test('a vanished base is said at the door, and nothing else', async () => {
  const test = await testOffice()
  await (await test.owner()).ask.clients.create(draft('Mekong Rice'))
  await test.office.close()
  rmSync(join(test.folder, 'office.sqlite'))
  const office = await Office.open({ folder: test.folder })
  const door = await testDoor(office)
  expect((await door.call('door/state')).json).toMatchObject({ state: 'vanished', company: null, demo: null })
  expect((await door.ask('/health')).status).toBe(200)
  expect((await door.ask('/')).status).toBe(200)
  const cookie = `counterpart-${office.id.slice(0, 8)}=${'a'.repeat(43)}`
  expect(await door.upgrade({ cookie, origin: door.address })).toBe(401)
  const signIn = await door.call('door/signIn', { name: ownerName, password: ownerPassword })
  expect(signIn.status).toBe(404)
  expect(signIn.text).not.toContain(test.folder)
  await office.close()
})
