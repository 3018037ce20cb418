import type { Page } from '@playwright/test'
import { clientsInBase } from '../base/base.ts'
import { random } from '../base/random.ts'
import { atDesk, longestTask } from '../desk.ts'
import { p95Of, percentile } from '../percentile.ts'
import type { Row } from '../row.ts'

/** Cards that are opened before one is measured: a person opens the first one of a day only once. */
const warming = 3
const cards = 40
/** Milliseconds after which a card is said not to have come, instead of being waited for. */
const patience = 20_000
const windows = 50

/** Milliseconds from the key that opens a client in the list until its card is painted, one after another. */
export async function cardsPainted(page: Page): Promise<number[]> {
  await page.keyboard.press('Alt+1')
  // A row that is still grey has nothing to open.
  const row = page.locator('.clients [role=row][data-index]:not([aria-busy])')
  await row.first().waitFor()
  await row.first().click()
  const times: number[] = []
  for (let opened = 0; opened < warming + cards; opened++) {
    // eslint-disable-next-line no-await-in-loop -- one card after another, as hands do
    const painted = await page.evaluateHandle(watchForCard, patience)
    // eslint-disable-next-line no-await-in-loop
    await page.keyboard.press('Enter')
    // eslint-disable-next-line no-await-in-loop
    times.push(await painted.evaluate(({ time }) => time))
    // eslint-disable-next-line no-await-in-loop
    await page.keyboard.press('Escape')
    // eslint-disable-next-line no-await-in-loop
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'grid')
    // eslint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowDown')
  }
  return times.slice(warming)
}

/** In the page: from the key to the frame after the one in which the name stands in its field. */
function watchForCard(patience: number): { time: Promise<number> } {
  const time = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('The card did not come.')), patience)
    const begin = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return
      removeEventListener('keydown', begin, true)
      const from = event.timeStamp
      const look = () => {
        const field = document.querySelector<HTMLInputElement>('.client input[name="names.0.text"]')
        if (!field?.value) return requestAnimationFrame(look)
        // Behind this frame's painting.
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now() - from))
        port1.start()
        return port2.postMessage(null)
      }
      look()
    }
    addEventListener('keydown', begin, true)
  })
  return { time }
}

export interface Fifty {
  /** The longest task while windows are switched, moved and typed into, ms. */
  readonly working: number
  /** And while nothing is done. */
  readonly resting: number
  /** Bytes that the page's own objects take. */
  readonly memory: number
}

/** A desk of so many cards beside each other, as it is kept between two days. */
export function deskOf(ids: readonly number[]): string {
  const on = { width: 1198, height: 694 }
  const frames = ids.map((id, place) => ({
    rect: { start: (place % 10) * 44, top: (place % 7) * 22, width: 720, height: 520 },
    on,
    place: 'free',
    minimised: false,
    front: 0,
    tabs: [{ address: `/clients/${id}`, task: place }],
  }))
  return JSON.stringify({ version: 1, frames, sizes: {}, torn: [] })
}

/** The desk comes up with fifty cards, all of them drawn; then somebody works in them. */
export async function fiftyWindows(page: Page): Promise<Fifty> {
  await page.waitForFunction((open) => document.querySelectorAll('.client form').length === open, windows)
  await page.waitForTimeout(1500)
  const resting = await longestTask(page, () => page.waitForTimeout(1500))
  const working = await longestTask(page, () => work(page))
  const inside = await page.context().newCDPSession(page)
  await inside.send('HeapProfiler.collectGarbage')
  const { usedSize } = await inside.send('Runtime.getHeapUsage')
  return { working, resting, memory: usedSize }
}

async function work(page: Page): Promise<void> {
  for (let turn = 0; turn < 25; turn++) {
    // eslint-disable-next-line no-await-in-loop -- one key after another, as hands do
    await page.keyboard.press('Control+F6')
    // eslint-disable-next-line no-await-in-loop
    await page.waitForTimeout(40)
  }
  const title = page.locator('.window[data-active] .window-name')
  const box = (await title.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 220, box.y + 120, { steps: 40 })
  await page.mouse.up()
  await page.locator('.window[data-active] textarea').first().focus()
  await page.keyboard.type('the shop has moved to house 25', { delay: 25 })
  await page.waitForTimeout(200)
}

function someIds(): number[] {
  const dice = random(11)
  return [...new Set(Array.from({ length: windows * 2 }, () => 1 + dice.below(clientsInBase)))].slice(
    0,
    windows,
  )
}

/** Windows as hands and eyes meet them. */
export const desk: readonly Row[] = [
  {
    name: 'desk.card-painted',
    unit: 'ms',
    target: 100,
    // Raw: the same cards asked of the office, without a window.
    async measure({ address, cookie, client }) {
      const times = await atDesk(address(), cookie, cardsPainted)
      return {
        value: percentile(times, 0.95),
        raw: await p95Of(someIds(), (id) => client.clients.card({ id })),
      }
    },
  },
  {
    name: 'desk.fifty-windows.longest-task',
    unit: 'ms',
    target: 50,
    // Raw: the same page at rest.
    async measure({ address, cookie, client }) {
      await client.session.savePreferences({ desk: deskOf(someIds()) })
      try {
        const { working, resting, memory } = await atDesk(address(), cookie, fiftyWindows)
        process.stderr.write(
          `fifty windows take ${(memory / 1024 / 1024).toFixed(0)} MB of the page's memory\n`,
        )
        return { value: working, raw: resting }
      } finally {
        await client.session.savePreferences({ desk: deskOf([]) })
      }
    },
  },
]
