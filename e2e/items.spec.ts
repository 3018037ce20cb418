import { command, expect, testApart as test, windowOf } from './person.ts'

test('goods are added by keys, and found by any part of their name and by their barcode however it is printed', async ({
  desk: page,
}) => {
  await command(page, 'Goods and services')
  const goods = windowOf(page, 'Goods')
  await expect(goods.getByText('Clay pot, 12 cm')).toBeVisible()
  await page.keyboard.press('F2')
  const fresh = windowOf(page, 'New goods')
  await fresh.getByRole('textbox', { name: 'Name', exact: true }).fill('Bird bath')
  const card = windowOf(page, 'Bird bath')
  await card.getByRole('textbox', { name: 'Code', exact: true }).fill('BB-1')
  await card.getByRole('button', { name: 'Add barcode' }).press('Enter')
  await card.getByRole('textbox', { name: 'Barcode' }).fill('036000291452')
  await card.getByRole('button', { name: 'Add price' }).press('Enter')
  await card.getByRole('textbox', { name: 'Price' }).fill('12.50')
  await card.getByRole('textbox', { name: 'Price' }).press('Control+s')
  await expect(page.getByText('“Bird bath” is saved.')).toBeVisible()
  await card.getByRole('textbox', { name: 'Code', exact: true }).press('Escape')
  await expect(card).toHaveCount(0)

  await goods.getByRole('textbox', { name: 'Name, code or barcode' }).fill('ird ba')
  const row = goods.getByRole('row').filter({ hasText: 'Bird bath' })
  await expect(row).toContainText('12.50 USD')
  await goods.getByRole('textbox', { name: 'Name, code or barcode' }).fill('0036000291452')
  await expect(row).toBeVisible()
})

test('a group shows what is below it, and goods come back from the bin', async ({ desk: page }) => {
  await command(page, 'Goods and services')
  const goods = windowOf(page, 'Goods')
  await goods.getByRole('button', { name: 'Garden', exact: true }).click()
  await expect(goods.getByText('Clay pot, 12 cm')).toBeVisible()
  await goods.getByRole('button', { name: 'Tools', exact: true }).click()
  const hammer = goods.getByRole('row').filter({ hasText: 'Hammer, 300 g' })
  await expect(hammer).toBeVisible()
  await expect(goods.getByText('Clay pot, 12 cm')).toHaveCount(0)
  await hammer.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click()
  await expect(hammer).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(hammer).toBeVisible()
})
