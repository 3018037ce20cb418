import type { Locator, Page } from '@playwright/test'
import type { Office } from './office.ts'
import { beginOffice, command, enter, expect, openArea, owner, test, windowOf } from './person.ts'

const dialog = (page: Page): Locator => page.locator('.kit-dialog')
const front = (page: Page): Locator => page.locator('.desk [role=dialog][data-active]')

/** A new office with the window of its lists open. */
async function openLists(page: Page, office: Office): Promise<Locator> {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await command(page, 'Lists and fields')
  const lists = windowOf(page, 'Lists and fields')
  // Its keys are there when it is.
  await expect(lists.getByRole('button', { name: 'New entry' })).toBeVisible()
  return lists
}

async function go(lists: Locator, list: string, first: string): Promise<void> {
  await lists.getByRole('button', { name: list, exact: true }).click()
  await expect(lists.getByRole('button', { name: first })).toBeVisible()
}

/** Saves the dialog that is open, which closes. */
async function saveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
}

test('a field and a group that the office makes are on every card, and what has to be filled in is asked for', async ({
  page,
  office,
}) => {
  const lists = await openLists(page, office)
  await go(lists, 'Groups', 'New entry')
  await page.keyboard.press('F2')
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Gardeners')
  await saveDialog(page)
  await expect(lists.getByRole('list', { name: 'Groups' }).getByText('Gardeners')).toBeVisible()

  await go(lists, 'Fields of the card', 'New field')
  await page.keyboard.press('F2')
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Car')
  await dialog(page).getByRole('checkbox', { name: 'Has to be filled in' }).check()
  await saveDialog(page)
  await expect(lists.getByText('Text · has to be filled in')).toBeVisible()

  const clients = await openArea(page, 'Clients')
  await expect(clients.getByRole('button', { name: /New client/ }).first()).toBeVisible()
  await page.keyboard.press('F2')
  const card = front(page)
  await card.getByRole('textbox', { name: 'Name', exact: true }).fill('Anna')
  await page.keyboard.press('Control+s')
  await expect(card.getByText('“Car” has to be filled in. Nothing was saved.')).toBeVisible()
  await card.getByRole('textbox', { name: 'Car' }).fill('Toyota Camry')
  await card.getByRole('checkbox', { name: 'Supplier' }).check()
  await card.getByRole('combobox', { name: 'Groups' }).selectOption('Gardeners')
  // Folded away until somebody wants it; then one types at once.
  await card.getByRole('button', { name: 'Discount' }).click()
  await expect(card.getByRole('textbox', { name: 'Discount' })).toBeFocused()
  await page.keyboard.type('7.5')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Anna is in the client base')).toBeVisible()

  const anna = windowOf(page, 'Anna')
  const side = anna.getByRole('complementary', { name: 'At a glance' })
  await expect(side.getByText('Supplier')).toBeVisible()
  await expect(side.getByText('7.5 %')).toBeVisible()
  await expect(anna.getByRole('textbox', { name: 'Car' })).toHaveValue('Toyota Camry')

  // The list puts suppliers and clients apart, and another column comes when it is asked for.
  await page.reload()
  await expect(windowOf(page, 'Anna').getByRole('textbox', { name: 'Car' })).toHaveValue('Toyota Camry')
})

test('statuses are put in order by keys, and two become one and two again, with every client', async ({
  page,
  office,
}) => {
  const lists = await openLists(page, office)
  const list = lists.getByRole('list', { name: 'Statuses' })
  const names = list.locator('.lists-line-name')
  await expect(names).toHaveText(['Potential', 'Active', 'Reliable', 'Problem', 'Lost'])
  await list.getByRole('button', { name: 'Potential', exact: true }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(names).toHaveText(['Active', 'Potential', 'Reliable', 'Problem', 'Lost'])
  // The order is the office's: another one that opens the window has it too.
  await page.reload()
  await expect(names).toHaveText(['Active', 'Potential', 'Reliable', 'Problem', 'Lost'])

  await lists.getByRole('button', { name: 'More about Potential' }).click()
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click()
  await dialog(page).getByRole('combobox', { name: 'Into' }).selectOption('Active')
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(names).toHaveText(['Active', 'Reliable', 'Problem', 'Lost'])
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('Potential is back, and so are its clients')).toBeVisible()
  await expect(names).toHaveText(['Active', 'Potential', 'Reliable', 'Problem', 'Lost'])
})
