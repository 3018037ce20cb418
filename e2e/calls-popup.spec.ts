import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import {
  callDoor,
  command,
  expect,
  openArea,
  practitioner,
  rail,
  searchBox,
  testApart as test,
  windowOf,
} from './person.ts'

/** The calls on one's own telephone. */
const popup = (page: Page): Locator => page.getByRole('complementary', { name: 'Calls on your telephone' })
const card = (page: Page): Locator => page.locator('.desk [role=dialog][data-active]')

/** Ends what is on the line, so that the next test finds nobody there. */
async function hangUp(page: Page): Promise<void> {
  await popup(page)
    .getByRole('button', { name: /Hang up|Reject/ })
    .click()
  await expect(popup(page).getByRole('button', { name: /Hang up|Reject/ })).toHaveCount(0)
  await popup(page).getByRole('button', { name: 'Put this call away' }).click()
  await expect(popup(page)).toHaveCount(0)
}

test('a client who calls is there at once, and nobody is torn from what they type', async ({
  desk: page,
}) => {
  await openArea(page, 'Clients')
  await command(page, 'Practice call: a client who is known')
  await command(page, 'New client')
  const name = card(page).getByRole('textbox', { name: 'Name', exact: true })
  await name.pressSequentially('Half a na', { delay: 60 })
  await expect(popup(page)).toBeVisible()
  await expect(popup(page).getByText(/Ringing/)).toBeVisible()
  // Keys still go where they went.
  await name.press('m')
  await name.press('e')
  await expect(name).toBeFocused()
  await expect(name).toHaveValue('Half a name')
  const caller = (await popup(page).getByRole('heading').textContent())!
  await expect(page.getByText(`Call from ${caller}`)).toBeAttached()
  await expect(popup(page).getByRole('list', { name: 'Last calls' })).toBeVisible()
  await expect(
    popup(page)
      .getByText(/Cambodia|Russia|Kazakhstan|States|Kingdom|Malawi|France/)
      .first(),
  ).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('.call-popup').setLegacyMode(true).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

  // Answered: the clock runs. To it and back by one key.
  await expect(popup(page).getByRole('button', { name: 'Hang up' })).toBeVisible({ timeout: 15_000 })
  await name.press('F9')
  await expect(popup(page).getByRole('button', { name: 'Open card' })).toBeFocused()
  await page.keyboard.press('F9')
  await expect(name).toBeFocused()

  // All of it without a mouse: a note, and what comes next.
  await name.press('F9')
  await popup(page).getByRole('button', { name: 'Note', exact: true }).press('Enter')
  const note = popup(page).getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await note.fill('Wants 20 pots')
  await note.press('Control+Enter')
  await expect(popup(page).getByText('Wants 20 pots')).toBeVisible()
  await popup(page).getByRole('button', { name: 'Next step' }).press('Enter')
  await popup(page).getByRole('textbox', { name: 'Next step' }).fill('Send the price of the pots')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('The next step is on the card')).toBeVisible()
  await popup(page).getByRole('button', { name: 'Open card' }).press('Enter')
  await expect(windowOf(page, caller)).toBeVisible()
  await expect(windowOf(page, caller).getByText('Send the price of the pots')).toBeVisible()
  await hangUp(page)
})

test('a stranger becomes a client with the number filled in, or a new number of a known one', async ({
  desk: page,
}) => {
  await command(page, 'Practice call: a number nobody knows')
  await expect(popup(page)).toBeVisible()
  const number = (await popup(page).getByRole('heading').textContent())!
  await popup(page).getByRole('button', { name: 'New client' }).click()
  await expect(card(page).getByRole('textbox', { name: 'Phone' })).toHaveValue(number)
  await card(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Chan Vuthy Pots')
  await page.keyboard.press('Control+s')
  await expect(popup(page).getByRole('heading')).toHaveText('Chan Vuthy Pots')
  await hangUp(page)

  await command(page, 'Practice call: a number nobody knows')
  await expect(popup(page)).toBeVisible()
  const another = (await popup(page).getByRole('heading').textContent())!
  await popup(page).getByRole('button', { name: 'A new number of…' }).click()
  await popup(page).getByRole('combobox').fill('Chan Vuthy P')
  await page.getByRole('option', { name: /Chan Vuthy Pots/ }).click()
  await expect(popup(page).getByRole('heading')).toHaveText('Chan Vuthy Pots')
  await popup(page).getByRole('button', { name: 'Open card' }).click()
  await expect(card(page).getByRole('textbox', { name: 'Phone' }).nth(1)).toHaveValue(another)
  await hangUp(page)
})

test('two calls stand beside each other, one without a number has no more than that', async ({
  desk: page,
}) => {
  await command(page, 'Practice call: two at once')
  const both = popup(page).getByRole('list', { name: 'Calls at the same time' }).getByRole('button')
  await expect(both).toHaveCount(2)
  const [first, second] = [both.first(), both.last()]
  const other = (await second.locator('bdi').first().textContent())!
  await expect(first).toHaveAttribute('aria-pressed', 'true')
  await second.press('Enter')
  await expect(popup(page).getByRole('heading')).toHaveText(other)
  await popup(page)
    .getByRole('button', { name: /Hang up|Reject/ })
    .click()
  await popup(page).getByRole('button', { name: 'Put this call away' }).click()
  await expect(both).toHaveCount(0)
  await hangUp(page)

  await command(page, 'Practice call: without a number')
  await expect(popup(page).getByRole('heading')).toHaveText('No number sent')
  await expect(popup(page).getByRole('button', { name: 'A new number of…' })).toHaveCount(0)
  await hangUp(page)
})

test('it goes when a colleague of the group answers, and the board shows it to those who may', async ({
  desk: page,
  browser,
  office,
  watch,
}) => {
  const theirs = await browser.newContext()
  watch(theirs)
  await callDoor(theirs, office, 'signIn', { ...practitioner, name: 'Sreymom' })
  const operator = await theirs.newPage()
  await operator.goto(office.address)
  await expect(searchBox(operator)).toBeVisible()
  await command(operator, 'Calls now')
  await expect(operator.getByText('Nobody is on the line')).toBeVisible()

  await command(page, 'Practice call: a colleague answers first')
  await expect(popup(page).getByText(/^Also rings at/)).toBeVisible()
  await expect(windowOf(operator, 'Calls now').getByText('Ringing')).toBeVisible()
  await expect(popup(page).getByText(/answered$/)).toBeVisible({ timeout: 15_000 })
  await expect(windowOf(operator, 'Calls now').getByText('Talking')).toBeVisible()
  await expect(popup(page)).toHaveCount(0, { timeout: 10_000 })
  // The operator may send it to somebody else, and end it for all.
  await windowOf(operator, 'Calls now').getByText('Talking').click()
  await windowOf(operator, 'Calls now').getByRole('button', { name: 'Transfer' }).press('Enter')
  await operator.getByRole('menuitem', { name: /^Vannak/ }).press('Enter')
  await windowOf(operator, 'Calls now').getByRole('row').getByText('Vannak').click()
  await windowOf(operator, 'Calls now').getByRole('button', { name: 'Hang up' }).click()
  await expect(operator.getByText('Nobody is on the line')).toBeVisible()
  await theirs.close()
})

test('a number is called from where it stands, by click and by Ctrl+D', async ({ desk: page }) => {
  const clients = await openArea(page, 'Clients')
  const grid = clients.getByRole('grid')
  await expect(grid.getByText('023 876 463')).toBeVisible()
  await grid.focus()
  await grid.press('ArrowDown')
  await grid.press('Control+d')
  await expect(popup(page).getByText(/Pick up|Calling/)).toBeVisible()
  await hangUp(page)
  // A press on another line chooses it, wherever it meets the line; the number of the chosen one calls.
  const number = grid.getByText('023 876 463')
  const line = grid.getByRole('row').filter({ hasText: '023 876 463' })
  await grid.press('ArrowDown')
  await expect(line).toHaveAttribute('aria-selected', 'false')
  await number.click()
  await expect(line).toHaveAttribute('aria-selected', 'true')
  await expect(popup(page)).toHaveCount(0)
  await number.click()
  await expect(popup(page).getByRole('heading')).toHaveText('Aksor Sor Printing House', { timeout: 10_000 })
  await hangUp(page)
  await rail(page).getByRole('button', { name: 'Staff', exact: true }).focus()
  await page.keyboard.press('Control+d')
  await expect(page.getByText('There is no telephone number here', { exact: false })).toBeVisible()
})
