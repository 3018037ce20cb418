import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import type { Office } from './office.ts'
import {
  beginOffice,
  command,
  company,
  enter,
  expect,
  openArea,
  owner,
  states,
  test,
  windowOf,
} from './person.ts'
import { expectAccessible } from './screens.ts'

const northwind = path.resolve(import.meta.dirname, '../../shared/data/northwind/customers.csv')
const own = path.resolve(import.meta.dirname, 'fixtures/customers.csv')
/** The real list of a trading company where it is here; addresses in both have commas nobody put in quotes. */
const list = existsSync(northwind)
  ? { file: northwind, rows: 91, part: 'Blondesddsl', name: 'Blondesddsl père et fils' }
  : { file: own, rows: 6, part: 'Bonneterie', name: 'Bonneterie du Lac' }

const importing = (page: Page): Locator => windowOf(page, 'Import clients')
const table = (page: Page): Locator => windowOf(page, 'Clients').getByRole('grid', { name: 'Clients' })
const row = (page: Page, name: string): Locator => table(page).getByRole('row', { name })

async function openImport(page: Page, office: Office): Promise<Locator> {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await command(page, 'Import clients')
  return importing(page)
}

const choose = (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  importing(page).locator('input[type=file]').setInputFiles(file)

const csv = (...lines: string[]) => ({
  name: 'fair.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})

test('the first hour: a new office, the old client list, a client found and changed, and another sees it at once', async ({
  page,
  office,
  browser,
  watch,
}) => {
  await page.goto(office.address)
  await page.getByRole('textbox', { name: 'Company' }).fill(company)
  await page.getByLabel('Country').selectOption({ label: 'Cambodia' })
  await page.getByRole('textbox', { name: 'Your name' }).fill(owner.name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(owner.password)
  await page.getByRole('textbox', { name: 'Password once more' }).fill(owner.password)
  await page.getByRole('button', { name: 'Open the office' }).click()
  await openArea(page, 'Clients')
  await windowOf(page, 'Clients').getByRole('button', { name: 'Import' }).first().click()

  const win = importing(page)
  await expect(win.getByText('Nothing is changed until you have seen')).toBeVisible()
  await choose(page, list.file)
  await expect(win.getByLabel('Column “companyName” becomes')).toHaveValue('company')
  await expect(win.getByLabel('Column “fax” becomes')).toHaveValue('phone')
  await expect(win.getByLabel('Kind of number in “fax”')).toHaveValue('fax')
  await win.getByRole('button', { name: 'Next' }).click()
  await expect(win.getByRole('button', { name: `All rows ${list.rows}` })).toBeVisible()
  // Nothing has happened yet.
  await expect(windowOf(page, 'Clients').getByText('No clients yet')).toBeAttached()
  await win.getByRole('button', { name: `Import ${list.rows} clients` }).click()
  await expect(win.getByRole('heading', { name: `${list.rows} clients are here` })).toBeVisible()
  await win.getByRole('button', { name: 'Show the clients' }).click()

  await page.keyboard.press('Control+f')
  await page.keyboard.type(list.part)
  await expect(row(page, list.name)).toBeVisible()
  await page.keyboard.press('Enter')
  const card = windowOf(page, list.name)
  await expect(card.getByRole('textbox', { name: 'City', exact: true })).toHaveValue('Strasbourg')

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  watch(context)
  const other = await context.newPage()
  await enter(other, office, owner)
  await openArea(other, 'Clients')
  await other.keyboard.press('Control+f')
  await other.keyboard.type(list.part)
  await expect(row(other, list.name)).toContainText('Strasbourg')
  await card.getByRole('textbox', { name: 'City', exact: true }).fill('Colmar')
  await page.keyboard.press('Control+s')
  await expect(row(other, list.name)).toContainText('Colmar')
  await context.close()
})

test('what is no list is said in a sentence, and nothing happens', async ({ page, office }) => {
  const win = await openImport(page, office)
  await choose(page, { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') })
  await expect(win.getByRole('alert')).toContainText('This is a PDF')
  await expect(win.getByRole('alert')).toContainText('Nothing has been changed.')
  // By keyboard: the button opens the computer's own choice of files.
  const chooser = page.waitForEvent('filechooser')
  await win.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await (await chooser).setFiles(own)
  await expect(win.getByRole('heading', { name: 'What is in each column?' })).toBeVisible()
  await win.getByLabel('Column “companyName” becomes').selectOption('Leave out')
  await win.getByLabel('Column “contactName” becomes').selectOption('Notes')
  await win.getByRole('button', { name: 'Next' }).click()
  await expect(win.getByRole('alert')).toContainText('Choose which column is the name')
})

test('every row says what becomes of it; those left out come back as a file that no spreadsheet runs', async ({
  page,
  office,
}) => {
  const win = await openImport(page, office)
  await choose(page, own)
  await win.getByRole('button', { name: 'Next' }).click()
  await win.getByRole('button', { name: 'Import 6 clients' }).click()
  await win.getByRole('button', { name: 'Import another file' }).click()
  await choose(
    page,
    csv(
      'Name,Phone,E-mail',
      'Bopha Garden Supply,023 900 415,',
      'Mwayi Traders,+265 1 820 333,info@mwayi.mw',
      'Sok Dara,012 345 678,not an address',
      'Sok Dara,012 345 678,',
      ',+855 12 999 888,"=cmd|x"',
    ),
  )
  await win.getByRole('button', { name: 'Next' }).click()
  const rows = win.getByRole('grid', { name: 'Rows of the file' })
  await expect(rows.getByRole('row', { name: 'Mwayi Traders' })).toContainText('Adds to known')
  await expect(rows.getByRole('row', { name: /^5/ })).toContainText('Same as row 4 of this file')
  await expect(rows.getByRole('row', { name: /^4/ })).toContainText('E-mail: not an e-mail address')
  await rows.getByRole('button', { name: 'Bopha Garden Supply' }).click()
  await expect(windowOf(page, 'Bopha Garden Supply')).toBeVisible()
  await command(page, 'Import clients')
  await win.getByRole('button', { name: 'Left out 1' }).click()
  await expect(rows.getByRole('row')).toHaveCount(2)
  await expect(rows.getByRole('row').last()).toContainText('Name: there is no name')

  const saved = page.waitForEvent('download')
  await win.getByRole('button', { name: 'Save these rows' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('fair - Left out.csv')
  expect(await readFile((await file.path())!, 'utf8')).toBe(
    "\ufeffName,Phone,E-mail,Why it was left out\r\n,+855 12 999 888,'=cmd|x,Name: there is no name\r\n",
  )
  await win.getByRole('button', { name: 'Import 2 clients' }).click()
  await expect(win.getByRole('heading', { name: '1 client is here' })).toBeVisible()

  // It was the wrong file.
  await win.getByRole('button', { name: 'Take back' }).click()
  const question = page.getByRole('dialog', { name: 'Take back the import of “fair.csv”?' })
  await expect(question).toContainText('What it added to 1 known client is taken off its card again')
  await question.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('1 client was removed again. 1 known client is as before.')).toBeVisible()
  await expect(win.getByRole('row', { name: /fair\.csv/ })).toContainText('Taken back')
  await openArea(page, 'Clients')
  await expect(row(page, 'Sok Dara')).toHaveCount(0)
})

test('an import runs on while its window is closed, and tells when it is done', async ({ page, office }) => {
  const win = await openImport(page, office)
  const many = Array.from({ length: 4000 }, (_, at) => `Client number ${at},+855 23 ${100_000 + at}`)
  await choose(page, csv('Name,Phone', ...many))
  await win.getByRole('button', { name: 'Next' }).click()
  await win.getByRole('button', { name: 'Import 4,000 clients' }).click()
  await expect(win.getByRole('progressbar')).toBeVisible()
  await win.getByRole('button', { name: 'Close' }).click()
  await expect(win).toHaveCount(0)
  await expect(states(page).getByRole('button', { name: /^Importing/ })).toBeVisible()
  await expect(page.getByText('The import is done: 4,000 new clients')).toBeVisible({ timeout: 40_000 })
  await page.getByRole('button', { name: 'Show the clients' }).click()
  await expect(windowOf(page, 'Clients').getByText('4,000 rows')).toBeVisible()
})

test('an import that is stopped leaves nothing', async ({ page, office }) => {
  const win = await openImport(page, office)
  const many = Array.from({ length: 8000 }, (_, at) => `Client number ${at},+855 23 ${100_000 + at}`)
  await choose(page, csv('Name,Phone', ...many))
  await win.getByRole('button', { name: 'Next' }).click()
  await win.getByRole('button', { name: 'Import 8,000 clients' }).click()
  await win.getByRole('button', { name: 'Stop the import' }).click()
  await expect(win.getByRole('heading', { name: 'The import was stopped' })).toBeVisible({ timeout: 40_000 })
  await openArea(page, 'Clients')
  await expect(windowOf(page, 'Clients').getByText('No clients yet')).toBeVisible()
})

test('of a workbook with several sheets another one is chosen, and its clients come in', async ({
  page,
  office,
}) => {
  const window = await openImport(page, office)
  const sheets = [
    {
      name: 'Customers',
      rows: [
        ['Name', 'Phone'],
        ['Bopha Garden', '012 345 678'],
      ],
    },
    {
      name: 'Suppliers',
      rows: [
        ['Company', 'City'],
        ['Lotus Trading', 'Kampot'],
        ['Mekong Fish', 'Kratie'],
      ],
    },
  ]
  const buffer = Buffer.from(await writeXlsx({ sheets }))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await choose(page, { name: 'contacts.xlsx', mimeType, buffer })
  await window.getByLabel('Sheet', { exact: true }).selectOption({ label: 'Suppliers (3 rows)' })
  await expect(window.getByRole('rowheader', { name: 'City' })).toBeVisible()
  await expect(window.getByRole('rowheader', { name: 'Phone' })).toBeHidden()
  await window.getByRole('button', { name: 'Next' }).click()
  await window.getByRole('button', { name: 'Import 2 clients' }).click()
  await expect(window).toContainText('2')
  await openArea(page, 'Clients')
  await expect(row(page, 'Lotus Trading')).toBeVisible()
  await expect(row(page, 'Bopha Garden')).toBeHidden()
})

test('people of a file are linked to the company it names, where the office has it as an organisation', async ({
  page,
  office,
}) => {
  const window = await openImport(page, office)
  await openArea(page, 'Clients')
  await page.keyboard.press('F2')
  const card = page.locator('.desk [role=dialog][data-active]')
  await card.getByRole('textbox', { name: 'Name', exact: true }).fill('Lotus Trading')
  await card.getByRole('textbox', { name: 'Name', exact: true }).press('Control+s')
  await expect(page.getByText('Lotus Trading is in the client base')).toBeVisible()

  await command(page, 'Import clients')
  await choose(page, csv('Name,Company', 'Dara Sok,Lotus Trading'))
  await window
    .getByLabel('Column “Company” becomes')
    .selectOption({ label: 'Company: link to the organisation' })
  await window.getByRole('button', { name: 'Next' }).click()
  await expect(window.getByText('Works at Lotus Trading').first()).toBeVisible()
  await expectAccessible(page)
  await window.getByRole('button', { name: 'Import 1 client' }).click()
  await openArea(page, 'Clients')
  // Nothing was made beside it: the person is a contact of the organisation that was there.
  const organisation = table(page).getByRole('row', { name: /^Lotus Trading Organisation/ })
  await expect(organisation).toHaveCount(1)
  await expect(organisation).toContainText('Dara Sok')
})
