import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import {
  beginOffice,
  callDoor,
  company,
  expect,
  network,
  openArea,
  owner,
  practitioner,
  searchBox,
  signIn,
  states,
  test,
  windowOf,
} from './person.ts'

test.describe('the first screen', () => {
  test.beforeEach(({ page, office }) => page.goto(office.address))

  test('a few answers, and the desk is there', async ({ page, context, office }) => {
    await page.getByRole('textbox', { name: 'Company' }).fill(company)
    await page.getByLabel('Country').selectOption({ label: 'Cambodia' })
    await expect(page.getByLabel('Currency')).toHaveValue('KHR')
    await page.getByLabel('Country').selectOption({ label: 'Malawi' })
    await expect(page.getByLabel('Currency')).toHaveValue('MWK')
    await page.getByLabel('Currency').selectOption('USD')
    await page.getByRole('textbox', { name: 'Your name' }).fill(owner.name)
    await page.getByRole('textbox', { name: 'Password', exact: true }).fill(owner.password)
    await page.getByRole('textbox', { name: 'Password once more' }).fill(owner.password)
    await page.getByRole('button', { name: 'Open the office' }).click()

    await expect(page.getByText('Your desk is clear')).toBeVisible()
    await expect(page.getByRole('banner')).toContainText(company)
    await expect(page.getByRole('banner').getByRole('button', { name: owner.name })).toBeVisible()
    await expect(states(page)).toContainText('Connected')
    await expect(states(page)).toContainText('1 person')

    const [cookie, ...others] = await context.cookies(office.address)
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })

  test('what is missing is said at the field and leads to it', async ({ page }) => {
    const companyField = page.getByRole('textbox', { name: 'Company' })
    const password = page.getByRole('textbox', { name: 'Password', exact: true })
    const repeat = page.getByRole('textbox', { name: 'Password once more' })
    const open = page.getByRole('button', { name: 'Open the office' })
    await open.click()
    await expect(companyField).toHaveAccessibleDescription(/Please fill this in/)
    await expect(companyField).toBeFocused()
    await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveAccessibleDescription(/fill this in/)
    await expect(password).toHaveAttribute('aria-invalid', 'true')
    await expect(password).toHaveAccessibleDescription('At least 8 characters')

    await page.getByRole('button', { name: /^Your name: / }).click()
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
    await page.keyboard.type(owner.name)
    await companyField.fill('   ')
    await open.click()
    await expect(companyField).toHaveAttribute('aria-invalid', 'true')
    await companyField.fill(company)
    await expect(companyField).not.toHaveAttribute('aria-invalid')

    await password.fill('7 signs')
    await expect(password).toHaveAttribute('aria-invalid', 'true')
    await password.fill('8 signs!')
    await expect(password).not.toHaveAttribute('aria-invalid')
    await repeat.fill('9 signs!!')
    await open.click()
    await expect(repeat).toHaveAccessibleDescription('The two passwords differ.')
    await repeat.fill('8 signs!')
    await open.click()
    await expect(searchBox(page)).toBeVisible()
  })

  test('it fits a small screen without scrolling, with country and currency side by side', async ({
    page,
  }) => {
    const country = (await page.getByLabel('Country').boundingBox())!
    const currency = (await page.getByLabel('Currency').boundingBox())!
    expect(currency.y).toBe(country.y)
    await expect(page.getByRole('button', { name: /practice base/ })).toBeInViewport({ ratio: 1 })
    const main = (await page.getByRole('main').boundingBox())!
    expect(main.y + main.height).toBeLessThan(768)
  })

  test('with errors on a low screen everything can be scrolled to', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 560 })
    await page.getByRole('button', { name: 'Open the office' }).click()
    const list = page.getByText('Please correct these 3 fields:')
    await list.scrollIntoViewIfNeeded()
    await expect(list).toBeInViewport({ ratio: 1 })
    const mark = (await page.getByRole('banner').boundingBox())!
    const said = (await list.boundingBox())!
    expect(said.y).toBeGreaterThanOrEqual(mark.y + mark.height)
  })
})

test.describe('the practice base', () => {
  test('is made from the first screen, and says at its sign-in how to get in', async ({ page, office }) => {
    await page.goto(office.address)
    await page.getByRole('button', { name: 'Look around in a practice base first' }).click()
    await expect(searchBox(page)).toBeVisible()
    const clients = await openArea(page, 'Clients')
    await expect(clients.getByText('400 rows')).toBeVisible()
    await page.getByRole('banner').getByRole('button', { name: practitioner.name }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(
      page.getByText(`sign in as ${practitioner.name} with the password ${practitioner.password}`),
    ).toBeVisible()
  })

  test.describe(() => {
    test.use({ officeArguments: ['--demo'] })

    test('is there at once with --demo; “Fill in” is all there is to type', async ({ page, office }) => {
      await page.goto(office.address)
      await page.getByRole('button', { name: 'Fill in' }).click()
      await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(practitioner.name)
      await page.keyboard.press('Enter')
      await expect(searchBox(page)).toBeVisible()
      await expect(page.getByText('Your desk is clear')).toBeVisible()
      await openArea(page, 'Clients')
      await expect(windowOf(page, 'Clients').getByText('400 rows')).toBeVisible()
    })
  })
})

test('sign out and in again', async ({ page, context, office }) => {
  await beginOffice(context, office)
  await page.goto(office.address)
  await page.getByRole('banner').getByRole('button', { name: owner.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: `Sign in to ${company}` })).toBeVisible()
  expect(await context.cookies(office.address)).toEqual([])
  await signIn(page)
  await expect(page.getByText('Your desk is clear')).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: owner.name }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  // The name is kept on this computer: the password is all there is to type.
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(owner.name)
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused()
})

test.describe('refused at the door', () => {
  test.use({ expectedErrors: network })

  test('a wrong password is refused, the name stays, and tries become slow', async ({
    page,
    context,
    office,
  }) => {
    await beginOffice(context, office)
    await context.clearCookies()
    await page.goto(office.address)
    const password = page.getByRole('textbox', { name: 'Password' })
    await signIn(page, { ...owner, password: 'wrong' })
    await expect(page.getByRole('alert')).toHaveText('The name or the password is not right.')
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(owner.name)
    await expect(password).toHaveValue('')
    await expect(password).toBeFocused()
    for (let tries = 2; tries <= 3; tries++) {
      const answered = page.waitForResponse(/door\/signIn/)
      await signIn(page, { ...owner, password: 'wrong' })
      await answered
    }
    // Now even the right one has to wait.
    await signIn(page)
    await expect(page.getByText(/\d+ seconds?/)).toBeVisible()
    await expect(async () => {
      // Let in late, there is nothing left to fill in.
      if (await password.isVisible()) await signIn(page)
      await expect(searchBox(page)).toBeVisible({ timeout: 800 })
    }).toPass({ timeout: 20_000 })
  })

  test('the office goes away and comes back: the page says so, waits, and hears what changes', async ({
    page,
    context,
    office,
  }) => {
    await beginOffice(context, office)
    await page.goto(office.address)
    const clients = await openArea(page, 'Clients')
    await clients.getByRole('textbox').first().fill('half a word')
    await office.close()
    await expect(states(page)).toContainText('Connection lost')
    const heard = tellings(page)
    await office.reopen()
    await expect(states(page)).toContainText('Connected')
    await expect(clients.getByRole('textbox').first()).toHaveValue('half a word')
    await expect(states(page)).toContainText('1 person')

    // Somebody signs in elsewhere: nobody tells this page of it but the office.
    const other = await context.browser()!.newContext()
    await callDoor(other, office, 'signIn', owner)
    await expect.poll(() => heard.join(' ')).toContain('status.changed')
    await other.close()
  })

  test('a base that is gone is not replaced by an empty one', async ({ page, context, office }) => {
    await beginOffice(context, office)
    await office.close()
    for (const file of await readdir(office.data))
      if (file.startsWith('office.sqlite')) await rm(path.join(office.data, file))
    await office.reopen()
    await page.goto(office.address)
    await expect(page.getByText('The base of this office is gone')).toBeVisible()
    await expect(page.getByText('office.sqlite')).toBeVisible()
    expect(await readdir(office.data)).not.toContain('office.sqlite')
  })

  test('a session that was ended elsewhere: sign-in comes over the desk, which keeps what was typed', async ({
    page,
    context,
    office,
  }) => {
    await beginOffice(context, office)
    await page.goto(office.address)
    const clients = await openArea(page, 'Clients')
    await clients.getByRole('textbox').first().fill('half a word')
    // The same cookie leaves by another door.
    await callDoor(context, office, 'signOut', {})
    await expect(page.getByText('Your session has ended. Sign in again.')).toBeVisible()
    // Nothing behind it can be reached: neither by Tab nor by the keys of the desk.
    await page.keyboard.press('Control+k')
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('.shell'))).toBeNull()
    }
    await page.getByRole('textbox', { name: 'Password' }).focus()
    // Who it was is known: only the password is asked for.
    await page.keyboard.type(owner.password)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Your session has ended')).toBeHidden()
    await expect(clients.getByRole('textbox').first()).toHaveValue('half a word')
    await expect(states(page)).toContainText('Connected')
    await expect(windowOf(page, 'Clients')).toHaveAttribute('data-active')
    // And the keys of the desk are back.
    await page.keyboard.press('Control+k')
    await expect(searchBox(page)).toBeFocused()
  })

  test('whoever signs in there instead finds their own desk and nothing of the one before', async ({
    page,
    context,
    office,
  }) => {
    await beginOffice(context, office)
    await page.goto(office.address)
    await openArea(page, 'Clients')
    await page.route('**/door/call/door/signIn', async (route) => {
      // Stands for a colleague: what the office answers, with another number.
      const answer = await route.fetch()
      const body = (await answer.json()) as { json: { id: number } }
      await route.fulfill({ response: answer, json: { ...body, json: { ...body.json, id: 99 } } })
    })
    await callDoor(context, office, 'signOut', {})
    await expect(page.getByText('Your session has ended. Sign in again.')).toBeVisible()
    const loaded = page.waitForEvent('load')
    await signIn(page)
    await loaded
    await expect(searchBox(page)).toBeVisible()
  })
})

/** What the office tells a page over the lines it opens from now on. */
function tellings(page: Page): string[] {
  const heard: string[] = []
  page.on('websocket', (line) => line.on('framereceived', ({ payload }) => heard.push(String(payload))))
  return heard
}
