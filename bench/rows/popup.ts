import type { Page } from '@playwright/test'
import { atDesk } from '../desk.ts'
import { benchExchange, inTime, type BenchExchange } from '../exchange.ts'
import type { OfficeClient } from '../officeProcess.ts'
import { p95Of, percentile } from '../percentile.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'
import { numbersOf } from './ring.ts'

const calls = 30
/** The first one of a day fetches the window's part; a person waits for that once. */
const warming = 2
/** So many calls begin within one second, at two telephones by turns. */
const atOnce = 50
const second = 1000

const telephone = '101'
const colleague = { name: 'Bench colleague', password: 'a bench of teak', telephone: '102' }

/** In the page: the moment, in milliseconds of the computer's clock, behind the frame in which the call stands there. */
function watchForPopup(): { moment: Promise<number> } {
  const moment = new Promise<number>((resolve) => {
    const look = () => {
      if (!document.querySelector('.call-popup :is(h1, h2, h3)')?.textContent)
        return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(Date.now()))
      port1.start()
      return port2.postMessage(null)
    }
    look()
  })
  return { moment }
}

/** Milliseconds from the first byte of the exchange to the painted call, one call after another. */
async function popupsPainted(page: Page, exchange: BenchExchange, numbers: string[]): Promise<number[]> {
  const times: number[] = []
  for (const number of numbers) {
    /* eslint-disable no-await-in-loop -- one after another, as telephones ring */
    const painted = await page.evaluateHandle(watchForPopup)
    const from = Date.now()
    const call = exchange.ring(number, telephone)
    const moment = painted.evaluate(({ moment }) => moment)
    times.push((await inTime(`The window of ${number}`, moment)) - from)
    call.end()
    await page.getByRole('button', { name: 'Put this call away' }).click()
    await page.locator('.call-popup').waitFor({ state: 'detached' })
    /* eslint-enable no-await-in-loop */
  }
  return times.slice(warming)
}

/** Fifty calls within a second: throws where one was lost, or told to somebody at whose telephone it did not ring. */
async function burst(bench: Bench, exchange: BenchExchange, numbers: readonly string[]): Promise<void> {
  const people = [
    { client: bench.other, telephone },
    { client: await bench.as(colleague), telephone: colleague.telephone },
  ]
  const ending = new AbortController()
  const heard = await Promise.all(
    people.map(async ({ client }, at) => {
      const own = numbers.filter((_, nth) => nth % people.length === at)
      return ringing(client, own.length, ending.signal)
    }),
  )
  const rung = []
  for (const [nth, number] of numbers.entries()) {
    rung.push(exchange.ring(number, people[nth % people.length]!.telephone))
    // eslint-disable-next-line no-await-in-loop -- over one second
    await new Promise((resolve) => setTimeout(resolve, (second / atOnce) * 0.9))
  }
  try {
    const told = await inTime('Every call of a second', Promise.all(heard.map(({ all }) => all)))
    // Whatever else is told to somebody is told by now.
    await new Promise((resolve) => setTimeout(resolve, second))
    for (const [at, to] of told.entries()) {
      const wrong = [...to].filter((number) => numbers.indexOf(number) % people.length !== at)
      if (wrong.length > 0) throw new Error(`${wrong.length} calls were told to the wrong person`)
    }
  } finally {
    for (const call of rung) call.end()
    ending.abort()
  }
}

/** Numbers of calls that ring at a person's own telephone, as they are told of them; all there once there are so many. */
async function ringing(
  client: OfficeClient,
  count: number,
  signal: AbortSignal,
): Promise<{ all: Promise<ReadonlySet<string>> }> {
  const events = await client.session.events(undefined, { signal })
  const told = new Set<string>()
  const all = new Promise<ReadonlySet<string>>((resolve, reject) => {
    const listen = async () => {
      for await (const event of events) {
        if (event.type !== 'call.live' || event.call.own !== 'rings') continue
        told.add(event.call.number ?? '')
        if (told.size === count) resolve(told)
      }
    }
    listen().catch((error: unknown) => (signal.aborted ? undefined : reject(error)))
  })
  return { all }
}

/** A second person of the office, with a telephone. */
async function idOfColleague({ client }: Bench): Promise<number> {
  const { name, password } = colleague
  const known = (await client.staff.employees()).find((one) => one.name === name)
  if (known) return known.id
  const roles = await client.staff.roles()
  const role = roles.find(
    ({ grant }) => grant.rights.includes('calls.see') && !grant.rights.includes('calls.board'),
  )
  if (!role) throw new Error('No role sees its own calls only.')
  return (await client.staff.createEmployee({ name, password, roleIds: [role.id] })).id
}

/** A call as whoever lifts the receiver meets it; and fifty within a second, each for the person it rings at. */
export const popup: readonly Row[] = [
  {
    name: 'calls.popup',
    unit: 'ms',
    target: 150,
    // Raw: the same callers looked up in the office, without a window.
    async measure(bench) {
      const theirs = { extension: colleague.telephone, userId: await idOfColleague(bench) }
      const numbers = numbersOf(bench.raw, 2 * (warming + calls + atOnce))
      const exchange = await benchExchange(bench, [telephone], [theirs])
      try {
        await burst(bench, exchange, numbers.slice(warming + calls, warming + calls + atOnce))
        const times = await atDesk(bench.address(), bench.cookie, (page) =>
          popupsPainted(page, exchange, numbers.slice(0, warming + calls)),
        )
        const asked = numbers.slice(0, calls)
        return {
          value: percentile(times, 0.95),
          raw: await p95Of(asked, (text) => bench.client.clients.search({ text })),
        }
      } finally {
        await exchange.close()
      }
    },
  },
]
