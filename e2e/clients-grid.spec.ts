import type { Locator, Page } from '@playwright/test'
import { enter, expect, openArea, test, windowOf } from './person.ts'
import { expectAccessible } from './screens.ts'

test.use({ officeArguments: ['--demo'] })

const clients = (page: Page): Locator => windowOf(page, 'Clients')
const table = (page: Page): Locator => clients(page).getByRole('grid', { name: 'Clients' })
const groups = (page: Page): Locator => clients(page).getByRole('treegrid', { name: 'Clients' })
const filters = (page: Page): Locator => clients(page).getByRole('group', { name: 'Filter', exact: true })
const foot = (page: Page, words: string): Locator => clients(page).getByText(words, { exact: true })
const row = (page: Page, name: string): Locator => table(page).getByRole('row').filter({ hasText: name })

/** The table with all of its clients, and the first of them in focus. */
async function intoRows(page: Page): Promise<void> {
  await expect(clients(page).getByText(/^400 rows/)).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.press('ArrowDown')
  await expect(table(page)).toBeFocused()
}

test('a table is filtered, grouped, kept as a view and begun with, all by keyboard', async ({
  page,
  office,
}) => {
  await enter(page, office)
  await openArea(page, 'Clients')
  const { keyboard } = page
  await intoRows(page)

  // Up out of the rows: the filter of the first column.
  await keyboard.press('ArrowUp')
  await expect(clients(page).getByRole('textbox', { name: 'Filter: Name' })).toBeFocused()
  await keyboard.type('an')
  await expect(filters(page)).toContainText('Name: “an”')
  const status = clients(page).getByRole('button', { name: /^Filter: Status/ })
  await status.focus()
  await keyboard.press('Enter')
  const choices = page.getByRole('listbox', { name: 'Status' })
  await expect(choices.getByRole('option', { name: /^Lost/ })).toBeVisible()
  await keyboard.type('re')
  await expect(choices.getByRole('option')).toHaveText([/^Reliable/])
  await keyboard.press('Enter')
  await expect(choices.getByRole('option', { selected: true })).toHaveText([/^Reliable/])
  await keyboard.press('Escape')
  await expect(status).toBeFocused()
  await expect(filters(page)).toContainText('Status: Reliable')
  await expect(row(page, 'Chikondi Banda')).toContainText('Reliable')
  await expect(row(page, 'Ananya Krishnan')).toHaveCount(0)

  // From a title: everything that can be done with its column.
  await clients(page).getByRole('columnheader', { name: 'Country' }).getByRole('button').focus()
  await keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Group by this' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Group by this' }).press('Enter')
  const cambodia = groups(page).getByRole('row', { name: /Country: Cambodia/ })
  await expect(cambodia).toHaveAttribute('aria-expanded', 'false')
  await expect(groups(page).getByRole('row').filter({ hasText: 'Chikondi Banda' })).toHaveCount(0)
  await groups(page).focus()
  await expect(groups(page)).toHaveAttribute('aria-activedescendant', /./)
  await keyboard.press('ArrowRight')
  await expect(groups(page).locator('[aria-expanded=true]')).toHaveCount(1)
  await keyboard.press('ArrowLeft')
  await expect(groups(page).locator('[aria-expanded=true]')).toHaveCount(0)
  await expectAccessible(page)

  await clients(page).getByRole('button', { name: 'Views', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: 'Save as a new view…' }).press('Enter')
  const named = page.getByRole('dialog', { name: 'New view' }).getByRole('textbox', { name: 'Name' })
  await expect(named).toBeFocused()
  await keyboard.type('Reliable abroad')
  await keyboard.press('Enter')
  await expect(page.getByText('The view “Reliable abroad” is saved.')).toBeVisible()

  const views = clients(page).getByRole('button', { name: 'Reliable abroad' })
  await views.press('Enter')
  await page.getByRole('menuitemcheckbox', { name: 'Begin with this view' }).press('Enter')
  await keyboard.press('Escape')
  await expect(views).toBeFocused()
  await views.press('Enter')
  await page.getByRole('menuitem', { name: 'Back to the usual table' }).press('Enter')
  await expect(foot(page, '400 rows')).toBeVisible()
  await expect(filters(page)).toHaveCount(0)

  await clients(page).getByRole('button', { name: 'Close', exact: true }).click()
  await openArea(page, 'Clients')
  await expect(cambodia).toBeVisible()
  await expect(filters(page)).toContainText('Status: Reliable')
  await expect(filters(page)).toContainText('Name: “an”')
})

test('cells are changed in place: saved, undone, and never over what a colleague has just saved', async ({
  page,
  office,
  browser,
  watch,
}) => {
  await enter(page, office)
  await openArea(page, 'Clients')
  await intoRows(page)
  const { keyboard } = page
  const first = 'Above the Angara Hotel'
  const cell = (on: Page, column: string) => row(on, first).locator(`[data-column=${column}]`)
  const toCity = async (on: Page) => {
    for (const column of ['name', 'phone', 'contact', 'city']) {
      await on.keyboard.press('ArrowRight')
      await expect(cell(on, column)).toHaveClass(/active/)
    }
    await on.keyboard.press('Enter')
    await expect(table(on).getByRole('textbox', { name: 'City' })).toBeFocused()
  }
  await toCity(page)
  await keyboard.type('Irkutsk')
  await keyboard.press('Enter')
  await expect(table(page)).toBeFocused()
  await expect(cell(page, 'city')).toHaveText('Irkutsk')
  await expect(page.getByText(`${first} · City saved`)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cell(page, 'city')).toHaveText('Иркутск')

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  watch(context)
  const other = await context.newPage()
  await enter(other, office, { name: 'Maly', password: 'counterpart' })
  await openArea(other, 'Clients')
  await intoRows(other)
  await toCity(other)
  await other.keyboard.type('Listvyanka')

  // Still in that cell.
  await intoRows(page)
  await keyboard.press('F2')
  await expect(table(page).getByRole('textbox', { name: 'City' })).toBeFocused()
  await keyboard.type('Angarsk')
  await keyboard.press('Enter')
  await expect(page.getByText(`${first} · City saved`)).toBeVisible()

  await other.keyboard.press('Enter')
  await expect(table(other).getByRole('alert')).toContainText('Sophea')
  // What was typed is still there; Esc leaves what the colleague saved.
  await expect(table(other).getByRole('textbox', { name: 'City' })).toHaveValue('Listvyanka')
  await other.keyboard.press('Escape')
  await expect(cell(other, 'city')).toHaveText('Angarsk')

  // Tab saves and goes on to the next cell that can be changed.
  await other.keyboard.press('F2')
  await expect(table(other).getByRole('textbox', { name: 'City' })).toBeFocused()
  await other.keyboard.type('Baikalsk')
  await other.keyboard.press('Tab')
  await expect(table(other).getByRole('combobox', { name: 'Status' })).toBeFocused()
  await expect(cell(other, 'city')).toHaveText('Baikalsk')
  await context.close()

  // The number and the name too; what cannot be is refused where it is typed.
  await intoRows(page)
  for (const column of ['contact', 'phone']) {
    await keyboard.press('ArrowLeft')
    await expect(cell(page, column)).toHaveClass(/active/)
  }
  await keyboard.press('F2')
  await expect(table(page).getByRole('textbox', { name: 'Phone', exact: true })).toBeFocused()
  await keyboard.type('+7 395 212 34 56')
  await keyboard.press('Shift+Tab')
  await expect(page.getByText(`${first} · Phone saved`)).toBeVisible()
  const name = table(page).getByRole('textbox', { name: 'Name', exact: true })
  await expect(name).toBeFocused()
  await name.fill('')
  await name.press('Enter')
  await expect(table(page).getByRole('alert')).toHaveText('Please fill this in.')
  await keyboard.type(`${first} and Spa`)
  await keyboard.press('Enter')
  await expect(cell(page, 'name')).toContainText(`${first} and Spa`)
  await expect(cell(page, 'phone')).toHaveText('+7 395 212 34 56')
  await expect(page.getByText(`${first} · Name saved`)).toBeVisible()
})
