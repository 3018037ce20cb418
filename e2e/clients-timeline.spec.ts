import type { Locator, Page } from '@playwright/test'
import { expect, searchBox, test } from './person.ts'

const front = (page: Page): Locator => page.locator('.desk [role=dialog][data-active]')

test('what was said and what comes next is written beside the card, for everybody, by keyboard', async ({
  desk: page,
  context,
  watch,
  sharedOffice,
}) => {
  watch(context)
  const open = async (on: Page) => {
    await on.keyboard.press('Control+k')
    await searchBox(on).fill('Aksor Sor')
    await expect(on.getByRole('banner').getByRole('option').first()).toContainText('Aksor Sor')
    await on.keyboard.press('Enter')
    await front(on).getByRole('tab', { name: 'Timeline' }).click()
    await expect(front(on).getByRole('textbox', { name: 'Remark' })).toBeVisible()
  }
  await open(page)
  const card = front(page)
  const entries = card.getByRole('list', { name: 'Timeline' }).getByRole('listitem')
  await card.getByRole('button', { name: 'Contact', exact: true }).click()
  await card.getByRole('textbox', { name: 'Contact' }).fill('Wants <b>400</b> chairs')
  await page.keyboard.press('Control+Enter')
  await expect(entries.first()).toContainText('Sophea spoke with them')
  await expect(entries.first()).toContainText('Wants <b>400</b> chairs')
  await expect(card.getByRole('textbox', { name: 'Contact' })).toHaveValue('')

  // Somebody else has the card open: it is there, and over the card.
  const other = await context.newPage()
  await other.goto(sharedOffice.address)
  await expect(searchBox(other)).toBeVisible()
  await open(other)
  await card.getByRole('button', { name: 'Next step', exact: true }).click()
  await card.getByRole('textbox', { name: 'Next step' }).fill('Send the price')
  await page.keyboard.press('Control+Enter')
  await expect(front(other).getByText('Next stepSend the price')).toBeVisible()
  await other.close()

  await entries.first().getByRole('button', { name: 'Done', exact: true }).click()
  await expect(card.getByText('Next stepSend the price')).toHaveCount(0)
  await card.getByRole('button', { name: 'Changes', exact: true }).click()
  await expect(entries.filter({ hasText: 'chairs' })).toHaveCount(0)
  await card.getByRole('button', { name: 'Remarks', exact: true }).click()

  // Its author takes it away, and brings it back.
  const contact = entries.filter({ hasText: 'chairs' })
  await contact.getByRole('button', { name: 'Remove' }).click()
  await expect(contact).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(contact).toHaveCount(1)

  // Half a sentence is kept where the page goes away.
  await card.getByRole('textbox', { name: 'Next step' }).fill('Half a sen')
  await page.reload()
  await front(page).getByRole('tab', { name: 'Timeline' }).click()
  await expect(front(page).getByRole('textbox', { name: 'Remark' })).toHaveValue('Half a sen')
})
