/** A person in front of the program: their pages, what they do with the desk, and what they must never see. */
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, scannerSaysSo, startOffice, test as withOffice, type Office } from './office.ts'

export const owner = { name: 'Dara Sok', password: 'four hundred clients' }
export const company = 'Angkor Home & Garden'
/** Who the practice base is entered as. */
export const practitioner = { name: 'Sophea', password: 'counterpart' }

/** Calls a procedure of the door as the page would; the session's cookie stays with the context. */
export async function callDoor(context: BrowserContext, office: Office, name: string, input: object) {
  const { origin } = new URL(office.address)
  const answer = await context.request.post(`${origin}/door/call/door/${name}`, {
    headers: { origin },
    data: { json: input },
  })
  expect(answer.ok(), `door.${name}: ${await answer.text()}`).toBe(true)
}

/** Opens an office that has nobody yet, without its first screen: that has tests of its own. */
export const beginOffice = (context: BrowserContext, office: Office) =>
  callDoor(context, office, 'start', { language: 'en', company, country: 'KH', currency: 'KHR', ...owner })

/** Signs in without the screen for it, and shows the desk. */
export async function enter(page: Page, office: Office, person = practitioner): Promise<void> {
  await callDoor(page.context(), office, 'signIn', person)
  await page.goto(office.address)
  await expect(searchBox(page)).toBeVisible()
}

export async function signIn(page: Page, person: { name: string; password: string } = owner): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(person.name)
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export const searchBox = (page: Page): Locator => page.getByRole('combobox', { name: /^Find a client/ })
export const rail = (page: Page): Locator => page.getByRole('navigation', { name: 'Areas' })
export const tasks = (page: Page): Locator => page.getByRole('toolbar', { name: 'Open windows' })
export const states = (page: Page): Locator => page.getByRole('status', { name: 'State of the office' })

/** A window of the desk by its title; one that is minimised or a tab behind another is not there to be seen. */
export const windowOf = (page: Page, title: string): Locator =>
  page.locator('.desk').getByRole('dialog', { name: title, exact: true })

export async function openArea(page: Page, name: string): Promise<Locator> {
  await rail(page).getByRole('button', { name, exact: true }).click()
  await expect(windowOf(page, name)).toHaveAttribute('data-active')
  return windowOf(page, name)
}

/** Runs a command of the search over everything by its whole name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await searchBox(page).fill(name)
  await page.getByRole('option', { name, exact: true }).click()
}

/** Chooses from a window's own menu; more names lead through its submenus. */
export async function fromWindowMenu(window: Locator, ...names: string[]): Promise<void> {
  await window.getByRole('button', { name: 'Window menu' }).click()
  const page = window.page()
  for (const name of names) await page.getByRole('menuitem', { name }).click()
}

/** What the browser itself says of an office that is away or of a refused password. */
export const network = /^Failed to load resource|^WebSocket connection to/

interface Fixtures {
  /** Console errors that belong to what a test does; every other fails it. */
  readonly expectedErrors: RegExp | undefined
  /** Gathers what the pages of a context complain of; a second context has to be given to it. */
  readonly watch: (context: BrowserContext) => void
  /** A clear desk in the practice base that the tests of this worker share. */
  readonly desk: Page
}
interface WorkerFixtures {
  /** Whether scanners are told from these hands by their pace. */
  readonly scannersByPace: boolean
  readonly sharedOffice: Office
}

export const test = withOffice.extend<Fixtures, WorkerFixtures>({
  scannersByPace: [false, { option: true, scope: 'worker' }],
  browser: [
    async ({ browser, scannersByPace }, use) => {
      const open = browser.newContext.bind(browser)
      if (!scannersByPace)
        browser.newContext = async (options) => {
          const context = await open(options)
          await context.addInitScript(scannerSaysSo)
          return context
        }
      await use(browser)
      browser.newContext = open
    },
    { scope: 'worker' },
  ],
  expectedErrors: [undefined, { option: true }],
  watch: [
    async ({ context, expectedErrors }, use) => {
      const complaints: string[] = []
      const complain = (text: string) => {
        if (!expectedErrors?.test(text)) complaints.push(text)
      }
      const watch = (watched: BrowserContext) => {
        // A page's policy tells of what it refused on the console too.
        watched.on('console', (message) => {
          if (message.type() === 'error') complain(message.text())
        })
        watched.on('weberror', (error) => complain(String(error.error())))
      }
      watch(context)
      await use(watch)
      expect(complaints, 'errors on the console').toEqual([])
    },
    { auto: true },
  ],
  office: async ({ office, context }, use) => {
    await use(office)
    // Before the office goes, or its pages would complain that it is away.
    for (const page of context.pages()) await page.close()
  },
  sharedOffice: [
    // Playwright wants the pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const office = await startOffice(['--demo'])
      await use(office)
      await office.stop()
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, sharedOffice }, use) => {
    await enter(page, sharedOffice)
    await command(page, 'Close all windows')
    await expect(page.getByText('Your desk is clear')).toBeVisible()
    await use(page)
  },
})

/** The same at an office of one's own: where what one test leaves behind (a call on the line) would meet the next. */
export const testApart = test.extend({
  officeArguments: ['--demo'],
  desk: async ({ page, office }, use) => {
    await enter(page, office)
    await use(page)
  },
})

export { expect }
