import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { draft, ownerName, ownerPassword, temporaryFolder } from './core/testOffice.ts'
import { Office } from './core/office.ts'
import { TestDoor } from './doors/testDoor.ts'

/** The office host in a process of its own, started and killed as computers do it. */

const script = fileURLToPath(new URL('./office.ts', import.meta.url))

interface Host {
  readonly process: ChildProcess
  readonly door: TestDoor
  /** Everything it wrote on standard error. */
  readonly complaints: string[]
}

async function startHost(folder: string, ...more: string[]): Promise<Host> {
  const host = spawn(process.execPath, [script, '--data', folder, '--port', '0', ...more])
  onTestFinished(() => void host.kill('SIGKILL'))
  const complaints: string[] = []
  host.stderr.on('data', (text: Buffer) => complaints.push(text.toString()))
  const lines = createInterface({ input: host.stdout })
  const ended = once(host, 'exit').then(() => Promise.reject(new Error(complaints.join(''))))
  ended.catch(() => undefined)
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string]
  return { process: host, door: new TestDoor(/http:\S+/.exec(line)![0]), complaints }
}

async function kill({ process: host }: Host): Promise<void> {
  host.kill('SIGKILL')
  await once(host, 'exit')
}

const firstStart = (door: TestDoor) =>
  door.call('door/start', {
    language: 'en',
    company: 'Angkor Trading',
    country: 'KH',
    currency: 'USD',
    name: ownerName,
    password: ownerPassword,
  })

test('what was acknowledged is there after the power is cut in a storm of saves', async () => {
  const folder = temporaryFolder()
  const acknowledged = new Map<string, number>()
  for (const round of [1, 2, 3]) {
    const host = await startHost(folder)
    if (round === 1) expect((await firstStart(host.door)).status).toBe(200)
    const cookie = await host.door.signIn(ownerName, ownerPassword)
    const desks = await Promise.all([1, 2, 3, 4].map(() => host.door.connect(cookie)))
    const storm = desks.map(async ({ ask }, desk) => {
      for (let number = 0; ; number++) {
        const name = `Round ${round}, desk ${desk}, client ${number}`
        const { id } = await ask.clients.create(draft(name, { notes: name.repeat(20) }))
        acknowledged.set(name, id)
        await ask.clients.save({ id, revision: 1, draft: { code: name } })
        acknowledged.set(`${name}.saved`, id)
      }
    })
    const over = Promise.allSettled(storm)
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 500))
    await kill(host)
    for (const { socket } of desks) socket.terminate()
    await over
  }
  expect(acknowledged.size).toBeGreaterThan(50)

  const office = await Office.open({ folder })
  onTestFinished(() => office.close())
  const { raw } = office.connection
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(raw.pragma('foreign_key_check')).toEqual([])
  const kept = new Map(
    (
      raw.prepare('SELECT name, id, code FROM clients').all() as {
        name: string
        id: number
        code: string | null
      }[]
    ).flatMap(({ name, id, code }) => [
      [name, id] as const,
      ...(code === null ? [] : [[`${code}.saved`, id] as const]),
    ]),
  )
  for (const [name, id] of acknowledged) expect({ name, id: kept.get(name) }).toEqual({ name, id })
  // Nothing is there by halves: every client has its name, its search and its line in the log.
  const count = (sql: string) => raw.prepare(sql).pluck().get() as number
  const clients = count('SELECT count(*) FROM clients')
  expect(count('SELECT count(*) FROM client_names')).toBe(clients)
  expect(count('SELECT count(*) FROM client_search')).toBe(clients)
  expect(count("SELECT count(*) FROM operations WHERE action = 'clients.create'")).toBe(clients)
  expect(count("SELECT count(*) FROM operations WHERE action = 'clients.save'")).toBe(
    count('SELECT count(*) FROM clients WHERE revision = 2'),
  )
})

test('a session outlives a restart of the office', async () => {
  const folder = temporaryFolder()
  const first = await startHost(folder)
  await firstStart(first.door)
  const cookie = await first.door.signIn(ownerName, ownerPassword)
  first.process.kill('SIGTERM')
  expect(await once(first.process, 'exit')).toEqual([0, null])
  const second = await startHost(folder)
  const { ask } = await second.door.connect(cookie)
  expect(await ask.session.account()).toMatchObject({ name: ownerName })
  expect([...first.complaints, ...second.complaints]).toEqual([])
})

test('the office stays up through garbage from the network', async () => {
  const { door, process: host, complaints } = await startHost(temporaryFolder())
  await firstStart(door)
  const cookie = await door.signIn(ownerName, ownerPassword)
  const { socket, ask } = await door.connect(cookie)
  for (const frame of ['', 'not JSON', '{"i":null}', Buffer.alloc(3, 0xff)]) socket.send(frame)
  for (const bytes of [
    '\0\0\0',
    'GET // HTTP/1.1\r\n\r\n',
    'POST /door/call/door/signIn HTTP/1.1\r\nContent-Length: 99\r\n\r\n{',
  ])
    for (let times = 0; times < 20; times++) await door.hangUp(bytes)
  const headers = { origin: door.address, 'content-type': 'application/json' }
  await door.ask('/door/call/door/signIn', { method: 'POST', headers, body: 'pass-word-in-no-json' })
  expect(await ask.session.account()).toMatchObject({ name: ownerName })
  expect(host.exitCode).toBeNull()
  expect(complaints.join('')).not.toContain('pass-word')
})

test('what cannot be started is said in one sentence', async () => {
  const folder = temporaryFolder()
  const { door } = await startHost(folder)
  const { port } = new URL(door.address)
  const refused: [string[], RegExp][] = [
    [
      ['--data', folder, '--port', '0'],
      /^The office in .* is open in another program\. Close that one first\.\n$/,
    ],
    [['--data', join(folder, 'other'), '--port', port], /^This port is in use\. .*\n$/],
    [
      ['--data', join(folder, 'other'), '--host', '203.0.113.7', '--port', '0'],
      /^This computer does not have that address\. .*\n$/,
    ],
    [['--port', '0'], /^Usage: .*\n$/],
    [['--data', folder, '--port', '99999'], /^Usage: .*\n$/],
  ]
  for (const [options, sentence] of refused) {
    const host = spawn(process.execPath, [script, ...options])
    let said = ''
    host.stderr.on('data', (text: Buffer) => (said += text.toString()))
    const [code] = (await once(host, 'exit')) as [number]
    expect({ options, code }).toEqual({ options, code: 1 })
    expect(said).toMatch(sentence)
  }
})
