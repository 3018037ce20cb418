import { AxeBuilder } from '@axe-core/playwright'
/** Every screen of the program in turn, in any language, and what can be wrong with how it is laid out. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect } from './person.ts'

const assets = path.resolve(import.meta.dirname, '../assets/languages')

/** A word of a language's files by its key, as a person of that language reads it. */
export function wordIn(tag: string, area: string, key: string): string {
  const file = path.join(assets, tag === 'ar-XB' ? 'en' : tag, `${area}.json`)
  const found = key
    .split('.')
    .reduce<unknown>(
      (words, part) => (words as Record<string, unknown>)[part],
      JSON.parse(readFileSync(file, 'utf8')),
    )
  if (typeof found !== 'string') throw new Error(`${file} has no ${key}`)
  return found
}

export const activeWindowPlace = '.desk [role=dialog][data-active]'
export const activeWindow = (page: Page): Locator => page.locator(activeWindowPlace)

/** What stands in the window in front has come. */
export async function settled(page: Page): Promise<void> {
  const window = activeWindow(page)
  await expect(window.locator('.window-loading, [aria-busy=true], .kit-spinner')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
  // Contrast half way through fading in is nobody's. What moves in a window that others cover waits until it is drawn again.
  await page.evaluate(() =>
    Promise.race([
      new Promise((resolve) => {
        setTimeout(resolve, 1500)
      }),
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
          .map(({ finished }) => finished),
      ),
    ]),
  )
}

/** Opens every window of the program by what is the same in all languages, and calls `visit` at each. */
export async function eachWindow(
  page: Page,
  tag: string,
  visit: (name: string) => Promise<void>,
): Promise<void> {
  const areas = page.getByRole('navigation').locator('button[data-area]')
  await areas.first().waitFor()
  const show = async (name: string) => {
    await settled(page)
    await visit(name)
  }
  for (let index = 0; index < (await areas.count()); index++) {
    const area = areas.nth(index)
    await area.click()
    await expect(area).toHaveAttribute('aria-current', 'page')
    const name = (await area.getAttribute('data-area')) ?? ''
    await show(name)
    for (const [place, tab] of (await tabsIn(page)).entries())
      if (place > 0) {
        await tab.click()
        await show(`${name}, tab ${place + 1}`)
      }
  }
  const calls = page.locator('button[data-area=calls]')
  const more = activeWindow(page).locator('.kit-tab-line').getByRole('button')
  const toCalls = async () => {
    await calls.click()
    await expect(calls).toHaveAttribute('aria-current', 'page')
    await expect(more).toBeVisible()
  }
  await toCalls()
  const callsName = (await activeWindow(page).getAttribute('aria-label')) ?? ''
  await more.click()
  const places = await page.getByRole('menuitem').allTextContents()
  await page.keyboard.press('Escape')
  for (const place of places) {
    await toCalls()
    await more.click()
    await page.getByRole('menuitem', { name: place, exact: true }).click()
    await expect(activeWindow(page)).not.toHaveAttribute('aria-label', callsName)
    await show(place)
    for (const [at, tab] of (await tabsIn(page)).entries())
      if (at > 0) {
        await tab.click()
        await show(`${place}, tab ${at + 1}`)
      }
  }
  await areas.first().click()
  await settled(page)
  const grid = activeWindow(page).getByRole('grid')
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(activeWindow(page).getByRole('form').or(activeWindow(page).locator('form'))).toBeVisible()
  await show('a client')
  for (const [place, tab] of (await tabsIn(page)).entries())
    if (place > 0) {
      await tab.click()
      await show(`a client, tab ${place + 1}`)
    }
  await page.keyboard.press('Alt+1')
  await settled(page)
  await page.keyboard.press('F2')
  await expect(activeWindow(page).locator('form')).toBeVisible()
  await show('a new client')
  await page.keyboard.press('Alt+1')
  await activeWindow(page)
    .getByRole('button', { name: wordIn(tag, 'clients', 'import') })
    .click()
  await show('import')
}

const tabsIn = (page: Page) => activeWindow(page).locator('.window-body').getByRole('tab').all()

/** What is laid out badly on the page as it stands: sentences for a person who mends it. */
export function badlyLaidOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const root = document.scrollingElement!
    if (root.scrollWidth > root.clientWidth)
      faults.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`)
    // The desk stands still; only the doors may be longer than the screen, and scroll in themselves.
    if (root.scrollHeight > root.clientHeight)
      faults.push(`the page is ${root.scrollHeight - root.clientHeight} px too high`)
    for (const bar of document.querySelectorAll('.topbar, .statusbar'))
      if (bar.scrollHeight > bar.clientHeight)
        faults.push(
          `${bar.className} is ${bar.scrollHeight - bar.clientHeight} px too low for what stands in it`,
        )
    const nameOf = (element: Element) => {
      const said = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
      return `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${said}”`
    }
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
      !element.closest('[data-hidden]')
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // Windows behind the active one were looked at while they were in front.
      const window = element.closest('.desk [role=dialog]')
      if (!seen(element) || element.closest('svg') || (window && !window.matches('[data-active]'))) continue
      const style = getComputedStyle(element)
      // Only for a reader's ears.
      if (style.clipPath === 'inset(50%)' || element.clientWidth <= 1) continue
      const clips = style.overflowY === 'hidden' || style.overflowY === 'clip'
      const ownText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      )
      if (ownText && clips && element.scrollHeight > element.clientHeight + 1)
        faults.push(`${nameOf(element)}: ${element.scrollHeight - element.clientHeight} px of height cut off`)
      const sideways = element.scrollWidth - element.clientWidth
      const cutSideways = style.overflowX === 'hidden' || style.overflowX === 'clip'
      if (ownText && cutSideways && sideways > 1 && style.textOverflow !== 'ellipsis')
        faults.push(`${nameOf(element)}: ${sideways} px of width cut off`)
      // The program's own words must be whole, dots or not; names of clients in a table may end in dots.
      const words = element.closest('button, label, h1, [role=columnheader]')
      const data = element.closest('[role=gridcell], [role=option], .task, select')
      if (sideways > 1 && cutSideways && words && !data && element.textContent)
        faults.push(`${nameOf(element)}: too narrow for its words by ${sideways} px`)
      const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll'
      // The rail of a phone goes on sideways where its words are long; a table of figures means something by its columns.
      const mayScroll =
        element.closest('[role=grid], [role=toolbar], [role=tablist], nav') ?? element.querySelector('table')
      if (scrolls && sideways > 1 && !mayScroll && !element.querySelector('[role=grid]'))
        faults.push(`${nameOf(element)}: ${sideways} px have to be scrolled to sideways`)
    }
    for (const window of document.querySelectorAll<HTMLElement>('[role=dialog]')) {
      if (!seen(window) || window.matches('.desk :not([data-active])')) continue
      const frame = window.getBoundingClientRect()
      for (const element of window.querySelectorAll<HTMLElement>(
        'button, input, select, label, h1, h2, h3',
      )) {
        const box = element.getBoundingClientRect()
        if (!seen(element) || box.width === 0 || element.closest('[role=grid], [role=tablist], table'))
          continue
        if (box.left < frame.left - 1 || box.right > frame.right + 1)
          faults.push(`${nameOf(element)} sticks out of its window`)
      }
    }
    return [...new Set(faults)]
  })
}

/** Nothing that axe finds serious, by day and by night. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    const axe = new AxeBuilder({ page }).include('.desk').exclude('[data-base-ui-focus-guard]')
    const { violations } = await axe.setLegacyMode(true).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      colorScheme,
    ).toEqual([])
  }
}
