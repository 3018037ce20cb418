import type { Locator, Page } from '@playwright/test'
import { Scanner } from './keyboardScanner.ts'
import { expect, openArea, testApart as test, windowOf } from './person.ts'

const pot = 'Clay pot, 12 cm'
const potCode = '8840000000011'

test.use({ scannersByPace: true })

const potsRow = (window: Locator) => window.getByRole('row').filter({ hasText: pot })

/** The cell of the balances that says how many pots lie in the shop. */
async function potsLying(page: Page): Promise<Locator> {
  const stock = await openArea(page, 'Stock')
  await stock.getByRole('tab', { name: 'Balances' }).press('Enter')
  const balances = stock.getByRole('tabpanel', { name: 'Balances' })
  await balances.getByRole('textbox', { name: 'Find an item' }).fill(pot)
  await expect(balances.getByText('1 row', { exact: true })).toBeVisible()
  return potsRow(balances).getByRole('gridcell').nth(2)
}

test('goods are received by keyboard and scanner, lie there, and are taken back', async ({ desk: page }) => {
  const before = Number(await (await potsLying(page)).textContent())
  const stock = windowOf(page, 'Stock')
  await stock.getByRole('tab', { name: 'Documents' }).press('Enter')
  await stock.getByRole('button', { name: 'New document' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Receipt of goods' }).press('Enter')
  const draft = windowOf(page, 'Receipt of goods')
  const adding = draft.getByRole('combobox', { name: 'Add an item' })
  await expect(adding).toBeFocused()
  // All that is missing is said at once.
  await adding.press('Control+s')
  await expect(draft).toContainText('Choose the supplier.')
  await expect(draft).toContainText('There is no line in it yet.')

  const scanner = await Scanner.at(page)
  const quantity = draft.getByRole('textbox', { name: `Quantity: ${pot}` })
  const scanned = draft.getByText(pot, { exact: true })
  await scanner.scan(potCode)
  await expect(scanned).toHaveCount(1)
  await scanner.scan(potCode)
  // The first sign of a scan opens the list, over everything else.
  await adding.press('Escape')
  await expect(quantity).toHaveValue('2')
  await quantity.fill('12')
  await draft.getByRole('textbox', { name: `Price: ${pot}` }).fill('0.75')
  await expect(draft.getByText('Total: 9.00 USD')).toBeVisible()
  const supplier = draft.getByRole('combobox', { name: 'Supplier' })
  await supplier.fill('Oakes')
  await expect(page.getByRole('option').first()).toContainText('Graham Oakes')
  await supplier.press('Enter')
  await expect(supplier).toHaveValue('Graham Oakes')
  await supplier.press('Control+s')
  const posted = page.locator('.desk').getByRole('dialog', { name: /^Receipt of goods no\. / })
  await expect(posted).toContainText('Graham Oakes')
  await expect(posted).toContainText('9.00 USD')
  await expect(await potsLying(page)).toHaveText(String(before + 12))
  await stock.getByRole('tab', { name: 'Documents' }).press('Enter')
  // Nothing is left to be posted twice.
  await expect(stock.getByRole('region', { name: 'Not posted yet' })).toHaveCount(0)

  await posted.getByRole('button', { name: 'Take back' }).press('Enter')
  const question = page.getByRole('dialog', { name: /^Take “Receipt of goods no\. \d+” back\?$/ })
  await question.getByRole('button', { name: 'Take back' }).press('Enter')
  await expect(page.getByText(/^Receipt of goods no\. \d+ is taken back\.$/)).toBeVisible()
  await expect(posted.getByRole('button', { name: 'Take back' })).toHaveCount(0)
  await expect(await potsLying(page)).toHaveText(String(before))
})

test('a shop is counted by scanner and by hand; what differs is posted and lies there so', async ({
  desk: page,
}) => {
  const before = Number(await (await potsLying(page)).textContent())
  const stock = windowOf(page, 'Stock')
  await stock.getByRole('tab', { name: 'Stock-takes' }).press('Enter')
  await stock.getByRole('combobox', { name: 'Warehouse' }).selectOption('Shop')
  await stock.getByRole('button', { name: 'Begin to count' }).press('Enter')
  const take = windowOf(page, 'Stock-take: Shop')
  const item = take.getByRole('combobox', { name: 'Item' })
  await expect(item).toBeFocused()
  const scanner = await Scanner.at(page)
  await scanner.scan(potCode)
  await expect(page.getByText(`${pot}: 1 added.`)).toBeVisible()
  await item.fill(pot)
  await expect(page.getByRole('option').first()).toContainText(pot)
  await item.press('Enter')
  await expect(item).toHaveValue(pot)
  await take.getByRole('textbox', { name: 'Quantity' }).fill('2')
  await take.getByRole('textbox', { name: 'Quantity' }).press('Enter')
  await expect(page.getByText(`${pot}: 2 added.`)).toBeVisible()

  await take.getByRole('combobox', { name: 'Show' }).selectOption('Only what differs')
  await expect(potsRow(take).getByRole('gridcell')).toContainText([
    pot,
    `${before}`,
    '3',
    `${3 - before}`,
    '',
  ])
  await take.getByRole('button', { name: 'Post the differences' }).press('Enter')
  await page.getByRole('button', { name: 'Leave them as they are' }).press('Enter')
  await expect(page.getByText('The differences are posted.')).toBeVisible()
  await expect(take.getByRole('button', { name: 'Open the document' })).toBeVisible()
  await expect(await potsLying(page)).toHaveText('3')
})
