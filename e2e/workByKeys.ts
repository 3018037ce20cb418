import type { Page } from '@playwright/test'
import { expect, windowOf } from './person.ts'

/** Goes from field to field until the one whose label this is. */
async function tabTo(page: Page, label: string, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step++) {
    const here = await page.evaluate(() => {
      const { activeElement: field } = document
      const own = field?.getAttribute('aria-label') ?? field?.textContent
      return field instanceof HTMLInputElement ? (field.labels?.[0]?.textContent ?? own) : own
    })
    if (here?.trim() === label) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to “${label}”.`)
}

/**
 * What is done all day at the desk of the practice base, without a mouse: a client is found by a part of the name, the
 * card changed and saved, the next one opened, a new one written in, and the log tells of it.
 */
export async function workByKeys(page: Page): Promise<void> {
  const { keyboard } = page
  const list = windowOf(page, 'Clients')
  await keyboard.press('Alt+1')
  await expect(list.getByText(/^400 rows/)).toBeVisible()

  const search = list.getByRole('textbox', { name: /^Find by name/ })
  await keyboard.press('Control+f')
  await expect(search).toBeFocused()
  await keyboard.type('botanikum')
  await expect(list.getByText(/^1 row/)).toBeVisible()
  await keyboard.press('Enter')
  const card = windowOf(page, 'Botanikum Pankow e. V.')
  await expect(card.getByRole('textbox', { name: 'Name' }).first()).toBeFocused()
  await tabTo(page, 'Code')
  await keyboard.press('Control+a')
  await keyboard.type('K-77')
  await expect(card.getByRole('textbox', { name: 'Code', exact: true })).toHaveValue('K-77')
  await keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await keyboard.press('Escape')
  await expect(card).toHaveCount(0)

  // The next one, by the arrow keys.
  await keyboard.press('Control+f')
  await expect(search).toBeFocused()
  await keyboard.type('sok')
  await expect(list.getByText(/^1 row/)).toHaveCount(0)
  await keyboard.press('ArrowDown')
  const grid = list.getByRole('grid', { name: 'Clients' })
  await expect(grid).toBeFocused()
  await keyboard.press('ArrowDown')
  const second = grid.locator('.kit-row.active .client-name-main')
  const name = await second.innerText()
  await keyboard.press('Enter')
  await expect(windowOf(page, name)).toHaveAttribute('data-active')
  await keyboard.press('Escape')
  await expect(grid).toBeFocused()

  await keyboard.press('F2')
  await expect(windowOf(page, 'New client').getByRole('textbox', { name: 'Name' }).first()).toBeFocused()
  await keyboard.type('Lotus Ferry Office')
  await keyboard.press('Control+s')
  await expect(windowOf(page, 'Lotus Ferry Office').getByText('Created', { exact: true })).toBeVisible()
  await keyboard.press('Escape')
  await expect(windowOf(page, 'Lotus Ferry Office')).toHaveCount(0)

  await keyboard.press('Control+k')
  await keyboard.type('oper lo')
  await expect(page.getByRole('option', { name: 'Operation log' })).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Enter')
  const log = windowOf(page, 'Operation log')
  await expect(log.getByRole('row').filter({ hasText: 'Lotus Ferry Office' })).toBeVisible()
  await expect(log.getByRole('row').filter({ hasText: 'K-77' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(list).toHaveAttribute('data-active')
}

/** Sends the list of clients into a file by the menu of export. */
export async function exportByKeys(page: Page): Promise<void> {
  const { keyboard } = page
  await keyboard.press('Control+f')
  await tabTo(page, 'Export', 'Shift+Tab')
  await keyboard.press('Enter')
  // A row is selected, so it is said which of the two is meant.
  for (const name of ['All that are shown', 'Excel workbook (.xlsx)']) {
    const entry = page.getByRole('menuitem', { name, exact: true })
    // The arrows are the menu's that has the focus; before it has come here they would close this one.
    await expect
      .poll(() => entry.evaluate((one) => one.closest('[role=menu]')?.contains(document.activeElement)))
      .toBe(true)
    for (let step = 0; step < 8 && !(await entry.evaluate((one) => one === document.activeElement)); step++)
      await keyboard.press('ArrowDown')
    await expect(entry).toBeFocused()
    await entry.press('Enter')
  }
}
