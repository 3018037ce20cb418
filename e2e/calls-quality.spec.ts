import type { Locator, Page } from '@playwright/test'
import { command, expect, test, windowOf } from './person.ts'

const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true })

test('a checklist is written and a call scored by it without the mouse', async ({ desk: page }) => {
  await command(page, 'Quality of calls')
  const quality = windowOf(page, 'Quality of calls')
  await quality.getByRole('tab', { name: 'Checklists' }).press('Enter')
  await quality.getByRole('button', { name: 'New checklist' }).press('Enter')
  const list = dialog(page, 'New checklist')
  const name = list.getByRole('textbox', { name: 'Name' })
  await name.fill('Greeting')
  await name.press('Enter')
  // Nothing is asked yet.
  await expect(list.getByRole('button', { name: 'Question: Please fill this in.' })).toBeVisible()
  const question = list.getByRole('textbox', { name: 'Question' })
  await question.fill('Said who is speaking')
  await question.press('Enter')
  await expect(page.getByText('“Greeting” is saved.')).toBeVisible()

  await quality.getByRole('tab', { name: 'Scored calls' }).press('Enter')
  const scored = quality.getByRole('grid', { name: 'Scored calls' })
  await scored.press('ArrowDown')
  await scored.press('Enter')
  const call = page.locator('.desk [role=dialog][data-active]')
  await call.getByRole('button', { name: 'Score anew' }).press('Enter')
  const score = dialog(page, 'Score a call')
  await score.getByRole('combobox', { name: 'Checklist' }).selectOption('Greeting')
  await expect(score.getByText('The call comes to –')).toBeVisible()
  await score.getByRole('combobox', { name: 'Said who is speaking' }).selectOption('4')
  await expect(score.getByText('The call comes to 80%')).toBeVisible()
  await score.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('The score is kept.', { exact: false })).toBeVisible()
  await expect(call.getByRole('region', { name: 'Quality' }).getByText('Greeting')).toBeVisible()
})

test('the message that asks for a rating is put into one’s own words, with the link', async ({
  desk: page,
}) => {
  await command(page, 'Ratings of calls')
  const ratings = windowOf(page, 'Ratings of calls')
  await ratings.getByRole('button', { name: 'When clients are asked…' }).press('Enter')
  const rules = dialog(page, 'When clients are asked…')
  await rules.getByRole('combobox', { name: 'Language of the message' }).selectOption('Русский')
  const message = rules.getByRole('textbox', { name: 'Message in Русский' })
  await expect(message).toHaveAttribute('placeholder', /разговор.*\{link\}/)
  await message.fill('Как поговорили?')
  await rules.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(rules.getByRole('button', { name: 'Русский: the message needs {link}' })).toBeVisible()
  await message.fill('Как поговорили с {employee}? {link}')
  await rules.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('From now on clients are asked by these rules.')).toBeVisible()
  await expect(rules).toHaveCount(0)
  await ratings.getByRole('button', { name: 'When clients are asked…' }).press('Enter')
  await rules.getByRole('combobox', { name: 'Language of the message' }).selectOption('Русский')
  await expect(message).toHaveValue('Как поговорили с {employee}? {link}')
})
