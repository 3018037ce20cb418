import type { Page } from '@playwright/test'
import { enter, expect, fromWindowMenu, searchBox, tasks, test, windowOf } from './person.ts'

const name = (page: Page) => page.getByRole('textbox', { name: 'Name', exact: true }).first()

async function openCard(desk: Page, text: string): Promise<void> {
  await desk.keyboard.press('Control+k')
  await searchBox(desk).fill(text)
  await expect(desk.getByRole('option', { name: new RegExp(text, 'i') }).first()).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(name(desk)).toBeFocused()
}

/** Puts the window into one of its own and gives back its page. */
async function tearOff(desk: Page, title: string): Promise<Page> {
  const opened = desk.waitForEvent('popup')
  await fromWindowMenu(windowOf(desk, title), 'Open in a window of its own')
  const page = await opened
  await expect(windowOf(page, title)).toBeVisible()
  await expect(windowOf(desk, title)).toHaveCount(0)
  return page
}

test('a card goes to another screen with what is half typed, hears of changes, and comes back', async ({
  desk,
  browser,
  watch,
  sharedOffice,
}) => {
  await openCard(desk, 'Gartenhof Petersen GmbH')
  await name(desk).fill('Petersen & Sohn')
  const page = await tearOff(desk, 'Gartenhof Petersen GmbH')
  await expect(name(page)).toHaveValue('Petersen & Sohn')
  await expect(page.getByRole('navigation', { name: 'Areas' })).toHaveCount(0)

  // Asked for again, it is where it is.
  await searchBox(desk).fill('Gartenhof Petersen GmbH')
  await expect(desk.getByRole('option', { name: /Gartenhof Petersen GmbH/ }).first()).toBeVisible()
  await desk.keyboard.press('Enter')
  await expect(tasks(desk).getByRole('button')).toHaveCount(0)

  await page.bringToFront()
  await name(page).click()
  await page.keyboard.press('Control+s')
  await expect(page).toHaveTitle(/^Petersen & Sohn – /)
  // It is changed at another computer: the window on the other screen hears of it.
  const elsewhere = await browser.newContext()
  watch(elsewhere)
  const other = await elsewhere.newPage()
  await enter(other, sharedOffice)
  await openCard(other, 'Petersen & Sohn')
  await name(other).fill('Gartenhof Petersen GmbH')
  await other.keyboard.press('Control+s')
  await expect(windowOf(page, 'Gartenhof Petersen GmbH')).toBeVisible()
  await elsewhere.close()

  await page.bringToFront()
  await page.getByRole('button', { name: 'Put back on the desk' }).click()
  await expect(windowOf(desk, 'Gartenhof Petersen GmbH')).toHaveAttribute('data-active')
  await expect.poll(() => page.isClosed()).toBe(true)
})

test('closed by the system it is offered back; still open it stays, and gone it comes to the desk', async ({
  desk,
}) => {
  await openCard(desk, 'Botanikum Pankow e. V.')
  const first = await tearOff(desk, 'Botanikum Pankow e. V.')
  await first.close()
  await desk.getByRole('button', { name: 'Open it on the desk' }).click()
  await expect(windowOf(desk, 'Botanikum Pankow e. V.')).toHaveAttribute('data-active')

  const second = await tearOff(desk, 'Botanikum Pankow e. V.')
  // The desk is kept half a second after it rests.
  await expect
    .poll(async () => {
      await desk.reload()
      await expect(searchBox(desk)).toBeVisible()
      return tasks(desk).getByRole('button').count()
    })
    .toBe(0)
  await expect(windowOf(second, 'Botanikum Pankow e. V.')).toBeVisible()

  // Closed in the program it is done with, and nothing is offered.
  await second.bringToFront()
  // The page is gone before the key is let go.
  await second.keyboard.press('Escape').catch(() => undefined)
  await expect.poll(() => second.isClosed()).toBe(true)
  await desk.bringToFront()
  await openCard(desk, 'Botanikum Pankow e. V.')
})
