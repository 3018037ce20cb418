import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, openArea, test, windowOf } from './person.ts'

const clients = (page: Page): Locator => windowOf(page, 'Clients')
const options = (page: Page): Locator =>
  clients(page).getByRole('listbox', { name: 'Clients' }).getByRole('option')

test('the same clients as cards and as text, by the keyboard alone', async ({ desk: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openArea(page, 'Clients')
  await expect(clients(page).getByRole('gridcell').first()).toBeVisible()

  await page.keyboard.press('F8')
  await expect(clients(page).getByRole('button', { name: 'Cards', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('Control+f')
  await page.keyboard.type('sok')
  await expect(options(page).first()).toContainText(/sok/i)
  await page.keyboard.press('ArrowDown')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  const across = await options(page).evaluateAll(
    (tiles) =>
      tiles.filter((tile) => tile.getBoundingClientRect().top === tiles[0]!.getBoundingClientRect().top)
        .length,
  )
  expect(across).toBeGreaterThan(1)
  await page.keyboard.press('ArrowDown')
  await expect(options(page).nth(across)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(clients(page).getByText('2 selected')).toBeVisible()

  // As text: the same two are selected, and only they are copied.
  await page.keyboard.press('F8')
  await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await clients(page).getByRole('button', { name: 'Copy those selected' }).click()
  await expect(page.getByText('2 clients are on the clipboard')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(2)
  expect(copied).toMatch(/sok/i)

  // What is printed is the two cards and nothing of the desk.
  await clients(page).getByRole('button', { name: 'Whole cards' }).click()
  await expect(options(page).first()).toContainText('Language of documents')
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.keyboard.press('Control+p')
  await expect(page.locator('.kit-print section')).toHaveCount(2)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.kit-print')).toBeVisible()
  await expect(clients(page)).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: null })
  await expect(clients(page)).toBeVisible()

  // The next time the list opens as it was left.
  await page.reload()
  await expect(options(page).first()).toBeVisible()
  await clients(page).getByRole('button', { name: 'Table', exact: true }).press('Enter')
  await expect(clients(page).getByRole('gridcell').first()).toBeVisible()
})

test('clients are counted, and each number opens whom it is made of', async ({ desk: page }) => {
  await openArea(page, 'Clients')
  await clients(page).getByRole('button', { name: 'Charts', exact: true }).click()
  await clients(page).getByRole('combobox', { name: 'By', exact: true }).selectOption({ label: 'Status' })
  const chart = clients(page).getByRole('region', { name: 'Clients by Status' })
  const lost = chart.getByRole('row', { name: /^Lost/ })
  const count = Number(await lost.getByRole('cell').first().innerText())
  expect(count).toBeGreaterThan(1)
  await clients(page).getByRole('combobox', { name: 'and', exact: true }).selectOption({ label: 'Manager' })
  const both = clients(page).getByRole('region', { name: 'Clients by Status and Manager' })
  await expect(both.getByRole('columnheader', { name: 'Dara' })).toBeVisible()

  const picture = page.waitForEvent('download')
  await clients(page).getByRole('button', { name: 'Picture' }).click()
  await page.getByRole('menuitem', { name: 'PNG' }).click()
  const file = await readFile(await (await picture).path())
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  expect(file.length).toBeGreaterThan(5000)

  await both.getByRole('button', { name: 'Lost', exact: true }).press('Enter')
  const table = clients(page).getByRole('grid', { name: 'Clients' })
  await expect(table).toHaveAttribute('aria-rowcount', String(count + 1))
})
