import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Office } from './office.ts'
import {
  beginOffice,
  enter,
  expect,
  network,
  openArea,
  owner,
  searchBox,
  signIn,
  tasks,
  test,
  windowOf,
} from './person.ts'

const dialog = (page: Page): Locator => page.locator('.kit-dialog')
const backups = (page: Page): Locator => windowOf(page, 'Backups')
const log = (page: Page): Locator => windowOf(page, 'Operation log')

async function begin(page: Page, office: Office): Promise<void> {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
}

async function beginClient(page: Page, name: string): Promise<void> {
  const clients = await openArea(page, 'Clients')
  // Its keys are there when it is.
  await expect(clients.getByRole('button', { name: /New client/ }).first()).toBeVisible()
  await page.keyboard.press('F2')
  await windowOf(page, 'New client').getByRole('textbox', { name: 'Name', exact: true }).fill(name)
}

/** A client of this name; its card stays open in front. */
async function addClient(page: Page, name: string): Promise<Locator> {
  await beginClient(page, name)
  await page.keyboard.press('Control+s')
  await expect(windowOf(page, name)).toBeVisible()
  return windowOf(page, name)
}

async function makeBackup(page: Page): Promise<void> {
  await openArea(page, 'Backups')
  await backups(page).getByRole('button', { name: 'Make a backup now' }).first().click()
  await expect(page.getByText(/The backup is made and checked/)).toBeVisible()
  await expect(backups(page).getByRole('row', { name: /Made by hand/ })).toContainText('Opened and read')
}

/** Everything up to the press that does it. */
async function askToRestore(page: Page): Promise<void> {
  await openArea(page, 'Backups')
  const made = backups(page).getByRole('row', { name: /Made by hand/ })
  await made.getByRole('button', { name: 'Restore…' }).click()
  await expect(dialog(page)).toContainText('Everybody is signed out')
  await expect(dialog(page)).toContainText('kept in this list as a backup of its own')
  await expect(dialog(page).getByRole('button', { name: 'Restore this backup' })).toBeDisabled()
  await dialog(page).getByRole('checkbox').check()
}

test.describe('backups', () => {
  test.use({ expectedErrors: network })

  test('back to the state of a backup; the log says who did what, and the way forward is kept', async ({
    page,
    office,
  }) => {
    await begin(page, office)
    const card = await addClient(page, 'Before the backup')
    await makeBackup(page)
    await expect(page.getByRole('heading', { name: 'The office is backed up' })).toBeVisible()

    // It lies behind the window of backups.
    await tasks(page).getByRole('button', { name: 'Before the backup' }).click()
    await card.getByRole('textbox', { name: 'Name', exact: true }).fill('After the backup')
    await page.keyboard.press('Control+s')
    await expect(windowOf(page, 'After the backup')).toBeVisible()

    await askToRestore(page)
    // While the office is busy with the restoring it may not answer; whoever is already typing is not disturbed.
    await page.route('**/door/call/door/state', (route) => route.abort())
    const unanswered = page.waitForEvent('requestfailed')
    await dialog(page).getByRole('button', { name: 'Restore this backup' }).click()
    await unanswered
    await page.getByRole('textbox', { name: 'Password' }).fill(owner.password)
    await page.waitForEvent('requestfailed')
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(owner.password)
    await page.unrouteAll()
    await signIn(page)
    await expect(searchBox(page)).toBeVisible()
    await searchBox(page).fill('backup')
    await expect(page.getByRole('option', { name: /Before the backup/ })).toBeVisible()
    await expect(page.getByRole('option', { name: /After the backup/ })).toHaveCount(0)
    await page.keyboard.press('Escape')

    await openArea(page, 'Backups')
    await expect(backups(page).getByRole('row', { name: /Before a backup was restored/ })).toBeVisible()
    await openArea(page, 'Operation log')
    const restored = log(page).getByRole('row', { name: /Restored a backup/ })
    await expect(restored).toContainText(owner.name)
    await expect(log(page).getByRole('row', { name: /Added a client/ })).toContainText('Before the backup')
    await expect(log(page).getByRole('row', { name: /Changed a client/ })).toHaveCount(0)
  })

  test('a damaged backup is refused and everything stays as it is', async ({ page, office }) => {
    await begin(page, office)
    await makeBackup(page)
    const folder = path.join(office.data, 'backups')
    const name = (await readdir(folder)).find((file) => file.endsWith('by-hand.sqlite'))!
    const file = await open(path.join(folder, name), 'r+')
    await file.write(Buffer.alloc(8192, 'x'), 0, 8192, 20_000)
    await file.close()

    await askToRestore(page)
    await dialog(page).getByRole('button', { name: 'Restore this backup' }).click()
    await expect(dialog(page).getByRole('alert')).toContainText('is damaged and was not used')
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await openArea(page, 'Clients')
    await expect(page.getByText('No clients yet')).toBeVisible()
  })

  test('what is not saved is named before a backup is restored', async ({ page, office }) => {
    await begin(page, office)
    await makeBackup(page)
    await beginClient(page, 'Half a client')
    await askToRestore(page)
    await expect(dialog(page).getByRole('status')).toContainText('something is not saved')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  })
})

test.describe('a base that is gone', () => {
  test.use({ expectedErrors: network })

  test('is said, and comes back from a backup that a stick still has', async ({ page, office }) => {
    await begin(page, office)
    const stick = await mkdtemp(path.join(tmpdir(), 'counterpart-stick-'))
    await addClient(page, 'Kept on the stick')
    await openArea(page, 'Backups')
    await backups(page).getByRole('button', { name: 'Plan…' }).click()
    await dialog(page).getByRole('textbox', { name: 'Copy them to another place too' }).fill(stick)
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await makeBackup(page)
    await expect(backups(page).getByRole('row', { name: /Made by hand/ })).toContainText('At both places')

    await office.close()
    await rm(path.join(office.data, 'office.sqlite'))
    await rm(path.join(office.data, 'backups'), { recursive: true })
    await office.reopen()
    await page.goto(office.address)
    await expect(page.getByRole('heading', { name: 'The base of this office is gone' })).toBeVisible()
    await expect(page.getByText(office.data)).toBeVisible()
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await signIn(page)
    await expect(searchBox(page)).toBeVisible()
    await searchBox(page).fill('stick')
    await expect(page.getByRole('option', { name: /Kept on the stick/ })).toBeVisible()
    await rm(stick, { recursive: true })
  })
})

test.describe('the operation log', () => {
  test.use({ expectedErrors: network })

  test('every line says who, what and whom; it grows as things happen, and nothing in it can be changed', async ({
    page,
    office,
  }) => {
    await begin(page, office)
    await openArea(page, 'Operation log')
    // Not the row of filters under the titles.
    const rows = log(page).locator('[role=row][data-index]')
    await expect(log(page).getByRole('row', { name: /Set up the office/ })).toBeVisible()
    await expect(
      log(page)
        .getByRole('row', { name: /Signed in/ })
        .first(),
    ).toContainText(owner.name)

    const card = await addClient(page, 'Ernst Handel')
    await expect(log(page).getByRole('row', { name: /Added a client/ })).toContainText('Ernst Handel')
    await card.getByRole('textbox', { name: 'Name', exact: true }).fill('Ernst Handel GmbH')
    await page.keyboard.press('Control+s')
    const changed = log(page).getByRole('row', { name: /Changed a client/ })
    await expect(changed).toContainText('Names: Ernst Handel → Ernst Handel GmbH')

    await openArea(page, 'Operation log')
    await changed.click({ position: { x: 20, y: 10 } })
    await page.keyboard.press('Space')
    const details = log(page).getByRole('complementary', { name: 'Details' })
    await expect(details.getByRole('deletion')).toHaveText('Ernst Handel')
    await expect(details.getByRole('insertion')).toHaveText('Ernst Handel GmbH')
    await expect(log(page).getByRole('button', { name: /delete|undo|edit/i })).toHaveCount(0)

    await details.getByRole('button', { name: 'Open Ernst Handel GmbH' }).click()
    await expect(windowOf(page, 'Ernst Handel GmbH')).toHaveAttribute('data-active')

    await openArea(page, 'Operation log')
    await log(page).getByRole('combobox', { name: 'What' }).selectOption({ label: 'Added a client' })
    await expect(rows).toHaveCount(1)
    await log(page).getByLabel('to', { exact: true }).fill('2020-01-01')
    await expect(log(page).getByText('Nothing in the log fits this')).toBeVisible()
    await log(page).getByRole('button', { name: 'Clear the filters' }).first().click()
    await page.keyboard.press('Control+f')
    await page.keyboard.type('Handel')
    await expect(rows).toHaveCount(2)
  })

  test('its lines are put together by person by the keys, and a heading opens to them', async ({
    page,
    office,
  }) => {
    await begin(page, office)
    await addClient(page, 'Ernst Handel')
    await openArea(page, 'Operation log')
    const grid = log(page).getByRole('grid')
    await expect(grid.getByRole('row', { name: /Added a client/ })).toBeVisible()
    const who = log(page).getByRole('columnheader', { name: 'Who', exact: true })
    await who.getByRole('button', { name: 'Who' }).press('Alt+ArrowDown')
    await page.getByRole('menuitem', { name: 'Group by this' }).press('Enter')
    const heading = log(page).getByRole('row', { name: new RegExp(`Who: ${owner.name}`) })
    await expect(heading).toBeVisible()
    await expect(log(page).getByRole('row', { name: /Added a client/ })).toHaveCount(0)
    await heading.click()
    await log(page).getByRole('treegrid').press('ArrowRight')
    await expect(log(page).getByRole('row', { name: /Added a client/ })).toContainText('Ernst Handel')
  })

  test('a try that failed at the sign-in stands out, with the name that was tried', async ({
    page,
    office,
    browser,
  }) => {
    await begin(page, office)
    await openArea(page, 'Operation log')
    const context = await browser.newContext({ locale: 'en-GB' })
    const other = await context.newPage()
    await other.goto(office.address)
    await signIn(other, { ...owner, password: 'something else' })
    await expect(other.getByText('The name or the password is not right.')).toBeVisible()
    const failed = log(page).getByRole('row', { name: /Tried to sign in and failed/ })
    await expect(failed).toContainText(owner.name)
    await expect(failed).toHaveAttribute('data-tone', 'warn')
    await context.close()
  })
})
