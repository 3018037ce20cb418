import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { problemOfBase } from '../../../db/check.ts'
import { migrations } from '../../../migrations/index.ts'
import { temporaryFolder, TestOffice, type OfficeClient } from '../testOffice.ts'
import { csv, many } from './fileForTests.ts'

const script = fileURLToPath(new URL('../../office.ts', import.meta.url))
const person = { name: 'Sokha', password: 'a river in flood' }

/** The office host in a process of its own, and its address. */
async function startHost(folder: string): Promise<{ host: ChildProcess; address: string }> {
  const host = spawn(process.execPath, [script, '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  let said = ''
  for await (const text of host.stdout) {
    said += String(text)
    const address = /http:\/\/\S+/.exec(said)?.[0]
    if (address) return { host, address }
  }
  throw new Error(`The office did not start: ${said}`)
}

/** First start over HTTP, then a line of calls, as a browser does. */
async function enter(address: string): Promise<OfficeClient> {
  let cookie = ''
  const door = createORPCClient<OfficeClient>(
    new FetchLink({
      url: `${address}/door/call`,
      headers: { origin: address },
      async fetch(request, init) {
        const response = await fetch(request, init)
        cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
        return response
      },
    }),
  )
  await door.door.start({ ...person, language: 'en', company: 'Angkor', country: 'KH', currency: 'USD' })
  const socket = new WebSocket(`${address.replace('http', 'ws')}/door/socket`, {
    headers: { cookie },
    origin: address,
  })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  return createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }))
}

test('an import that kill -9 cut off is gone after the next start; what was acknowledged is there', async () => {
  const folder = temporaryFolder()
  const { host, address } = await startHost(folder)
  const ask = await enter(address)
  const before = await ask.clients.create({ kind: 'person', names: [{ text: 'Before the import' }] })

  const { upload } = await ask.imports.upload({ file: csv(many(20_000)) })
  const { mapping } = await ask.imports.preview({ upload })
  const running = ask.imports.run({ upload, mapping })
  running.catch(() => undefined)
  const written = async () => (await ask.session.status()).importing?.done ?? 0
  while ((await written()) < 1000) await setTimeout(5)

  // Everybody else goes on working meanwhile.
  const meanwhile = await ask.clients.create({ kind: 'person', names: [{ text: 'During the import' }] })
  await ask.clients.save({ id: before.id, revision: 1, draft: { notes: 'acknowledged' } })
  expect((await ask.clients.page({})).total).toBe(2)
  expect(await ask.clients.search({ text: 'Client number' })).toEqual([])
  expect(await written()).toBeGreaterThan(0)
  const ended = once(host, 'exit')
  host.kill('SIGKILL')
  await ended

  const test = new TestOffice(folder)
  await test.reopen()
  onTestFinished(() => test.office.close())
  const again = await test.signIn(person.name, person.password)
  expect(await again.ask.imports.past()).toMatchObject([{ state: 'failed', created: 0 }])
  const { rows } = await again.ask.clients.page({})
  expect(rows.map(({ name }) => name)).toEqual(['Before the import', 'During the import'])
  expect(await again.ask.clients.card({ id: before.id })).toMatchObject({
    notes: 'acknowledged',
    revision: 2,
  })
  expect(meanwhile.id).toBe(rows[1]!.id)
  for (const table of ['clients', 'client_names', 'client_search']) expect(test.count(table)).toBe(2)
  for (const table of ['client_phones', 'client_addresses']) expect(test.count(table)).toBe(0)
  await test.office.close()
  expect(problemOfBase(test.office.folder.base, Object.keys(migrations), 'full')).toBeUndefined()
})
