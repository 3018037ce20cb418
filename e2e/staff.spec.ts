import type { Browser, Locator, Page } from '@playwright/test'
import type { Office } from './office.ts'
import {
  beginOffice,
  enter,
  expect,
  network,
  openArea,
  owner,
  rail,
  searchBox,
  signIn,
  test,
  windowOf,
} from './person.ts'

const cashier = { name: 'Sreymom Chan', password: 'counter by the door' }

const dialog = (page: Page): Locator => page.locator('.kit-dialog')
const staff = (page: Page): Locator => windowOf(page, 'Staff')

/** A new office with its staff window open. */
async function openStaff(page: Page, office: Office): Promise<Locator> {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  const window = await openArea(page, 'Staff')
  // Its keys are there when it is.
  await expect(window.getByRole('button', { name: 'New person' })).toBeVisible()
  return window
}

async function addPerson(page: Page, { name, password }: typeof cashier, ...roles: string[]): Promise<void> {
  await openArea(page, 'Staff')
  await page.keyboard.press('F2')
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog(page).getByRole('textbox', { name: 'Password' }).fill(password)
  for (const role of roles) await dialog(page).getByRole('checkbox', { name: role, exact: true }).check()
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(staff(page).getByRole('row', { name })).toBeVisible()
}

/** At another computer of the office, at its sign-in. */
async function otherComputer(browser: Browser, office: Office): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(office.address)
  return page
}

/** The notes of a card that is open: a field that the cashier's role hides. */
async function addClient(page: Page, name: string, notes: string): Promise<void> {
  const clients = await openArea(page, 'Clients')
  await expect(clients.getByRole('button', { name: /New client/ }).first()).toBeVisible()
  await page.keyboard.press('F2')
  // The window takes the client's name as it is typed.
  const card = page.locator('.desk [role=dialog][data-active]')
  await card.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await card.getByRole('textbox', { name: 'Notes' }).fill(notes)
  await page.keyboard.press('Control+s')
  await expect(windowOf(page, name)).toBeVisible()
}

test.describe('people', () => {
  test.use({ expectedErrors: network })

  test('a new cashier signs in at another computer and finds nothing their role hides; deactivated, they are out at once', async ({
    page,
    office,
    browser,
  }) => {
    await openStaff(page, office)
    await addPerson(page, cashier, 'Cashier')
    await addClient(page, 'Bopha Flowers', 'Pays late, be careful')

    const other = await otherComputer(browser, office)
    await signIn(other, cashier)
    await expect(searchBox(other)).toBeVisible()
    await expect(rail(other).getByRole('button', { name: 'Clients' })).toBeVisible()
    for (const area of ['Staff', 'Operation log', 'Backups'])
      await expect(rail(other).getByRole('button', { name: area, exact: true })).toHaveCount(0)

    await searchBox(other).fill('bopha')
    await other.getByRole('option', { name: /Bopha Flowers/ }).click()
    const card = windowOf(other, 'Bopha Flowers')
    await expect(card.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Bopha Flowers')
    await expect(card.getByRole('textbox', { name: 'Notes' })).toHaveCount(0)
    await expect(card.getByText('Pays late, be careful')).toHaveCount(0)
    await expect(windowOf(page, 'Bopha Flowers').getByRole('textbox', { name: 'Notes' })).toHaveValue(
      'Pays late, be careful',
    )

    await openArea(page, 'Staff')
    await staff(page).getByRole('row', { name: cashier.name }).click()
    await staff(page).getByRole('button', { name: 'Deactivate…' }).click()
    await expect(dialog(page)).toContainText('signed out at once')
    await dialog(page).getByRole('button', { name: 'Deactivate' }).click()
    await expect(staff(page).getByRole('row', { name: cashier.name })).toContainText('Deactivated')

    await expect(other.getByText('Your session has ended. Sign in again.')).toBeVisible()
    await signIn(other, cashier)
    await expect(other.getByText('The name or the password is not right.')).toBeVisible()

    await staff(page).getByRole('row', { name: cashier.name }).click()
    await staff(page).getByRole('button', { name: 'Activate again…' }).click()
    await dialog(page).getByRole('button', { name: 'Activate' }).click()
    await expect(staff(page).getByRole('row', { name: cashier.name })).toContainText('Allowed')
    await signIn(other, cashier)
    await expect(rail(other)).toBeVisible()
    await other.context().close()
  })

  test('a new password ends what the old one opened', async ({ page, office, browser }) => {
    await openStaff(page, office)
    await addPerson(page, cashier, 'Cashier')
    const other = await otherComputer(browser, office)
    await signIn(other, cashier)
    await expect(searchBox(other)).toBeVisible()

    await staff(page).getByRole('row', { name: cashier.name }).click()
    await staff(page).getByRole('button', { name: 'New password…' }).click()
    await dialog(page).getByRole('textbox', { name: 'New password' }).fill('short')
    await dialog(page).getByRole('button', { name: 'Set the password' }).click()
    await expect(dialog(page).getByRole('textbox', { name: 'New password' })).toHaveAccessibleDescription(
      /needs at least 8 characters/,
    )
    await dialog(page).getByRole('textbox', { name: 'New password' }).fill('another one entirely')
    await dialog(page).getByRole('button', { name: 'Set the password' }).click()
    await expect(dialog(page)).toHaveCount(0)

    await expect(other.getByText('Your session has ended. Sign in again.')).toBeVisible()
    await signIn(other, { ...cashier, password: 'another one entirely' })
    await expect(rail(other)).toBeVisible()
    await other.context().close()
  })

  test('what cannot be is said at its field, and nothing typed is lost by mistake', async ({
    page,
    office,
  }) => {
    await openStaff(page, office)
    await page.keyboard.press('F2')
    const name = dialog(page).getByRole('textbox', { name: 'Name' })
    await dialog(page).getByRole('button', { name: 'Add to the office' }).click()
    await expect(name).toHaveAccessibleDescription(/A person needs a name/)
    await expect(dialog(page).getByText('Tick at least one role.').last()).toBeVisible()

    await name.fill(owner.name.toUpperCase())
    await dialog(page).getByRole('textbox', { name: 'Password' }).fill(cashier.password)
    await dialog(page).getByRole('checkbox', { name: 'Operator' }).check()
    await dialog(page).getByRole('button', { name: 'Add to the office' }).click()
    await expect(name).toHaveAccessibleDescription(/is already taken/)
    await expect(name).toBeFocused()

    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Keep it open' }).click()
    await expect(name).toHaveValue(owner.name.toUpperCase())
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Close without saving' }).click()
    await expect(dialog(page)).toHaveCount(0)

    await staff(page).getByRole('row', { name: owner.name }).dblclick()
    await dialog(page).getByRole('checkbox', { name: 'Owner' }).uncheck()
    await dialog(page).getByRole('checkbox', { name: 'Cashier' }).check()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page).getByRole('group', { name: 'Roles' })).toContainText(
      'The office needs at least one active owner',
    )
  })
})

test.describe('roles', () => {
  test('what a role may holds at once for those who have it', async ({ page, office, browser }) => {
    await openStaff(page, office)
    await addPerson(page, cashier, 'Cashier')
    const other = await otherComputer(browser, office)
    await signIn(other, cashier)
    await expect(rail(other).getByRole('button', { name: 'Clients' })).toBeVisible()

    await staff(page).getByRole('tab', { name: 'Roles' }).click()
    await staff(page).getByRole('button', { name: 'Cashier 1 person' }).click()
    await staff(page).getByRole('checkbox', { name: 'Change the staff' }).check()
    await expect(staff(page).getByRole('checkbox', { name: 'See the staff' })).toBeChecked()
    await staff(page).getByRole('checkbox', { name: 'Change the staff' }).uncheck()
    await page.keyboard.press('Control+s')
    await expect(page.getByText('The role “Cashier” is saved.')).toBeVisible()

    await rail(other).getByRole('button', { name: 'Staff' }).click()
    await expect(staff(other).getByRole('row', { name: owner.name })).toBeVisible()
    await expect(staff(other).getByText('does not change it')).toBeVisible()
    await expect(staff(other).getByRole('button', { name: 'New person' })).toHaveCount(0)
    await staff(other).getByRole('tab', { name: 'Roles' }).click()
    await staff(other).getByRole('button', { name: 'Manager Nobody' }).click()
    await expect(staff(other).getByRole('checkbox', { name: 'Import clients' })).toBeDisabled()
    await expect(staff(other).getByRole('button', { name: 'Save' })).toHaveCount(0)
    await other.context().close()
  })

  test('one of one’s own: a copy, another name, given, kept while used, deleted', async ({
    page,
    office,
  }) => {
    await openStaff(page, office)
    await staff(page).getByRole('tab', { name: 'Roles' }).click()
    const owners = staff(page).getByRole('checkbox', { name: 'See clients' })
    await expect(owners).toBeDisabled()
    await expect(staff(page).getByText('This role cannot be changed')).toBeVisible()

    await staff(page).getByRole('button', { name: 'Storekeeper' }).click()
    await staff(page).getByRole('button', { name: 'Make a copy' }).click()
    const name = staff(page).getByRole('textbox', { name: 'Name of the role' })
    await expect(name).toHaveValue('Storekeeper (copy)')
    await expect(staff(page).getByRole('checkbox', { name: 'Notes' })).not.toBeChecked()
    await name.fill('manager')
    await page.keyboard.press('Control+s')
    await expect(name).toHaveAccessibleDescription(/is already taken/)
    await name.fill('Night shift')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('The role “Night shift” is saved.')).toBeVisible()

    await staff(page).getByRole('tab', { name: 'People' }).click()
    await addPerson(page, cashier, 'Night shift')
    await staff(page).getByRole('tab', { name: 'Roles' }).click()
    await expect(staff(page).getByRole('button', { name: 'Delete…' })).toBeDisabled()
    await staff(page).getByRole('tab', { name: 'People' }).click()
    await staff(page).getByRole('row', { name: cashier.name }).dblclick()
    await dialog(page).getByRole('checkbox', { name: 'Operator' }).check()
    await dialog(page).getByRole('checkbox', { name: 'Night shift' }).uncheck()
    await dialog(page).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page)).toHaveCount(0)
    await staff(page).getByRole('tab', { name: 'Roles' }).click()
    await staff(page).getByRole('button', { name: 'Delete…' }).click()
    await dialog(page).getByRole('button', { name: 'Delete the role' }).click()
    await expect(staff(page).getByRole('button', { name: 'Night shift' })).toHaveCount(0)
  })

  test('half a role stays while one looks elsewhere, and asks before it goes', async ({ page, office }) => {
    await openStaff(page, office)
    await staff(page).getByRole('tab', { name: 'Roles' }).click()
    await page.keyboard.press('F2')
    const name = staff(page).getByRole('textbox', { name: 'Name of the role' })
    await name.fill('Half a role')
    await staff(page).getByRole('tab', { name: 'People' }).click()
    await staff(page).getByRole('tab', { name: 'Roles' }).click()
    await expect(name).toHaveValue('Half a role')
    await staff(page).getByRole('button', { name: 'Manager' }).click()
    await page.getByRole('button', { name: 'Keep it open' }).click()
    await expect(name).toHaveValue('Half a role')
    await staff(page).getByRole('button', { name: 'Manager' }).click()
    await page.getByRole('button', { name: 'Close without saving' }).click()
    await expect(staff(page).getByRole('heading', { name: 'Manager' })).toBeVisible()
  })
})

test.describe('one’s own settings', () => {
  test('a wrong present password is said at its field; the right one changes it', async ({
    page,
    office,
    browser,
  }) => {
    await beginOffice(page.context(), office)
    await enter(page, office, owner)
    const settings = await openArea(page, 'Settings')
    await settings.getByRole('tab', { name: 'Password' }).click()
    const old = settings.getByRole('textbox', { name: 'Present password' })
    await old.fill('not this one')
    await settings.getByRole('textbox', { name: 'New password', exact: true }).fill('a better one now')
    await settings.getByRole('textbox', { name: 'New password once more' }).fill('a better one now')
    await settings.getByRole('button', { name: 'Change the password' }).click()
    await expect(old).toHaveAccessibleDescription(/The present password is not right/)
    await expect(old).toBeFocused()
    await old.fill(owner.password)
    await settings.getByRole('button', { name: 'Change the password' }).click()
    await expect(page.getByText('Your password is changed.')).toBeVisible()
    await expect(old).toHaveValue('')

    const other = await otherComputer(browser, office)
    await signIn(other, { ...owner, password: 'a better one now' })
    await expect(searchBox(other)).toBeVisible()
    await other.context().close()
  })

  test('language and look change at once, what is half typed stays, and both come along', async ({
    page,
    office,
    browser,
  }) => {
    await beginOffice(page.context(), office)
    await enter(page, office, owner)
    const settings = await openArea(page, 'Settings')
    await settings.getByRole('tab', { name: 'The office' }).click()
    await settings.getByRole('textbox', { name: 'Company' }).fill('Half a na')
    await settings.getByRole('tab', { name: 'Language and look' }).click()
    await settings.getByText('Calm dark').click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'calm-dark')
    await settings.getByRole('group', { name: 'Language' }).getByText('Русский').click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')

    const inRussian = page.locator('.desk [role=dialog][data-active]')
    await inRussian.getByRole('tab').nth(2).click()
    await expect(inRussian.getByRole('textbox').first()).toHaveValue('Half a na')

    const other = await otherComputer(browser, office)
    await signIn(other)
    await expect(other.locator('html')).toHaveAttribute('lang', 'ru')
    await expect(other.locator('html')).toHaveAttribute('data-theme', 'calm-dark')
    await other.context().close()
  })
})
