import type { Browser, Locator, Page } from '@playwright/test'
import type { Office } from './office.ts'
import { beginOffice, enter, expect, openArea, owner, test, windowOf } from './person.ts'

const markup = `<img src=x onerror="document.title='broken in'"><script>document.title='broken in'</script>`

/** The window in front. */
const front = (page: Page): Locator => page.locator('.desk [role=dialog][data-active]')
const table = (page: Page): Locator => windowOf(page, 'Clients').getByRole('grid', { name: 'Clients' })
const rows = (page: Page): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
const field = (window: Locator, name: string): Locator => window.getByRole('textbox', { name, exact: true })

/** A new office with its clients' table open. */
async function openClients(page: Page, office: Office): Promise<void> {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await openArea(page, 'Clients')
  await expect(table(page)).toBeVisible()
}

/** Writes in a client and leaves its card open in front. */
async function create(page: Page, fields: Readonly<Record<string, string>>): Promise<Locator> {
  await openArea(page, 'Clients')
  await page.keyboard.press('F2')
  await expect(field(front(page), 'Name')).toBeFocused()
  for (const [name, text] of Object.entries(fields)) await field(front(page), name).fill(text)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(`${fields['Name']} is in the client base`)).toBeVisible()
  return windowOf(page, fields['Name']!)
}

/** A second person at another computer. */
async function colleague(browser: Browser, office: Office): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await enter(page, office, owner)
  return page
}

/** From the search down into the rows: to the first of them. */
async function intoRows(page: Page): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.press('ArrowDown')
  await expect(table(page)).toBeFocused()
}

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(text)
}

test.describe('the client base', () => {
  test('a client written in without a mouse is found by part of each name and by number in another notation', async ({
    page,
    office,
  }) => {
    await openClients(page, office)
    await expect(page.getByText('No clients yet')).toBeVisible()
    await page.keyboard.press('F2')
    const { keyboard } = page
    await expect(field(front(page), 'Name')).toBeFocused()
    await keyboard.type('ហាងលក់ផ្កា សុភា')
    // To the language of the name: the list opens, the second one is Khmer.
    await keyboard.press('Tab')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key)
    await expect(front(page).getByRole('combobox', { name: 'Language of this name' })).toHaveValue('km')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await expect(field(front(page), 'Other name')).toBeFocused()
    await keyboard.type('Sophea Flowers')
    // Past its language, its cross and the button for another name.
    for (let step = 0; step < 4; step++) await keyboard.press('Tab')
    await expect(field(front(page), 'Phone')).toBeFocused()
    await keyboard.type('077 111 222')
    await expect(front(page).getByText('+855 77 111 222')).toBeVisible()
    await keyboard.press('Control+s')
    await expect(page.getByText('Sophea Flowers is in the client base')).toHaveCount(0)
    await expect(page.getByText('ហាងលក់ផ្កា សុភា is in the client base')).toBeVisible()
    await expect(windowOf(page, 'ហាងលក់ផ្កា សុភា').getByRole('tab', { name: 'Card' })).toBeVisible()

    await create(page, { Name: 'Ernst Handel', Phone: '+43 7675 3425' })
    await openArea(page, 'Clients')
    await expect(rows(page)).toHaveCount(2)
    for (const text of ['សុភា', 'lowers', '+855 77-111-222', '0077', '111222']) {
      await find(page, text)
      if (text === '0077') await expect(rows(page)).toHaveCount(0)
      else await expect(rows(page)).toHaveText([/សុភា/])
    }
    // Enter opens the only one found.
    await keyboard.press('Enter')
    await expect(front(page)).toHaveAccessibleName('ហាងលក់ផ្កា សុភា')
  })

  test('what one saves another sees at once, in the table and on the open card', async ({
    page,
    office,
    browser,
    watch,
  }) => {
    await openClients(page, office)
    const card = await create(page, { Name: 'Mwayi Traders', City: 'Blantyre' })
    const other = await colleague(browser, office)
    watch(other.context())
    await openArea(other, 'Clients')
    await expect(rows(other)).toHaveText([/Blantyre/])
    await rows(other).dblclick()
    const theirs = windowOf(other, 'Mwayi Traders')
    await expect(field(theirs, 'City')).toHaveValue('Blantyre')

    await field(card, 'City').fill('Lilongwe')
    await page.keyboard.press('Control+s')
    await expect(field(theirs, 'City')).toHaveValue('Lilongwe')
    await expect(rows(other)).toHaveText([/Lilongwe/])
    await theirs.getByRole('tab', { name: 'Timeline' }).click()
    const entry = theirs.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first()
    await expect(entry).toContainText('Dara Sok changed the card')
    await expect(entry.getByRole('deletion')).toContainText('Blantyre')
    await expect(entry.getByRole('insertion')).toContainText('Lilongwe')
    await other.context().close()
  })

  test('HTML in any field is text, and only addresses of the web are links', async ({ page, office }) => {
    await openClients(page, office)
    const title = await page.title()
    const card = await create(page, {
      Name: markup,
      Phone: markup.slice(0, 60),
      'Street and house': markup,
      City: markup,
      Notes: markup,
    })
    for (const address of ['javascript:document.title="broken in"', 'https://example.com/<b>']) {
      await card.getByRole('button', { name: 'Add a website' }).click()
      await field(card, 'Website').last().fill(address)
    }
    await expect(card.getByRole('link')).toHaveCount(1)
    await expect(card.getByRole('link')).toHaveAttribute('href', 'https://example.com/%3Cb%3E')
    await expect(card.getByRole('link')).toHaveAttribute('rel', /noopener/)
    await page.keyboard.press('Control+s')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await card.getByRole('tab', { name: 'Timeline' }).click()
    await expect(card.getByRole('list', { name: 'Timeline' })).toContainText('<script>')
    await openArea(page, 'Clients')
    await expect(rows(page)).toHaveText([/<img src=x/])
    await intoRows(page)
    await page.keyboard.press('Space')
    await expect(page.getByRole('complementary', { name: 'Quick look' })).toContainText('<script>')
    await expect(page.locator('.desk :is(img, script)')).toHaveCount(0)
    expect(await page.title()).toBe(title)
  })

  test('two people change one card: each field once, nothing lost', async ({
    page,
    office,
    browser,
    watch,
  }) => {
    await openClients(page, office)
    const mine = await create(page, { Name: 'La maison d’Asie', City: 'Toulouse', Notes: 'Calls on Mondays' })
    const other = await colleague(browser, office)
    watch(other.context())
    await openArea(other, 'Clients')
    await expect(rows(other)).toHaveText([/Toulouse/])
    await rows(other).dblclick()
    const theirs = windowOf(other, 'La maison d’Asie')

    await field(mine, 'Notes').fill('Calls on Tuesdays')
    await field(mine, 'Street and house').fill('1 rue Alsace-Lorraine')
    await field(theirs, 'Notes').fill('Calls on Fridays')
    await field(theirs, 'Code').fill('ASIE')
    await other.keyboard.press('Control+s')
    await expect(other.getByText('Saved', { exact: true })).toBeVisible()

    // Quiet while one types; saving shows both.
    await expect(
      mine.getByText(/Dara Sok saved this client at .* when you save, you will see both/),
    ).toBeVisible()
    await page.keyboard.press('Control+s')
    await expect(mine.getByRole('row', { name: /Notes/ })).toContainText('Calls on Tuesdays')
    await expect(mine.getByRole('row', { name: /Notes/ })).toContainText('Calls on Fridays')
    await expect(mine.getByText('Also changed, and taken over: Code.')).toBeVisible()

    await mine.getByRole('button', { name: 'Take theirs' }).click()
    await expect(field(mine, 'Notes')).toHaveValue('Calls on Fridays')
    await expect(field(mine, 'Street and house')).toHaveValue('1 rue Alsace-Lorraine')
    await page.getByRole('button', { name: 'Bring mine back' }).click()
    await expect(field(mine, 'Notes')).toHaveValue('Calls on Tuesdays')
    await expect(field(mine, 'Code')).toHaveValue('ASIE')

    // Once more, and this time mine stays.
    await field(theirs, 'Notes').fill('Never calls')
    await other.keyboard.press('Control+s')
    await expect(mine.getByText(/Dara Sok saved this client at/)).toBeVisible()
    await page.keyboard.press('Control+s')
    await mine.getByRole('button', { name: 'Keep mine' }).click()
    await expect(field(theirs, 'Notes')).toHaveValue('Calls on Tuesdays')
    await expect(field(theirs, 'Street and house')).toHaveValue('1 rue Alsace-Lorraine')
    await other.context().close()
  })

  test('what was typed and not saved is back after the page went away', async ({ page, office }) => {
    await openClients(page, office)
    const card = await create(page, { Name: 'Bopha Garden Supply', City: 'Siem Reap' })
    await field(card, 'City').fill('Battambang')
    await page.reload()
    const again = windowOf(page, 'Bopha Garden Supply')
    await expect(again.getByText(/^Your unsaved changes from .* are back\./)).toBeVisible()
    await expect(field(again, 'City')).toHaveValue('Battambang')
    await again.getByRole('button', { name: 'Discard them' }).click()
    await expect(field(again, 'City')).toHaveValue('Siem Reap')

    // Esc asks; saved from there, the change is in the base.
    await field(again, 'City').fill('Kampot')
    await page.keyboard.press('Escape')
    await page
      .getByRole('dialog', { name: /^Save the changes to/ })
      .getByRole('button', { name: 'Save', exact: true })
      .click()
    await expect(again).toHaveCount(0)
    await openArea(page, 'Clients')
    await expect(rows(page)).toHaveText([/Kampot/])
    await page.reload()
    await expect(rows(page)).toHaveText([/Kampot/])
  })

  test('into the bin, back by undo, and back from the bin', async ({ page, office }) => {
    await openClients(page, office)
    for (const name of ['Alpha', 'Beta', 'Gamma']) await create(page, { Name: name })
    await openArea(page, 'Clients')
    await expect(rows(page)).toHaveText([/Alpha/, /Beta/, /Gamma/])
    await intoRows(page)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await expect(page.getByText('2 clients are in the bin')).toBeVisible()
    await expect(rows(page)).toHaveText([/Gamma/])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(rows(page)).toHaveText([/Alpha/, /Beta/, /Gamma/])

    await rows(page).filter({ hasText: 'Beta' }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Move to the bin' }).click()
    await expect(rows(page)).toHaveText([/Alpha/, /Gamma/])
    await expect(windowOf(page, 'Beta').getByText(/^This client is in the bin/)).toBeVisible()
    await expect(field(windowOf(page, 'Beta'), 'City')).toHaveCount(0)
    await windowOf(page, 'Clients').getByRole('button', { name: 'Show the bin' }).click()
    await expect(rows(page)).toHaveText([/Beta/])
    await rows(page).click()
    await windowOf(page, 'Clients').getByRole('button', { name: 'Restore' }).click()
    await expect(page.getByText('The bin is empty')).toBeVisible()
    await windowOf(page, 'Clients').getByRole('button', { name: 'Back to the clients' }).first().click()
    await expect(rows(page)).toHaveText([/Alpha/, /Beta/, /Gamma/])
  })

  test('refuses what cannot be, at the field and with a way to it', async ({ page, office }) => {
    await openClients(page, office)
    await page.keyboard.press('F2')
    await expect(field(front(page), 'Name')).toBeFocused()
    await field(front(page), 'E-mail').fill('nobody')
    await page.keyboard.press('Control+s')
    const problems = front(page).getByRole('alert')
    await expect(problems).toContainText('Name: Please fill this in.')
    await problems.getByRole('button', { name: /^E-mail:/ }).click()
    await expect(field(front(page), 'E-mail')).toBeFocused()
    await expect(field(front(page), 'E-mail')).toHaveAccessibleDescription(/looks like name@company\.com/)
  })
})

test.describe('by right', () => {
  test.use({ officeArguments: ['--demo'] })

  test('what a role hides is not there; who may not edit reads', async ({ page, office }) => {
    await enter(page, office, { name: 'Bunthoeun', password: 'counterpart' })
    await openArea(page, 'Clients')
    await expect(table(page).getByRole('columnheader', { name: 'Phone' })).toBeVisible()
    await expect(table(page).getByRole('columnheader', { name: 'Manager' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Filter: Manager' })).toHaveCount(0)
    await expect(windowOf(page, 'Clients').getByText(/\d rows$/)).toBeVisible()
    await rows(page).first().dblclick()
    const card = front(page)
    await expect(card.getByRole('tab', { name: 'Card' })).toBeVisible()
    await expect(field(card, 'Name').first()).toBeVisible()
    await expect(field(card, 'Notes')).toHaveCount(0)
    await expect(card.getByText('Manager', { exact: true })).toHaveCount(0)
    await expect(field(card, 'Name').first()).toHaveAttribute('readonly')
    await expect(card.getByRole('button', { name: /^(Save|Add|Remove)/ })).toHaveCount(0)
  })
})
