/** Every kind of window that the program has, looked at in both directions, by day and by night, wide and on a phone. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { Findings } from './findings.ts'
import { enter, expect, test } from './person.ts'
import { activeWindow, activeWindowPlace, badlyLaidOut, settled } from './screens.ts'

const areas = path.resolve(import.meta.dirname, '../renderer/areas')

/** Read off where windows are registered, so that a new one cannot be forgotten here. */
const addresses = readdirSync(areas, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => [...readFileSync(path.join(areas, file), 'utf8').matchAll(/^\s*pattern: '([^']+)',$/gm)])
  // The practice base has a first one of everything.
  .map(([, pattern]) => pattern!.replaceAll(/:\w+/g, '1'))

/** Says what one sees of the window in front and of each of its tabs. */
async function eachTab(page: Page, look: (tab: string) => Promise<void>): Promise<void> {
  const tabs = activeWindow(page).locator('.window-body').getByRole('tab')
  await settled(page)
  await look('')
  for (let place = 1; place < (await tabs.count()); place++) {
    await tabs.nth(place).click()
    await settled(page)
    await look(`, tab ${place + 1}`)
  }
  if ((await tabs.count()) > 1) await tabs.first().click()
}

/** What goes on for ever, though nothing happens, keeps the page at work. A comparison of all clients ends some time. */
async function expectRest(page: Page, screen: string): Promise<void> {
  await expect.poll(() => movingForEver(page), { message: screen }).toEqual([])
}

const movingForEver = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations === Infinity,
      )
      .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : animation.id)),
  )

const colours = ['color-contrast', 'link-in-text-block']

test('there are windows to look at', () => {
  expect(addresses).toContain('/clients/1')
  expect(addresses).toContain('/settings/lists')
})

for (const [language, name] of [
  ['en', 'English'],
  ['ar-XB', 'mirrored'],
] as const)
  test(`no window has a serious finding, is laid out badly or moves for ever: ${name}`, async ({
    page,
    sharedOffice,
  }) => {
    test.slow()
    await enter(page, sharedOffice)
    const findings = new Findings(page)
    // The rules of structure are the same in every look: in the dark only colours are asked about.
    const byNight = new Findings(page, colours)
    const faults: Record<string, string> = {}
    for (const address of addresses) {
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto(
        `${sharedOffice.address}?${new URLSearchParams({ window: address, language }).toString()}`,
      )
      await expect(activeWindow(page), address).toBeVisible()
      for (const [width, height, on] of [
        [1366, 768, ''],
        [390, 844, ', on a phone'],
      ] as const) {
        await page.setViewportSize({ width, height })
        await eachTab(page, async (tab) => {
          const screen = `${address}${tab}${on}`
          for (const fault of await badlyLaidOut(page)) faults[fault] ??= screen
          await expectRest(page, screen)
          await findings.look(screen, activeWindowPlace)
          // Colours do not turn round with the words.
          if (language !== 'en') return
          await page.emulateMedia({ colorScheme: 'dark' })
          await settled(page)
          await byNight.look(`${screen}, in the dark`, activeWindowPlace)
          await page.emulateMedia({ colorScheme: 'light' })
        })
      }
    }
    expect.soft(faults).toEqual({})
    findings.none()
    byNight.none()
  })
