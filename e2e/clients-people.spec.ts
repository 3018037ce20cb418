/** Contact persons with cards of their own: made on the spot, found by their number, unlinked and linked again. */
import { command, expect, searchBox, test, windowOf } from './person.ts'

test('a contact person gets a card of their own, is found by number and shows where they work', async ({
  desk: page,
}) => {
  await command(page, 'New client')
  const name = windowOf(page, 'New client').getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Silver Heron Boats')
  const boats = windowOf(page, 'Silver Heron Boats')
  await boats.getByRole('button', { name: 'Add a contact person' }).click()
  await boats.getByRole('textbox', { name: 'Contact’s name' }).fill('Prak Sambath')
  await boats.getByRole('textbox', { name: 'Position' }).fill('captain')
  await page.keyboard.press('Control+s')
  await expect(boats.getByRole('tab', { name: 'Files' })).toBeVisible()

  // By keyboard: the line gets a card, with a number.
  await boats.getByRole('button', { name: 'More about Prak Sambath' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Give them a card of their own…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'A card for Prak Sambath' })
  await expect(dialog.getByText('A new card will be made')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Phone' }).fill('098 765 123')
  await dialog.getByLabel('Works there since').fill('2024-03-01')
  await dialog.getByRole('textbox', { name: 'Phone' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(boats.getByRole('button', { name: 'Prak Sambath', exact: true })).toBeVisible()
  await boats.getByRole('textbox', { name: 'Position' }).press('Control+s')
  const people = boats.getByRole('region', { name: 'People there' })
  await expect(people.getByText('098 765 123')).toBeVisible()
  await expect(people.getByText(/since.*2024/)).toBeVisible()

  // The day was another one.
  await boats.getByRole('button', { name: 'More about Prak Sambath' }).press('Enter')
  await page.getByRole('menuitem', { name: 'From when to when…' }).press('Enter')
  const days = page.getByRole('dialog', { name: 'Prak Sambath: from when to when' })
  await days.getByLabel('Worked there until').fill('2019-01-01')
  await expect(days.getByText('The last day lies before the first.')).toBeVisible()
  await days.getByLabel('Worked there until').fill('')
  await days.getByLabel('Works there since').fill('2021-05-02')
  await days.getByLabel('Works there since').press('Enter')
  await expect(days).toBeHidden()
  await boats.getByRole('textbox', { name: 'Position' }).press('Control+s')
  await expect(people.getByText(/since.*2021/)).toBeVisible()

  // Taken off by a slip of the hand, and back before it is saved.
  await boats.getByRole('button', { name: 'Remove Contact persons 1' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(boats.getByRole('button', { name: 'Prak Sambath', exact: true }).first()).toBeVisible()

  await searchBox(page).fill('765123')
  await expect(page.getByRole('option', { name: /Prak Sambath.*Silver Heron Boats/ })).toBeVisible()
  await page.keyboard.press('Enter')
  const person = windowOf(page, 'Prak Sambath')
  const work = person.getByRole('region', { name: 'Works at' })
  await expect(work.getByRole('button', { name: 'Silver Heron Boats', exact: true })).toBeVisible()
  await work.getByRole('button', { name: 'More about Silver Heron Boats' }).click()
  await page.getByRole('menuitem', { name: 'Does not work there' }).click()
  await expect(work.getByRole('button', { name: 'Silver Heron Boats', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(work.getByText('captain')).toBeVisible()

  await work.getByRole('button', { name: 'Add a workplace' }).click()
  const adding = page.getByRole('dialog', { name: 'Add a workplace' })
  await adding.getByRole('combobox', { name: 'Organisation' }).fill('mekong flo')
  await page.getByRole('option', { name: /Mekong Flowers/ }).click()
  await adding.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(work.getByRole('button', { name: 'Mekong Flowers', exact: true })).toBeVisible()
})
