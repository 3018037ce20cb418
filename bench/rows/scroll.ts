import type { Page } from '@playwright/test'
import { clientsInBase } from '../base/base.ts'
import { atDesk, longestTask } from '../desk.ts'
import type { Row } from '../row.ts'

/** The longest tasks of a page in milliseconds: while a million rows go by, and while it rests. */
export interface Scrolled {
  readonly scrolling: number
  readonly resting: number
}

/**
 * Scrolls the table of clients in a real browser, as hands do: by the wheel, by the bar thrown to and fro, by Page Down
 * held, to both ends. A task is as long as the page's beat waits for it; what the browser itself calls long counts too.
 */
export async function scrollMillion(address: string, cookie: string): Promise<Scrolled> {
  return atDesk(address, cookie, async (page) => {
    await page.keyboard.press('Alt+1')
    const table = page.getByRole('grid', { name: 'Clients' })
    await table.waitFor()
    await page.waitForFunction((rows) => {
      const shown = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')
      return Number(shown) > rows
    }, clientsInBase)
    await page.waitForTimeout(1500)
    const resting = await longestTask(page, () => page.waitForTimeout(2000))
    const scrolling = await longestTask(page, () => goThrough(page))
    return { scrolling, resting }
  })
}

async function goThrough(page: Page): Promise<void> {
  const table = page.getByRole('grid', { name: 'Clients' })
  const box = (await table.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  for (let turn = 0; turn < 60; turn++) {
    // eslint-disable-next-line no-await-in-loop -- one turn of the wheel after another
    await page.mouse.wheel(0, turn % 10 === 9 ? -900 : 500)
    // eslint-disable-next-line no-await-in-loop
    await page.waitForTimeout(16)
  }
  // The bar, dragged over the whole length and let go here and there.
  await table.evaluate(async (scroller) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const length = scroller.scrollHeight - scroller.clientHeight
    for (let step = 0; step <= 120; step++) {
      scroller.scrollTop = length * Math.abs(Math.sin(step / 9))
      // eslint-disable-next-line no-await-in-loop -- a frame for each place
      await frame()
      // eslint-disable-next-line no-await-in-loop
      if (step % 12 === 0) await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })
  await table.focus()
  const keys = [...Array.from({ length: 40 }, () => 'PageDown'), 'End', 'PageUp', 'PageUp', 'Home']
  for (const key of keys) {
    // eslint-disable-next-line no-await-in-loop
    await page.keyboard.press(key)
    // eslint-disable-next-line no-await-in-loop
    await page.waitForTimeout(33)
  }
  await page.waitForTimeout(300)
}

/** The grid in the window itself. */
export const scroll: readonly Row[] = [
  {
    name: 'scroll.million.longest-task',
    unit: 'ms',
    target: 50,
    // Raw: the same page at rest, as there is no bare SQL of a window.
    async measure({ address, cookie }) {
      const { scrolling, resting } = await scrollMillion(address(), cookie)
      return { value: scrolling, raw: resting }
    },
  },
]
