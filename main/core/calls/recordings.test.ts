import { readCallerNumber } from '../../../app/callerNumber.ts'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { captures, interleaved, truth } from '../../bridges/pbx/ami/capturesForTests.ts'
import { PracticeServer } from '../../bridges/pbx/ami/practiceServer.ts'
import { testOffice } from '../testOffice.ts'
import { addExchange, asteriskAt } from './callsForTests.ts'

/** Recordings of a real Asterisk, said over TCP, and what stands in the base afterwards. */
describe.skipIf(captures.length === 0)('recordings of a real Asterisk, through the whole office', () => {
  const server = new PracticeServer()
  afterAll(() => server.close())

  it('every call of every recording stands in the history once, with its client, its employee and its outcome', async () => {
    const port = await server.listen()
    const office = await testOffice()
    const owner = await office.owner()
    const wanted = captures.flatMap(({ calls }) => calls.map(truth))
    const outside = [
      ...new Set(wanted.filter(({ direction }) => direction !== 'internal').map((call) => call.outside)),
    ]
    // One client for each number, in whatever notations it is called and calls.
    // Some lines put a zero more in front.
    const same = (number: string) => readCallerNumber(number.replace(/^00(?=12)/, '0'), 'KH').e164 ?? number
    const clients = new Map<string, number>()
    for (const number of outside.filter((one) => one.replace(/\D/g, '').length >= 8)) {
      if (clients.has(same(number))) continue
      const { id } = await owner.ask.clients.create({
        kind: 'person',
        names: [{ text: number }],
        phones: [{ typed: number }],
      })
      clients.set(same(number), id)
    }
    const extensions = new Set(wanted.flatMap(({ employee }) => employee ?? []))
    const telephones = Object.fromEntries([...extensions].map((extension) => [extension, owner]))
    await addExchange(office, asteriskAt(port), telephones)
    for (const capture of captures) {
      await vi.waitFor(() => expect(server.listeners).toBe(1), 20_000)
      // Whatever else it says at its start, it has been signed in to already.
      server.say(capture.bytes)
      // Each recording is of an exchange of its own: what is on stays on until that one goes.
      server.say('Event: Shutdown\r\nPrivilege: system,all\r\nShutdown: Cleanly\r\nRestart: True\r\n\r\n')
    }
    await vi.waitFor(async () => {
      const { rows } = await owner.ask.calls.page({ limit: 500 })
      expect(rows.filter(({ outcome }) => outcome !== null)).toHaveLength(wanted.length)
    }, 60_000)
    const { rows } = await owner.ask.calls.page({ limit: 500 })
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(
      sorted(
        rows.map((row) => ({
          direction: row.direction,
          number: row.direction === 'internal' ? '' : row.number,
          client: row.client?.id ?? null,
          employee: row.employee?.id ?? null,
          outcome: row.outcome,
        })),
      ),
    ).toEqual(
      sorted(
        wanted.map((call) => ({
          direction: call.direction,
          number: call.direction === 'internal' ? '' : call.outside,
          client: call.direction === 'internal' ? null : (clients.get(same(call.outside)) ?? null),
          employee: call.employee === null ? null : owner.id,
          outcome: call.outcome,
        })),
      ),
    )
    await office.office.exchanges.stop()
  }, 120_000)

  it('two hundred of them at the same time, message by message: the history is what happened', async () => {
    const busy = new PracticeServer()
    const port = await busy.listen()
    const office = await testOffice()
    const owner = await office.owner()
    const { text, calls } = interleaved(200)
    const wanted = calls.map(truth)
    const extensions = new Set(wanted.flatMap(({ employee }) => employee ?? []))
    await addExchange(
      office,
      asteriskAt(port),
      Object.fromEntries([...extensions].map((extension) => [extension, owner])),
    )
    onTestFinished(async () => {
      await office.office.exchanges.stop()
      await busy.close()
    })
    await vi.waitFor(() => expect(busy.listeners).toBe(1), 20_000)
    busy.say(text)
    busy.say('Event: Shutdown\r\nPrivilege: system,all\r\nShutdown: Cleanly\r\nRestart: True\r\n\r\n')
    const rows = async () => (await owner.ask.calls.page({ limit: 500 })).rows
    await vi.waitFor(async () => {
      const ended = (await rows()).filter(({ outcome }) => outcome !== null)
      expect(ended).toHaveLength(wanted.length)
    }, 60_000)
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort()
    const seen = (await rows()).map(({ direction, number, extension, outcome }) => ({
      direction,
      number: direction === 'internal' ? '' : number,
      employee: extension,
      outcome,
    }))
    expect(sorted(seen)).toEqual(
      sorted(
        wanted.map(({ direction, outside, employee, outcome }) => ({
          direction,
          number: direction === 'internal' ? '' : outside,
          employee,
          outcome,
        })),
      ),
    )
  }, 120_000)
})
