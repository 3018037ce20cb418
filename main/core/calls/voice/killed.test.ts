import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openForReading, openForWriting } from '../../../../db/connection.ts'
import { count, officeCalling, results, shown } from './officeForTests.ts'

const script = fileURLToPath(new URL('../../../office.ts', import.meta.url))

test('kill -9 while people listen: nobody is called again for that attempt, and what became of it is found', async () => {
  const { office, maly, exchange, id } = await officeCalling({
    '+85512000001': 6000,
    '+85512000002': 'rings',
  })
  await office.office.close()
  const { base } = office.office.folder
  const writing = openForWriting(base)
  writing.raw.prepare("UPDATE voice_messages SET state = 'running'").run()
  writing.close()

  const host = spawn(process.execPath, [script, '--data', office.folder, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  onTestFinished(() => void host.kill('SIGKILL'))
  const reading = openForReading(base)
  const answered = () =>
    reading.raw.prepare('SELECT count(*) FROM calls WHERE answered_at IS NOT NULL').pluck().get()
  await expect.poll(() => [exchange.called.length, answered()], { timeout: 30_000 }).toEqual([2, 1])
  reading.close()
  const gone = once(host, 'exit')
  host.kill('SIGKILL')
  await gone

  await office.reopen()
  const again = await office.signIn(maly.name, maly.password)
  await expect.poll(async () => (await shown(again)).done, { timeout: 20_000 }).toBe(1)
  expect(await results(again, id)).toMatchObject({ '+85512000001': 'heard' })
  expect(exchange.called.toSorted()).toEqual(['+85512000001', '+85512000002'])
  expect(count(office, 'SELECT count(*) FROM voice_attempts')).toBe(2)
}, 90_000)
