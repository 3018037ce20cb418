import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openForReading } from '../../../db/connection.ts'
import { PracticeAsterisk } from '../../bridges/pbx/ami/practice.ts'
import { PracticeServer } from '../../bridges/pbx/ami/practiceServer.ts'
import { ownerName, ownerPassword, TestOffice, testOffice } from '../testOffice.ts'
import { addExchange, asteriskAt } from './callsForTests.ts'

const script = fileURLToPath(new URL('../../office.ts', import.meta.url))

/** What the exchange says of ten customers who call: five are answered at 101, five still hear it ring. */
function tenCalls(): string {
  const pbx = new PracticeAsterisk()
  for (let index = 0; index < 10; index++) {
    const customer = pbx.at(1 + index).comesIn(`01234567${index}`, '023900100')
    const desk = pbx.rings(customer, '101')
    if (index < 5) pbx.answers(customer, desk)
  }
  return pbx.said.map(({ text }) => text).join('')
}

test('with ten calls on the line the program is killed: each is there once afterwards, closed as not seen to its end, and the gap is told', async () => {
  const server = new PracticeServer()
  const port = await server.listen()
  const first = await testOffice()
  const owner = await first.owner()
  await addExchange(first, asteriskAt(port), { 101: owner })
  const { folder } = first
  await first.office.close()
  expect(server.listeners).toBe(0)

  const host = spawn(process.execPath, [script, '--data', folder, '--port', '0'], { stdio: 'ignore' })
  onTestFinished(() => void host.kill('SIGKILL'))
  await vi.waitFor(() => expect(server.listeners).toBe(1), 20_000)
  server.say(tenCalls())
  const look = openForReading(`${folder}/office.sqlite`)
  const open = look.raw.prepare('SELECT count(*) FROM calls WHERE outcome IS NULL').pluck()
  const talking = look.raw.prepare('SELECT count(*) FROM calls WHERE answered_at IS NOT NULL').pluck()
  await vi.waitFor(() => expect([open.get(), talking.get()]).toEqual([10, 5]), 20_000)
  look.close()
  const ended = once(host, 'exit')
  host.kill('SIGKILL')
  await ended

  // The exchange lists no channel any more: they hung up while nobody listened.
  const again = new TestOffice(folder)
  await again.reopen()
  onTestFinished(() => again.office.close())
  const { ask } = await again.signIn(ownerName, ownerPassword)
  await vi.waitFor(async () => expect(await ask.calls.live()).toEqual([]), 20_000)
  const { rows } = await ask.calls.page({})
  expect(rows.map(({ number }) => number).sort()).toEqual(
    Array.from({ length: 10 }, (_, index) => `01234567${index}`),
  )
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']))
  expect(rows.filter(({ employee }) => employee?.id === owner.id)).toHaveLength(5)
  const { exchanges } = await ask.telephone.all()
  expect(exchanges[0]?.gaps).toMatchObject([{ filled: false }])
  await again.office.exchanges.stop()
  await server.close()
})
