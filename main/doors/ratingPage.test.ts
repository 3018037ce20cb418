import { expect, test } from 'vitest'
import { asking, outbox, talk, tokenIn } from '../core/calls/ratings/ratingsForTests.ts'
import { testDoor } from './testDoor.ts'

test('a link rates once, in the client’s language, shows nothing else, and ends', async () => {
  const { office, sophea, exchange } = await asking()
  const door = await testDoor(office.office)
  await talk(office, exchange, 'a', '012345678')
  await expect.poll(() => outbox(office).length).toBe(1)
  const path = `/r/${tokenIn(outbox(office)[0]!)}`
  const host = 'rate.example'
  const page = await door.ask(path, { headers: { host } })
  expect(page.status).toBe(200)
  expect(page.text).toContain('<html lang="km"')
  for (const secret of ['Phoenix', 'Angkor', '345678', sophea.name]) expect(page.text).not.toContain(secret)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  const send = (body: string, to = path) =>
    door.ask(to, {
      method: 'POST',
      headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  expect((await send('stars=9')).status).toBe(400)
  expect((await send(`stars=5&words=${'a'.repeat(20_000)}`)).status).toBe(413)
  expect((await send('stars=4&words=%3Cb%3Equick%3C%2Fb%3E')).status).toBe(200)
  expect((await send('stars=1')).status).toBe(404)
  const used = await door.ask(path, { headers: { host } })
  const never = await door.ask(`/r/${'x'.repeat(43)}`, { headers: { host } })
  expect([used.status, used.text]).toEqual([404, never.text])
  expect((await door.ask('/', { headers: { host } })).status).toBe(403)
  const { rows } = await sophea.ask.ratings.page({})
  expect(rows).toMatchObject([
    {
      stars: 4,
      words: '<b>quick</b>',
      via: 'link',
      client: { name: 'Phoenix Garden' },
      employee: sophea.name,
    },
  ])
  expect(await sophea.ask.ratings.averages({ since: 0 })).toEqual([
    { employee: sophea.name, count: 1, average: 400 },
  ])
})

test('a link that is too old is none', async () => {
  const { office, exchange } = await asking()
  const door = await testDoor(office.office)
  await talk(office, exchange, 'a', '012345678')
  await expect.poll(() => outbox(office).length).toBe(1)
  const path = `/r/${tokenIn(outbox(office)[0]!)}`
  office.clock += 15 * 24 * 3_600_000
  expect((await door.ask(path)).status).toBe(404)
  expect((await door.ask(path, { method: 'POST', body: 'stars=5' })).status).toBe(404)
  expect(office.count('ratings')).toBe(0)
})
