import type { Locator, Page } from '@playwright/test'
import type { Office } from './office.ts'
import { beginOffice, command, enter, expect, openArea, owner, test, windowOf } from './person.ts'
import { expectAccessible } from './screens.ts'

const front = (page: Page): Locator => page.locator('.desk [role=dialog][data-active]')
const field = (window: Locator, name: string): Locator => window.getByRole('textbox', { name, exact: true })
const table = (page: Page): Locator => windowOf(page, 'Clients').getByRole('grid', { name: 'Clients' })

async function openClients(page: Page, office: Office): Promise<void> {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await openArea(page, 'Clients')
  await expect(table(page)).toBeVisible()
}

/** Writes in a client and, unless told otherwise, closes its card. */
async function create(page: Page, fields: Readonly<Record<string, string>>, stays = false): Promise<void> {
  await openArea(page, 'Clients')
  await page.keyboard.press('F2')
  await expect(field(front(page), 'Name')).toBeFocused()
  for (const [name, text] of Object.entries(fields)) await field(front(page), name).fill(text)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${fields['Name']} is in the client base`)).toBeVisible()
  if (!stays)
    await windowOf(page, fields['Name']!).getByRole('button', { name: 'Close', exact: true }).click()
}

test('two cards of one client are found, merged, reached by either address, and told apart again', async ({
  page,
  office,
}) => {
  await openClients(page, office)
  await create(page, { Name: 'Bopha Garden Supply', Phone: '012 345 678', Code: 'B-1' })
  await create(page, { Name: 'Chenda Silk', Phone: '012 999 888' })
  // Its card stays open, as at somebody's desk.
  await create(
    page,
    { Name: 'Supply Bopha Garden', Phone: '+855 12 345 678', 'E-mail': 'bopha@garden.example' },
    true,
  )

  await command(page, 'Find duplicate clients')
  const found = windowOf(page, 'Duplicates')
  const line = found.getByRole('row').filter({ hasText: 'Almost certain' })
  await expect(line).toHaveCount(1)
  await expect(line).toContainText('Same phone: 012 345 678')
  const group = found.getByRole('region', { name: /Bopha/ })
  await expect(group.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)
  await group.getByRole('button', { name: /^Merge / }).click()

  const merging = windowOf(page, 'Merge clients')
  const keeps = merging.getByRole('radio', { name: 'Keep this card' })
  await expect(keeps).toHaveCount(2)
  await keeps.first().check()
  const result = merging.getByRole('region', { name: 'What will be on the card' })
  await expect(result).toContainText('Bopha Garden Supply')
  await expect(result).toContainText('bopha@garden.example')
  await expect(result).toContainText('B-1')
  await expectAccessible(page)
  await merging.getByRole('button', { name: 'Merge 2 cards' }).click()
  const said = page.getByText('2 cards are one now')
  await expect(said).toBeVisible()
  await expect(merging).toHaveCount(0)
  await expect(found.getByText('No duplicates found')).toBeVisible()
  await openArea(page, 'Clients')
  await expect(windowOf(page, 'Clients').getByText('2 rows')).toBeVisible()

  // The card that went into the other was open: its address leads to the kept one.
  await expect(windowOf(page, 'Supply Bopha Garden')).toHaveCount(0)
  await page.getByRole('toolbar', { name: 'Open windows' }).getByText('Bopha Garden Supply').click()
  await expect(field(front(page), 'Code')).toHaveValue('B-1')
  await expect(front(page).getByRole('textbox', { name: 'E-mail', exact: true })).toHaveValue(
    'bopha@garden.example',
  )
  await front(page).getByRole('tab', { name: 'Timeline' }).click()
  await expect(front(page).getByText('merged clients').first()).toBeVisible()
  await front(page).getByRole('button', { name: 'Undo merge' }).click()
  await expect(page.getByText('The merge is undone')).toBeVisible()
  await openArea(page, 'Clients')
  await expect(windowOf(page, 'Clients').getByText('3 rows')).toBeVisible()
  await expect(table(page)).toContainText('Supply Bopha Garden')
})

test('pairs that are not the same stay apart, and rows of the list are merged too', async ({
  page,
  office,
}) => {
  await openClients(page, office)
  await create(page, { Name: 'Dara Sok', Phone: '012 345 678' })
  await create(page, { Name: 'Sok Dara', Phone: '012 345 678' })
  await command(page, 'Find duplicate clients')
  const found = windowOf(page, 'Duplicates')
  const lines = found.getByRole('grid', { name: 'Clients who may be here twice' })
  await expect(lines.getByRole('row').filter({ hasText: 'Same name' })).toHaveCount(1)
  await found.getByRole('button', { name: /^Not the same/ }).press('Enter')
  await expect(found.getByText('No duplicates found')).toBeVisible()
  await found.getByRole('button', { name: 'Search again' }).click()
  await expect(found.getByText('No duplicates found')).toBeVisible()

  await openArea(page, 'Clients')
  await page.keyboard.press('Control+f')
  await page.keyboard.press('ArrowDown')
  await expect(table(page)).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await windowOf(page, 'Clients').getByRole('button', { name: 'Merge…' }).click()
  const merging = windowOf(page, 'Merge clients')
  await merging.getByRole('button', { name: 'Merge 2 cards' }).click()
  await page.getByRole('button', { name: 'Undo merge' }).click()
  await expect(page.getByText('The merge is undone')).toBeVisible()
})
