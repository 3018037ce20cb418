import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { languages, languageTags } from '../app/languages.ts'
import { callDoor, company, enter, expect, owner, practitioner, test } from './person.ts'
import { activeWindow, badlyLaidOut, eachWindow, settled, wordIn } from './screens.ts'

/** Those whose folder is there; the pseudo-language has none of its own. */
const spoken = languageTags.filter(
  (tag) =>
    tag !== 'ar-XB' && existsSync(path.resolve(import.meta.dirname, `../assets/languages/${tag}/shell.json`)),
)

/** The language and direction that the page declares. */
const declared = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])

/** Marks the page, so that a reload would be seen. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }))
const isMarked = (page: Page) => page.evaluate(() => 'marked' in window)

test('on the first screen each language is chosen at once and what was typed stays', async ({
  page,
  office,
}) => {
  await page.goto(office.address)
  await page.getByRole('textbox', { name: 'Company' }).fill(company)
  await mark(page)
  const choice = page.getByRole('combobox').first()
  for (const tag of [...spoken].reverse()) {
    await choice.selectOption({ label: languages[tag].name })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordIn(tag, 'door', 'first.title'))
    await expect(page.getByRole('textbox', { name: wordIn(tag, 'door', 'first.company') })).toHaveValue(
      company,
    )
    expect(await declared(page)).toEqual([tag, languages[tag].direction])
  }
  // The one at the top of the page does the same.
  for (const tag of spoken) {
    await page.getByRole('banner').getByRole('button').last().click()
    await page.getByRole('menuitemradio', { name: languages[tag].name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordIn(tag, 'door', 'first.title'))
    await page.keyboard.press('Escape')
  }
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(await isMarked(page)).toBe(true)
})

test('the office speaks what was chosen first, to whoever has not chosen', async ({
  page,
  office,
  browser,
}) => {
  const tag = spoken.at(-1)!
  await page.goto(office.address)
  await page.getByRole('combobox').first().selectOption({ label: languages[tag].name })
  const field = (key: string) =>
    page.getByRole('textbox', { name: wordIn(tag, 'door', `first.${key}`), exact: true })
  await field('company').fill(company)
  await field('name').fill(owner.name)
  await field('password').fill(owner.password)
  await field('repeat').fill(owner.password)
  await page.getByRole('button', { name: wordIn(tag, 'door', 'first.start') }).click()
  await expect(page.getByText(wordIn(tag, 'shell', 'desk.empty'))).toBeVisible()

  const context = await browser.newContext({ locale: 'en-GB' })
  const other = await context.newPage()
  await other.goto(office.address)
  await expect(other.getByRole('button', { name: wordIn(tag, 'door', 'signIn.button') })).toBeVisible()
  expect(await declared(other)).toEqual([tag, languages[tag].direction])
  await context.close()
})

test.describe('in the practice base', () => {
  test.use({ officeArguments: ['--demo'] })

  test('the menu changes the language without a reload; a half-typed card stays, and the choice comes along', async ({
    page,
    office,
    browser,
  }) => {
    await enter(page, office)
    await page.keyboard.press('Alt+1')
    await settled(page)
    await page.keyboard.press('F2')
    const name = activeWindow(page).locator('form').getByRole('textbox').first()
    await name.fill('សុខ Half')
    await mark(page)
    const strip = page.getByRole('contentinfo').getByRole('toolbar')
    const person = page.getByRole('banner').getByRole('button', { name: practitioner.name })
    for (const tag of [...spoken.filter((tag) => tag !== 'en'), 'en'] as const) {
      await person.click()
      await page.getByRole('menuitem').nth(1).click()
      await page.getByRole('menuitemradio', { name: languages[tag].name }).click()
      await expect
        .poll(() => page.getByRole('navigation').getByRole('button').first().textContent())
        .toBe(wordIn(tag, 'shell', 'areas.clients'))
      expect(await declared(page)).toEqual([tag, languages[tag].direction])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await expect(name).toHaveValue('សុខ Half')
      // A window that was open all along has the new words too.
      await expect(strip).toContainText(wordIn(tag, 'shell', 'areas.clients'))
    }
    expect(await isMarked(page)).toBe(true)

    const last = spoken.at(-1)!
    await person.click()
    await page.getByRole('menuitem').nth(1).click()
    await page.getByRole('menuitemradio', { name: languages[last].name }).click()
    await expect.poll(() => declared(page)).toEqual([last, languages[last].direction])
    const context = await browser.newContext({ locale: 'en-GB' })
    await callDoor(context, office, 'signIn', practitioner)
    const elsewhere = await context.newPage()
    await elsewhere.goto(office.address)
    await expect.poll(() => declared(elsewhere)).toEqual([last, languages[last].direction])
    await context.close()
  })

  for (const tag of [...spoken, 'ar-XB'] as const) {
    test(`every screen has room for its words: ${languages[tag].name}`, async ({ page, office }) => {
      // All windows there are, one after the other.
      test.setTimeout(6 * 60_000)
      const faults: Record<string, string> = {}
      const look = async (name: string) => {
        for (const fault of await badlyLaidOut(page)) faults[fault] ??= name
      }
      await page.goto(`${office.address}?language=${tag}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await declared(page)).toEqual([tag === 'ar-XB' ? 'en' : tag, languages[tag].direction])
      await look('sign-in')
      await callDoor(page.context(), office, 'signIn', practitioner)
      await page.goto(`${office.address}?language=${tag}`)
      const rail = page.getByRole('navigation')
      await expect(rail).toBeVisible()
      const { x } = (await rail.boundingBox())!
      if (languages[tag].direction === 'rtl') expect(x).toBeGreaterThan(1366 / 2)
      else expect(x).toBe(0)
      await look('empty desk')
      await eachWindow(page, tag, look)
      await page.setViewportSize({ width: 390, height: 844 })
      for (const area of await rail.locator('button[data-area]').all()) {
        await area.click()
        await settled(page)
        await look(`on a phone: ${await area.getAttribute('data-area')}`)
      }
      expect(faults).toEqual({})
    })
  }
})

for (const tag of [...spoken, 'ar-XB'] as const) {
  test(`the first screen has room for its words: ${languages[tag].name}`, async ({ page, office }) => {
    await page.goto(`${office.address}?language=${tag}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await badlyLaidOut(page)).toEqual([])
    const button = page.getByRole('button', { name: wordIn(tag, 'door', 'first.demo') })
    await expect(button).toBeInViewport({ ratio: 1 })
    await page.getByRole('button', { name: wordIn(tag, 'door', 'first.start') }).click()
    expect(await badlyLaidOut(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await badlyLaidOut(page)).toEqual([])
  })
}
