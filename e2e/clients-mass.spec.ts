import type { Locator, Page } from '@playwright/test'
import { expect, openArea, test, windowOf } from './person.ts'

const clients = (page: Page): Locator => windowOf(page, 'Clients')
const table = (page: Page): Locator => clients(page).getByRole('grid', { name: 'Clients' })

test('all that are found are changed at once, told of once, and taken back at once', async ({
  desk: page,
}) => {
  await openArea(page, 'Clients')
  await expect(table(page).getByRole('gridcell').first()).toBeVisible()
  await page.keyboard.press('Control+f')
  await expect(clients(page).getByRole('textbox', { name: 'Find by name, number, e-mail…' })).toBeFocused()
  await page.keyboard.type('sok')
  await expect(table(page).getByRole('gridcell').first()).toContainText(/sok/i)
  const found = Number(await table(page).getAttribute('aria-rowcount')) - 1
  await page.keyboard.press('ArrowDown')
  await expect(table(page)).toBeFocused()
  await page.keyboard.press('Control+a')
  await expect(clients(page).getByText(`${found} selected`)).toBeVisible()
  await clients(page).getByRole('button', { name: 'Change…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Change those selected' })
  await dialog.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Source' })
  await dialog.getByRole('combobox', { name: 'To' }).selectOption({ label: 'Trade fair' })
  await expect(dialog.getByRole('status')).toContainText(`${found} clients are meant.`)
  await dialog.getByRole('button', { name: /^Change \d+ clients$/ }).press('Enter')
  const said = page.getByText(/clients? changed\./)
  await expect(said).toBeVisible()

  // One line of the log, which opens to the clients it was done to.
  await openArea(page, 'Operation log')
  const log = windowOf(page, 'Operation log')
  const line = log
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: 'Changed many clients' }) })
  await expect(line).toHaveCount(1)
  await line.getByRole('button', { name: 'Several clients' }).click()
  const change = windowOf(page, 'Change of many clients')
  await expect(change.getByRole('heading', { name: 'Source: Trade fair' })).toBeVisible()
  await expect(change.getByRole('row').nth(1)).toContainText('Changed')
  await change.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/clients? (is|are) as before\./).last()).toBeVisible()
  await expect(change.getByRole('row').nth(1)).toContainText('Taken back')
})
