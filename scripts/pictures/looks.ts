import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Browser, type Page } from '@playwright/test'
import { themes } from '../../assets/themes/themes.ts'
import { scannerSaysSo, type Office } from '../../e2e/office.ts'
import { Person } from './person.ts'

/** How many looks lie side by side on the sheet, and how wide each is on it. */
const across = 4
const width = 560
const onSheet = 20

/** The desk with a table and a card in every look there is, and all of them on sheets to be compared by eye. */
export async function takeLooks(browser: Browser, office: Office, folder: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  await page.addInitScript(scannerSaysSo)
  const person = new Person(page)
  await person.signIn(office)
  await page.goto(office.address)
  await person.clearDesk()
  await person.tableAndCard('Sophea Flowers')
  // The desk is kept a moment after it was last changed.
  await page.waitForTimeout(1500)
  for (const { id } of themes) {
    await wear(page, id)
    await page.screenshot({ path: path.join(folder, `look-${id}.png`) })
  }
  for (let sheet = 0; sheet * onSheet < themes.length; sheet += 1)
    await takeSheet(page, folder, sheet)
  await page.close()
}

/** As it was last chosen on this computer: choosing each by hand would take minutes. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((id) => localStorage.setItem('counterpart.theme', id), theme)
  await page.reload()
  await page.locator('.window').first().waitFor()
  await expect(page.locator('.window-loading, [aria-busy=true], .kit-spinner')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

async function takeSheet(page: Page, folder: string, sheet: number) {
  const file = path.join(folder, `looks-${sheet + 1}`)
  const figures = themes
    .slice(sheet * onSheet, (sheet + 1) * onSheet)
    .map(({ id }) => `<figure><img width="${width}" src="look-${id}.png"><figcaption>${id}</figcaption></figure>`)
  writeFileSync(
    `${file}.html`,
    `<style>body{margin:8px;display:grid;grid-template-columns:repeat(${across},${width}px);gap:8px;font:14px sans-serif}figure{margin:0}</style>${figures.join('')}`,
  )
  const paper = await page.context().newPage()
  await paper.setViewportSize({ width: across * (width + 8) + 8, height: 400 })
  await paper.goto(pathToFileURL(`${file}.html`).href)
  await paper.screenshot({ path: `${file}.png`, fullPage: true })
  await paper.close()
}
