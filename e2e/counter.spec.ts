import type { Page } from '@playwright/test'
import { Scanner } from './keyboardScanner.ts'
import { printer, setUpPrinter } from './receiptPrinter.ts'
import { command, expect, testApart as test, windowOf } from './person.ts'

const counter = (page: Page) => windowOf(page, 'Counter')
const entry = (page: Page) => counter(page).getByRole('combobox', { name: /^Scan/ })
const line = (page: Page, name: string) => counter(page).getByRole('row').filter({ hasText: name })
/** As a person types, not as a scanner does. */
const type = (page: Page, text: string) => page.keyboard.type(text, { delay: 45 })

/** Opens the counter with fifty dollars in the drawer. */
async function open(page: Page): Promise<void> {
  await command(page, 'Counter')
  await counter(page).getByRole('textbox', { name: 'Cash in the drawer' }).fill('50')
  await page.keyboard.press('Enter')
  await expect(entry(page)).toBeFocused()
}

test.use({ scannersByPace: true })

test('a shift by keyboard and scanner alone: sold, put aside, taken back, counted', async ({
  desk: page,
}) => {
  await open(page)
  const scanner = await Scanner.at(page)
  await scanner.scan('8840000000011')
  await expect(line(page, 'Clay pot, 12 cm')).toContainText('1 piece')
  // What was typed before the scan is how many of it there are; the same goods stay one line.
  await type(page, '3*')
  await scanner.scan('8840000000011')
  await expect(line(page, 'Clay pot, 12 cm')).toContainText('4 piece')
  await expect(counter(page).getByRole('row')).toHaveCount(2)
  await type(page, 'lay pot, 18')
  await expect(counter(page).getByRole('option', { name: /Clay pot, 18 cm/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(line(page, 'Clay pot, 18 cm')).toContainText('1 piece')
  await type(page, '-10%')
  await page.keyboard.press('Enter')
  await expect(line(page, 'Clay pot, 18 cm')).toContainText('1.98 USD')

  // The purse is in the car.
  await page.keyboard.press('F6')
  await expect(counter(page).getByText('Ready')).toBeVisible()
  await scanner.scan('8840000000028')
  await expect(line(page, 'Clay pot, 18 cm')).toContainText('2.20 USD')
  await page.keyboard.press('F10')
  await expect(counter(page).getByRole('button', { name: /^Done/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(counter(page).getByText('Receipt 1 is done')).toBeVisible()
  await page.keyboard.press('F6')
  await page
    .getByRole('dialog', { name: 'Put aside' })
    .getByRole('button', { name: /No client/ })
    .press('Enter')
  await expect(line(page, 'Clay pot, 18 cm')).toContainText('1.98 USD')

  await expect(entry(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(counter(page).getByRole('textbox', { name: 'Cash received' })).toBeFocused()
  await type(page, '10')
  await page.keyboard.press('Enter')
  await expect(counter(page).getByText('3.22 USD')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(counter(page).getByText('Receipt 2 is done')).toBeVisible()

  await page.keyboard.press('F7')
  const back = page.getByRole('dialog', { name: 'Goods come back' })
  await back.getByRole('textbox', { name: 'Number of the receipt' }).fill('2')
  await page.keyboard.press('Enter')
  await back.getByRole('textbox', { name: 'How many come back of Clay pot, 12 cm' }).fill('1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1.20 USD given back.')).toBeVisible()

  await expect(back).toHaveCount(0)
  await page.keyboard.press('Control+F12')
  const shift = page.getByRole('dialog', { name: 'The shift so far' })
  await expect(shift.getByText('Sales: 2')).toBeVisible()
  await shift.getByRole('textbox', { name: 'Counted in the drawer' }).fill('55')
  await page.keyboard.press('Enter')
  const closed = page.getByRole('dialog', { name: 'The shift is closed' })
  // Fifty at the opening, 6.78 taken, 1.20 given back: 55.58.
  await expect(closed.getByText('55.58 USD')).toBeVisible()
  await expect(closed.getByText('-0.58 USD')).toBeVisible()
  await closed.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(counter(page).getByRole('heading', { name: 'Open the counter' })).toBeVisible()
})

test('what lies on the counter is there after a reload; unknown codes and missing goods are said', async ({
  desk: page,
}) => {
  await open(page)
  const scanner = await Scanner.at(page)
  await scanner.scan('8840000000011')
  await expect(line(page, 'Clay pot, 12 cm')).toBeVisible()
  await page.reload()
  await expect(line(page, 'Clay pot, 12 cm')).toBeVisible()
  await scanner.scan('4006381333931')
  await expect(page.getByText('No goods have the code 4006381333931.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New goods' }).last()).toBeVisible()
  await entry(page).fill('9999*')
  await page.keyboard.press('Enter')
  await scanner.scan('8840000000011')
  await expect(line(page, 'Clay pot, 12 cm')).toContainText('10,000 piece')
  await page.keyboard.press('F10')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/There is not enough of Clay pot, 12 cm/)).toBeVisible()
  await expect(line(page, 'Clay pot, 12 cm')).toBeVisible()
})

test('the receipt comes out of the printer and the drawer opens; a printer that is away holds no sale up', async ({
  desk: page,
}) => {
  const paper = await printer()
  await setUpPrinter(page, paper.port)
  await open(page)
  const scanner = await Scanner.at(page)
  await scanner.scan('8840000000011')
  await expect(line(page, 'Clay pot, 12 cm')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(counter(page).getByRole('button', { name: /^Done/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(counter(page).getByText('Receipt 1 is done')).toBeVisible()
  for (const words of ['Angkor Home & Garden', 'Receipt 1', 'Clay pot, 12 cm', '1.20 USD'])
    await expect.poll(() => paper.received().includes(words), words).toBe(true)
  // The pulse for the drawer.
  await expect.poll(() => paper.received().includes(Buffer.from([0x1b, 0x70]))).toBe(true)

  paper.close()
  await scanner.scan('8840000000028')
  await expect(line(page, 'Clay pot, 18 cm')).toBeVisible()
  await page.keyboard.press('F10')
  await expect(counter(page).getByRole('button', { name: /^Done/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(counter(page).getByText('Receipt 2 is done')).toBeVisible()
})
