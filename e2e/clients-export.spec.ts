import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { enter, expect, openArea, practitioner, test, windowOf } from './person.ts'

const table = (page: Page): Locator => windowOf(page, 'Clients').getByRole('grid', { name: 'Clients' })
const rows = (page: Page): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })

/** Chooses from the menu of export, through its submenus, and waits for the file. */
async function exported(page: Page, ...names: string[]): Promise<Download> {
  const download = page.waitForEvent('download')
  await windowOf(page, 'Clients').getByRole('button', { name: 'Export', exact: true }).click()
  for (const name of names) await page.getByRole('menuitem', { name, exact: true }).click()
  return download
}

const bytesOf = async (download: Download) => readFile(await download.path())
const today = () => new Date().toLocaleDateString('sv')

test('what is shown or selected arrives as a workbook, a table or cards', async ({ desk: page }) => {
  await openArea(page, 'Clients')
  await windowOf(page, 'Clients')
    .getByRole('textbox', { name: /^Find by name/ })
    .fill('sok')
  await expect(rows(page).first()).toContainText(/sok/i)
  const count = Number(await table(page).getAttribute('aria-rowcount')) - 1
  expect(count).toBeGreaterThan(1)
  const first = await rows(page).first().locator('.client-name-main').innerText()

  const workbook = await exported(page, 'Excel workbook (.xlsx)')
  expect(workbook.suggestedFilename()).toBe(`clients ${today()}.xlsx`)
  await expect(page.getByText(`${count} clients are in “clients ${today()}.xlsx”`)).toBeVisible()
  const { sheets } = await readXlsx(await bytesOf(workbook))
  expect(sheets[0]!.name).toBe('Clients')
  const [headings, ...found] = sheets[0]!.rows
  expect(headings).toContain('Phone 1')
  expect(found).toHaveLength(count)
  expect(found[0]).toContain(first)

  // One of them, with no more than the columns show.
  await rows(page).first().click()
  await windowOf(page, 'Clients').getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Only the columns shown' }).click()
  await page.keyboard.press('Escape')
  const csv = await exported(page, 'Only those selected', 'CSV table (.csv)')
  const text = (await bytesOf(csv)).toString()
  expect(text).toMatch(/^\ufeffName/)
  expect(text).not.toContain('E-mail')
  expect(text.trim().split('\r\n')).toHaveLength(2)
  expect(text).toContain(first)

  const cards = await exported(page, 'All that are shown', 'Contacts (.vcf)')
  expect((await bytesOf(cards)).toString().match(/BEGIN:VCARD/g)).toHaveLength(count)

  await openArea(page, 'Operation log')
  const entry = windowOf(page, 'Operation log')
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: 'Exported clients' }) })
    .first()
  await expect(entry).toContainText(`Clients: ${count} · Format: Contacts (.vcf) · Search: sok`)
})

test('a cashier is not offered it', async ({ page, sharedOffice }) => {
  await enter(page, sharedOffice, { ...practitioner, name: 'Vannak' })
  await openArea(page, 'Clients')
  await expect(rows(page).first()).toBeVisible()
  await expect(windowOf(page, 'Clients').getByRole('button', { name: 'Export', exact: true })).toHaveCount(0)
})
