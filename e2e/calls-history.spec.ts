import { Findings } from './findings.ts'
import { expect, openArea, states, test, windowOf } from './person.ts'

test('the history is filtered and gone through by keys, and a call opens with its course', async ({
  desk: page,
}) => {
  const window = await openArea(page, 'Calls')
  const rows = window.getByRole('grid', { name: 'Calls' })
  await expect(rows.getByRole('row').nth(3)).toBeVisible()
  const findings = new Findings(page)
  await findings.look('history', '.calls')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('zhou guoping')
  await expect(rows.getByRole('gridcell', { name: 'Zhou Guoping' }).first()).toBeVisible()
  await expect(rows.getByRole('gridcell', { name: 'Prak Sreyneang' })).toHaveCount(0)
  await window.getByLabel('Number or client').press('ArrowDown')
  await rows.press('Enter')
  const call = windowOf(page, 'Zhou Guoping')
  await expect(call.getByRole('region', { name: 'Course of the call' })).toBeVisible()
  await call.getByRole('textbox', { name: 'Note', exact: true }).fill('Rice on the roof')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await findings.look('call', '.call-card')
  findings.none()
})

test('a cell of the table of hours opens the calls it is made of', async ({ desk: page }) => {
  const window = await openArea(page, 'Calls')
  await window.getByRole('tab', { name: 'Analysis' }).click()
  const cell = window.getByRole('button', { name: /^Monday, 09:00: [1-9]/ })
  await expect(cell).toBeVisible()
  const count = /[\d.,]+$/.exec((await cell.getAttribute('aria-label')) ?? '')?.[0] ?? ''
  await cell.press('Enter')
  await expect(window.getByRole('tab', { name: 'History' })).toHaveAttribute('aria-selected', 'true')
  await expect(window.getByRole('button', { name: /^Day of the week: Monday/ })).toBeVisible()
  await expect(window.getByText(`${count} rows`)).toBeVisible()
})

test('who waits is at the foot of the desk, is taken on, and leaves once spoken with', async ({
  desk: page,
}) => {
  const foot = states(page).getByRole('button', { name: /to call back/ })
  await expect(foot).toBeVisible()
  const before = Number.parseInt(await foot.innerText(), 10)
  await foot.press('Enter')
  const window = windowOf(page, 'To call back')
  await window.getByRole('gridcell').getByRole('button', { name: 'I call' }).first().click()
  await expect(window.getByText('Sophea calls back')).toBeVisible()
  const findings = new Findings(page)
  await findings.look('to call back', '.calls')
  await window.getByRole('gridcell').getByRole('button', { name: 'Spoken with' }).first().click()
  await expect(foot).toHaveText(`${before - 1} to call back`)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(foot).toHaveText(`${before} to call back`)
  findings.none()
})
