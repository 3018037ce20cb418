import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import type { OfficeEvent } from '../../app/events.ts'
import { at, draft, everything, ownerName, ownerPassword, testOffice } from '../core/testOffice.ts'
import { openHttpDoor } from './http.ts'
import { TestDoor, testDoor } from './testDoor.ts'

test('a socket opens for a signed-in page of this office only', async () => {
  const door = await testDoor((await testOffice()).office)
  const cookie = await door.signIn(ownerName, ownerPassword)
  const origin = door.address
  const evil = `evil.example:${new URL(origin).port}`
  expect(await door.upgrade({ cookie, origin })).toBe(101)
  expect(await door.upgrade({ origin })).toBe(401)
  expect(await door.upgrade({ cookie: `${cookie}x`, origin })).toBe(401)
  expect(await door.upgrade({ cookie: cookie.replace(/=.*/, '=made-up'), origin })).toBe(401)
  expect(await door.upgrade({ cookie })).toBe(403)
  expect(await door.upgrade({ cookie, origin: 'http://evil.example' })).toBe(403)
  expect(await door.upgrade({ cookie, origin: `https://${evil}`, host: evil })).toBe(403)
  await door.call('door/signOut', undefined, { cookie })
  expect(await door.upgrade({ cookie, origin })).toBe(401)
})

test('the door itself is not behind the socket', async () => {
  const door = await testDoor((await testOffice()).office)
  const { ask } = await door.connect(await door.signIn(ownerName, ownerPassword))
  await expect(ask.door.state()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what one browser changes another sees at once', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const person = await office.person(everything)
  const one = await door.connect(await door.signIn(ownerName, ownerPassword))
  const other = await door.connect(await door.signIn(person.name, person.password))
  const events = await other.ask.session.events()
  const made = await one.ask.clients.create(draft('Mekong Rice'))
  expect((await events.next()).value).toEqual({ type: 'client.changed', ids: [made.id] })
  expect(await other.ask.clients.card({ id: made.id })).toEqual(made)
  await other.ask.clients.save({ ...at(made), draft: { notes: 'seen' } })
  await expect(one.ask.clients.save({ ...at(made), draft: { notes: 'late' } })).rejects.toMatchObject({
    code: 'CHANGED_MEANWHILE',
    defined: true,
    data: { revision: 2, by: person.name },
  })
  await events.return?.(undefined)
})

test('a command’s key travels with it', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const { ask } = await door.connect(await door.signIn(ownerName, ownerPassword), 'one click')
  const first = await ask.clients.create(draft('Mekong Rice'))
  expect(await ask.clients.create(draft('Mekong Rice'))).toEqual(first)
  expect(office.count('clients')).toBe(1)
  const { ask: long } = await door.connect(await door.signIn(ownerName, ownerPassword), 'x'.repeat(101))
  await expect(long.clients.create(draft('Tonle Fish'))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('signing out in one tab closes them all, and no other browser', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const person = await office.person(everything)
  const cookie = await door.signIn(ownerName, ownerPassword)
  const tabs = [await door.connect(cookie), await door.connect(cookie)]
  const elsewhere = await door.connect(await door.signIn(person.name, person.password))
  const events = await tabs[0]!.ask.session.events()
  const ended = events.next().then(
    () => 'another event',
    () => 'ended',
  )
  await door.call('door/signOut', undefined, { cookie })
  expect(await Promise.all(tabs.map(({ closed }) => closed))).toEqual([4401, 4401])
  expect(await ended).toBe('ended')
  expect(await elsewhere.ask.session.account()).toMatchObject({ name: person.name })
})

test('a deactivated person’s sockets close at once', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const person = await office.person(everything)
  const { closed } = await door.connect(await door.signIn(person.name, person.password))
  await (await office.owner()).ask.staff.saveEmployee({ id: person.id, active: false })
  expect(await closed).toBe(4401)
})

test('a restore closes every socket', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const owner = await door.connect(await door.signIn(ownerName, ownerPassword))
  const { name } = await owner.ask.backups.make()
  await Promise.allSettled([owner.ask.backups.restore({ name })])
  expect(await owner.closed).toBe(4401)
  const cookie = await door.signIn(ownerName, ownerPassword)
  expect((await (await door.connect(cookie)).ask.log.page({ action: 'backups.restore' })).total).toBe(1)
})

test('garbage through a socket or a broken upgrade harms nobody', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const cookie = await door.signIn(ownerName, ownerPassword)
  const { socket, ask } = await door.connect(cookie)
  const garbage = [
    '',
    'x',
    '{}',
    '[]',
    '{"i":1}',
    'null',
    '{"i":"1","p":{"u":"http://[","b":{}}}',
    '{"i":"2","p":{"u":"/clients/page","b":{"json":{"offset":-1}}}}',
    `{"i":"3","p":{"u":"/${'../'.repeat(50)}door/state"}}`,
  ]
  for (const frame of garbage) socket.send(frame)
  socket.send(Buffer.from([0xff, 0x00, 0xfe, 0x80]))
  expect(await ask.session.account()).toMatchObject({ name: ownerName })

  const upgrade = (more: string) =>
    `GET /door/socket HTTP/1.1\r\nHost: ${door.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`
  const whole = `Origin: ${door.address}\r\nCookie: ${cookie}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n`
  for (const bytes of [
    upgrade(''),
    upgrade(whole),
    upgrade('Sec-WebSocket-Key: short\r\n'),
    upgrade(`${whole}\r\n\xff\xff\xff`),
    'GET / HTTP/1.1\r\n\r\n',
    '\0\0\0',
  ])
    for (let times = 0; times < 5; times++) await door.hangUp(bytes)

  // A frame that claims to be larger than any upload ends that socket only.
  const huge = door.socket({ cookie, origin: door.address })
  const closed = once(huge, 'close').then(([code]) => code as number)
  const [response] = (await once(huge, 'upgrade')) as [IncomingMessage]
  response.socket.write(Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4]))
  expect([1006, 1009]).toContain(await closed)
  expect(await ask.session.account()).toMatchObject({ name: ownerName })
  expect((await door.ask('/health')).status).toBe(200)
})

test('a window that does not listen keeps nobody else waiting', async () => {
  const office = await testOffice()
  const door = await testDoor(office.office)
  const cookie = await door.signIn(ownerName, ownerPassword)
  const deaf = await door.connect(cookie)
  await deaf.ask.session.events()
  deaf.socket.pause()
  const hearing = await door.connect(cookie)
  const events = await hearing.ask.session.events()
  const heard: OfficeEvent[] = []
  const hear = (async () => {
    for await (const event of events) {
      heard.push(event)
      if (event.type === 'office.changed') break
    }
  })()
  for (let told = 0; told < 5000; told++) {
    office.office.tell({ type: 'client.changed', ids: [told] })
    if (told % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  office.office.tell({ type: 'office.changed' })
  await hear
  expect(heard).toHaveLength(5001)
  expect(await hearing.ask.session.account()).toMatchObject({ name: ownerName })
})

test('closing the door lets go of its sockets', async () => {
  const office = await testOffice()
  const opened = await openHttpDoor(office.office, { host: '127.0.0.1', port: 0, pages: '' })
  const door = new TestDoor(opened.address)
  const { socket } = await door.connect(await door.signIn(ownerName, ownerPassword))
  await Promise.all([once(socket, 'close'), opened.close()])
})
