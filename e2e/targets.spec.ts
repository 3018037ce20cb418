import type { Locator, Page } from '@playwright/test'
import { command, expect, test, windowOf } from './person.ts'

const window = (page: Page): Locator => windowOf(page, 'Target groups')
const entry = (page: Page, name: string | RegExp): Locator =>
  window(page)
    .getByRole('navigation', { name: /^Target groups/ })
    .getByRole('button', { name })

test('a target group is made by keyboard, counts whoever fits, and opens as a filter of the clients', async ({
  desk: page,
}) => {
  await command(page, 'Target groups')
  await expect(window(page).getByText('No target groups yet')).toBeVisible()
  await page.keyboard.press('F2')
  await expect(window(page).getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
  await page.keyboard.type('From Bangkok')
  await window(page).getByRole('button', { name: 'Filter', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'City', exact: true }).press('Enter')
  await page.getByRole('option', { name: /^Bangkok/ }).click()
  await page.keyboard.press('Escape')
  const members = window(page).getByRole('grid', { name: 'Clients in this group' })
  await expect(members.getByRole('gridcell', { name: 'Bangkok' }).first()).toBeVisible()
  await expect(members.getByRole('gridcell', { name: 'Phnom Penh' })).toHaveCount(0)
  await page.keyboard.press('Control+s')
  await expect(entry(page, /^From Bangkok 2 clients/)).toBeVisible()

  await window(page).getByRole('button', { name: 'Show in Clients' }).click()
  const clients = windowOf(page, 'Clients')
  await expect(clients.getByRole('button', { name: 'City: Bangkok' })).toBeVisible()
  await expect(clients.getByRole('gridcell', { name: 'Bangkok' })).toHaveCount(2)

  // Whoever leaves the clients leaves the group: the number follows.
  await clients.getByRole('gridcell', { name: 'Klong Side' }).click()
  await page.keyboard.press('Delete')
  await expect(entry(page, /^From Bangkok 1 client/)).toBeVisible()
})
