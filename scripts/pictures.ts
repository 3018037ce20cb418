/**
 * `npm run pictures [-- FOLDER]`: takes pictures of every screen of a practice base into `pictures/`, to be looked
 * at: in every language there is, in the dark, mirrored, and on a phone. `--only NAME` takes one of these sets,
 * `--only looks` the desk in every look there is, `--readme` the picture of the README.
 */
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { languageTags, type Language } from '../app/languages.ts'
import { scannerSaysSo, startOffice, type Office } from '../e2e/office.ts'
import { browserArguments, findBrowser } from './browser.ts'
import { clientsToImport } from './pictures/clientsToImport.ts'
import { takeLooks } from './pictures/looks.ts'
import { Person } from './pictures/person.ts'
import { everyWindow } from './pictures/windows.ts'

const root = path.resolve(import.meta.dirname, '..')
const small = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

interface PictureSet {
  readonly name: string
  readonly language: Language
  readonly dark?: boolean
}

/** Every language with a folder, and English in the dark and mirrored. */
const sets: PictureSet[] = [
  ...languageTags
    .filter((tag) => existsSync(path.join(root, `assets/languages/${tag}/shell.json`)))
    .map((language) => ({ name: language, language })),
  { name: 'dark', language: 'en', dark: true },
  { name: 'mirrored', language: 'ar-XB' },
]

async function takeSet(
  browser: Browser,
  offices: { empty: Office; practice: Office },
  folder: string,
  set: PictureSet,
) {
  const open = async (office: Office, viewport: typeof small) => {
    const page = await browser.newPage({
      viewport,
      colorScheme: set.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'en-GB',
    })
    await page.addInitScript(scannerSaysSo)
    await page.goto(`${office.address}?language=${set.language}`)
    return page
  }
  const take = async (page: Page, name: string) => {
    await page.evaluate(() => document.fonts.ready)
    await page.mouse.move(0, 0)
    await page.screenshot({ path: path.join(folder, `${set.name}-${name}.png`) })
  }

  for (const [suffix, viewport] of [['', small] as const, ['-phone', phone] as const]) {
    const first = await open(offices.empty, viewport)
    await first.getByRole('heading', { level: 1 }).waitFor()
    await take(first, `1-first${suffix}`)
    await first.locator('button[type=submit]').click()
    await take(first, `1-first-errors${suffix}`)
    await first.close()

    const page = await open(offices.practice, viewport)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await take(page, `2-sign-in${suffix}`)
    const person = new Person(page)
    await person.signIn(offices.practice)
    await page.goto(`${offices.practice.address}?language=${set.language}`)
    await person.clearDesk()
    await take(page, `3-empty-desk${suffix}`)

    await person.openClients()
    await take(page, `4-clients${suffix}`)
    await person.openClient('Botanikum')
    await take(page, `5-card${suffix}`)
    await person.lastTab()
    await take(page, `6-history${suffix}`)
    for (const area of ['staff', 'log', 'backups', 'settings', 'help']) {
      await person.openArea(area)
      await take(page, `7-${area}${suffix}`)
    }
    // Each by itself, as it is on another screen, with the tabs it has.
    for (const { name, address } of everyWindow()) {
      const query = new URLSearchParams({ window: address, language: set.language })
      await page.goto(`${new URL(offices.practice.address).origin}/?${query.toString()}`)
      await person.windowHasCome()
      await take(page, `window-${name}${suffix}`)
      for (const tab of await person.otherTabs()) {
        await person.showTab(tab)
        await take(page, `window-${name}-${tab + 1}${suffix}`)
      }
    }
    await page.goto(`${offices.practice.address}?language=${set.language}`)
    // On a phone nobody imports.
    if (viewport === small) {
      await person.openImport(clientsToImport)
      await take(page, '8-import')
      await person.clearDesk()
      await person.fourWindows('Sophea Flowers')
      await take(page, '9-desk')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('so')
      await person.answered()
      await take(page, '9-search')
    }
    await page.context().close()
  }
}

async function takeForReadme(browser: Browser, office: Office, file: string) {
  const page = await browser.newPage({ viewport: small, reducedMotion: 'reduce', locale: 'en-GB' })
  await page.addInitScript(scannerSaysSo)
  const person = new Person(page)
  await person.signIn(office)
  await page.goto(office.address)
  await person.clearDesk()
  await person.makeBackup()
  await person.tableAndCard('Sophea Flowers')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file })
  await page.close()
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readme: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const executablePath = findBrowser()
if (!executablePath) throw new Error('No browser was found to take pictures with.')
const browser = await chromium.launch({ executablePath, args: [...browserArguments] })
const practice = await startOffice(['--demo'])
try {
  if (values.readme) await takeForReadme(browser, practice, path.join(root, 'docs/desk.png'))
  else {
    const folder = path.resolve(positionals[0] ?? path.join(root, 'pictures'))
    mkdirSync(folder, { recursive: true })
    const empty = await startOffice()
    for (const set of sets.filter(({ name }) => !values.only || values.only === name)) {
      await takeSet(browser, { empty, practice }, folder, set)
      console.log(`${set.name}: taken`)
    }
    await empty.stop()
    if (!values.only || values.only === 'looks') await takeLooks(browser, practice, folder)
    console.log(`Look at them in ${folder}`)
  }
} finally {
  await browser.close()
  await practice.stop()
}
