import type { Page } from '@playwright/test'
import { callDoor, command, expect, practitioner, searchBox, testApart as test, windowOf } from './person.ts'

test.use({ permissions: ['notifications'] })

/** In the page: keeps the title of every notice that the browser has shown. */
function keepNotices(): void {
  const shown: string[] = []
  Object.assign(window, { shown })
  const Browsers = window.Notification
  window.Notification = class extends Browsers {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options)
      this.addEventListener('show', () => shown.push(title))
    }
  }
}
const notices = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shown: string[] }).shown)

/** The tests' browser tells every page that it has the focus; this one is to know better. */
async function knowsItsFocus(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
}

test('the system says that it rings while another program is in front: once, to whom it rings for, not to who wants no calls shown', async ({
  desk: page,
  context,
  browser,
  office,
  watch,
}) => {
  await page.addInitScript(keepNotices)
  await page.reload()
  await expect(searchBox(page)).toBeVisible()
  await knowsItsFocus(page)
  const theirs = await browser.newContext({ permissions: ['notifications'] })
  watch(theirs)
  await callDoor(theirs, office, 'signIn', { ...practitioner, name: 'Sreymom' })
  const colleague = await theirs.newPage()
  await colleague.addInitScript(keepNotices)
  await colleague.goto(office.address)
  await expect(searchBox(colleague)).toBeVisible()
  await knowsItsFocus(colleague)
  const elsewhere = await context.newPage()

  const board = windowOf(page, 'Calls now')
  const callWhile = async (inFront: Page) => {
    await page.bringToFront()
    await command(page, 'Calls now')
    await expect(board.getByText('Nobody is on the line')).toBeVisible()
    await command(page, 'Practice call: a client who is known')
    await inFront.bringToFront()
    await expect(board.getByText('Talking')).toBeVisible({ timeout: 20_000 })
    await page.bringToFront()
    await board.getByText('Talking').click()
    await board.getByRole('button', { name: 'Hang up' }).click()
    await expect(board.getByText('Nobody is on the line')).toBeVisible()
  }
  await callWhile(page)
  expect(await notices(page)).toEqual([])
  await callWhile(elsewhere)
  expect(await notices(page)).toEqual([expect.stringMatching(/^Call from ./)])

  const popup = page.getByRole('complementary', { name: 'Calls on your telephone' })
  await popup.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Do not show calls by themselves' }).press('Enter')
  await expect(popup).toHaveCount(0)
  await callWhile(elsewhere)
  expect(await notices(page)).toHaveLength(1)
  expect(await notices(colleague)).toEqual([])
  await theirs.close()
})
