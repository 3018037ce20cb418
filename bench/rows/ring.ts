import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readCallerNumber } from '../../app/callerNumber.ts'
import { country } from '../base/base.ts'
import { benchExchange, inTime } from '../exchange.ts'
import { percentile, timesOf } from '../percentile.ts'
import { random } from '../base/random.ts'
import type { Row } from '../row.ts'

const rings = 200

/** A number that more clients have is nobody's, and no client is named with it. */
const mostClients = 5

/** Numbers of clients, from all over the base: so many, less those that very many share. */
export function numbersOf(raw: Parameters<Row['measure']>[0]['raw'], count: number): string[] {
  const dice = random(11)
  const one = raw
    .prepare('SELECT e164 FROM client_phones WHERE client_id >= ? AND e164 IS NOT NULL LIMIT 1')
    .pluck()
  const holders = raw
    .prepare('SELECT count(*) FROM client_phones WHERE backwards >= ? AND backwards < ?')
    .pluck()
  const { last } = raw.prepare('SELECT max(id) AS last FROM clients').get() as { last: number }
  const numbers = Array.from({ length: count }, () => one.get(1 + dice.below(last - 1000)) as string)
  return [...new Set(numbers)].filter((number) => {
    const { ending } = readCallerNumber(number, country)
    return (holders.get(ending, `${ending}\u{10ffff}`) as number) <= mostClients
  })
}

/**
 * From the bytes of an exchange to the window that is told of the call, with the client it is: written to the disk on
 * the way. Beside it the bare look-up of the number and a bare insert's commit.
 */
export const ring: readonly Row[] = [
  {
    name: 'calls.ring',
    unit: 'ms',
    target: 10,
    async measure(bench) {
      const { client, raw } = bench
      const exchange = await benchExchange(bench, ['101'])
      const ending = new AbortController()
      const { signal } = ending
      const events = await client.session.events(undefined, { signal })
      const told = new Map<string, (clients: number) => void>()
      const listening = (async () => {
        for await (const event of events)
          if (event.type === 'call.live' && event.call.own === 'rings')
            told.get(event.call.number ?? '')?.(event.call.clients.length)
      })().catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      const numbers = numbersOf(raw, rings)
      let strangers = 0
      const times: number[] = []
      try {
        for (const number of numbers) {
          const heard = new Promise<number>((resolve) => told.set(number, resolve))
          const from = performance.now()
          const call = exchange.ring(number, '101')
          /* eslint-disable no-await-in-loop -- one after another, as telephones ring */
          if ((await inTime(`The call of ${number}`, heard)) === 0) strangers++
          times.push(performance.now() - from)
          call.end()
          // Its end is written before the next one rings.
          await new Promise((resolve) => setTimeout(resolve, 20))
          /* eslint-enable no-await-in-loop */
        }
      } finally {
        ending.abort()
        await listening
        await exchange.close()
      }
      if (strangers > 0) throw new Error(`${strangers} of ${numbers.length} callers were not known`)
      const look = raw.prepare(`SELECT c.id FROM client_phones p JOIN clients c ON c.id = p.client_id
        WHERE p.backwards >= ? AND p.backwards < ? AND c.binned_at IS NULL ORDER BY p.backwards LIMIT 50`)
      const writing = new Database(join(bench.folder, 'office.sqlite'))
      writing.pragma('synchronous = FULL')
      const insert =
        writing.prepare(`INSERT INTO calls (connection_id, reference, direction, from_number, from_name, to_number, number, ending, started_at)
        VALUES ((SELECT max(id) FROM pbx_connections), ?, 'incoming', ?, '', '101', ?, ?, ?)`)
      const bare = await timesOf(numbers, (number) => {
        const { ending } = readCallerNumber(number, country)
        look.all(ending, `${ending}\u{10ffff}`)
        insert.run(`bare ${number}`, number, number, ending, Date.now())
      })
      writing.exec("DELETE FROM calls WHERE reference LIKE 'bare %'")
      writing.close()
      return { value: percentile(times, 0.95), raw: percentile(bare, 0.95) }
    },
  },
]
