import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { command, expect, testApart as test, windowOf } from './person.ts'

const lists = (page: Page) => windowOf(page, 'Call lists')

/** A list with these numbers that can be called at any hour. */
async function makeList(page: Page, name: string, numbers: readonly string[]): Promise<void> {
  await command(page, 'Call lists')
  await expect(
    lists(page)
      .getByText(/No call lists yet|New call list/)
      .first(),
  ).toBeVisible()
  await page.keyboard.press('F2')
  const form = page.getByRole('dialog', { name: 'New call list' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByLabel('Call from').fill('00:00')
  await form.getByLabel('until').fill('23:59')
  await form.getByRole('checkbox', { name: 'Sunday' }).check()
  await form.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(lists(page).getByRole('heading', { name })).toBeVisible()
  await lists(page).getByRole('button', { name: 'Add people' }).first().press('Enter')
  const add = page.getByRole('dialog', { name: `Add people to “${name}”` })
  await add.getByRole('button', { name: 'Numbers, pasted' }).press('Enter')
  await add.getByRole('textbox', { name: 'Numbers' }).fill(numbers.join('\n'))
  await add.getByRole('button', { name: 'Add people' }).press('Enter')
  await expect(
    lists(page).getByRole('button', { name: new RegExp(`^${name} 0 of ${numbers.length}`) }),
  ).toBeVisible()
}

test('people of a list are called one after another by keyboard alone', async ({ desk: page }) => {
  await makeList(page, 'Autumn offer', ['+855 12 777 001', '+855 12 777 002'])
  await lists(page).getByRole('button', { name: 'Call', exact: true }).press('Enter')
  const calling = windowOf(page, 'Calling: Autumn offer')
  await expect(calling.getByText('+855 12 777 001').first()).toBeVisible()
  await expect(calling.getByRole('button', { name: 'Dial' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect(calling.getByRole('button', { name: /^No answer/, pressed: true })).toBeVisible()
  await expect(calling.getByRole('button', { name: 'Save and next' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(calling.getByText('+855 12 777 002').first()).toBeVisible()
  await expect(calling.getByRole('button', { name: 'Dial' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('1')
  await calling.getByRole('textbox', { name: 'Note' }).fill('wants 3 of them')
  await page.keyboard.press('Control+Enter')
  await expect(calling.getByText('Nobody can be called now')).toBeVisible()

  // What was pressed by mistake comes back, with whom it was.
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await expect(calling.getByText('+855 12 777 002').first()).toBeVisible()
  await expect(calling.getByRole('button', { name: 'Dial' })).toBeFocused()
  await page.keyboard.press('5')
  await expect(calling.getByRole('button', { name: 'Save and next' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(calling.getByText('Nobody can be called now')).toBeVisible()

  await calling.getByRole('button', { name: 'To the lists' }).press('Enter')
  const people = lists(page).getByRole('grid', { name: 'People on this list' })
  await expect(people.getByRole('row', { name: /777 ?001.*No answer/ })).toBeVisible()
  await expect(people.getByRole('row', { name: /777 ?002.*Refused.*Done/ })).toBeVisible()
})

test('the windows of calling out hold nothing that keeps anybody out', async ({ desk: page }) => {
  await makeList(page, 'For everybody', ['+855 12 777 003'])
  await lists(page).getByRole('button', { name: 'Call', exact: true }).press('Enter')
  await expect(windowOf(page, 'Calling: For everybody').getByRole('button', { name: 'Dial' })).toBeFocused()
  await command(page, 'Voice messages')
  await expect(windowOf(page, 'Voice messages').getByText('No voice messages yet')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
})
