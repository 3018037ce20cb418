import { expect, openArea, rail, test } from './person.ts'

const help = '.desk [role=dialog][aria-label^="Help"]'

test('help turns to the page of the window in front, in one window, and finds words on every page', async ({
  desk,
}) => {
  const window = desk.locator(help)
  await openArea(desk, 'Staff')
  await desk.keyboard.press('F1')
  await expect(window.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible()
  await openArea(desk, 'Backups')
  await desk.keyboard.press('F1')
  await expect(window.getByRole('heading', { level: 1, name: 'Backups' })).toBeVisible()
  await expect(window).toHaveCount(1)

  await desk.keyboard.press('Control+f')
  await desk.keyboard.type('forgotten')
  await window.getByRole('button', { name: /Somebody has forgotten their password/ }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Staff' })).toBeVisible()
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Backups' })).toBeVisible()

  await window.getByRole('button', { name: 'First steps' }).click()
  await expect(window.getByRole('row', { name: 'Ctrl+K Search over everything' })).toBeVisible()
  await window.getByRole('button', { name: 'Operation log', exact: true }).last().click()
  await expect(window.getByRole('heading', { level: 1, name: 'Operation log' })).toBeVisible()
  await expect(rail(desk).getByRole('button', { name: 'Help' })).toHaveAttribute('aria-current', 'page')
})
