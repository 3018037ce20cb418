import { chromium, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../scripts/browser.ts'

/** Does something at the desk of a signed-in person, in a real browser with the screen of an office. */
export async function atDesk<T>(
  address: string,
  cookie: string,
  what: (page: Page) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch({
    ...(findBrowser() ? { executablePath: findBrowser()! } : {}),
    args: [...browserArguments],
  })
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const [name = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name, value, url: address }])
    const page = await context.newPage()
    await page.goto(address)
    await page.getByRole('navigation').waitFor()
    return await what(page)
  } finally {
    await browser.close()
  }
}

/** Milliseconds between two beats of the page; what a task takes beyond them holds it up. */
const beat = 4

/** How long the longest task was while something is done, in milliseconds. */
export async function longestTask(page: Page, doing: () => Promise<void>): Promise<number> {
  const watching = await page.evaluateHandle((beat) => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last - beat)
      last = now
    }, beat)
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    })
    observer.observe({ type: 'longtask' })
    return {
      end() {
        clearInterval(timer)
        observer.disconnect()
        return longest
      },
    }
  }, beat)
  await doing()
  return watching.evaluate((watch) => watch.end())
}
