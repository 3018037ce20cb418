/** The program in its own window. Where Electron's runtime is not at hand this is skipped, and counted as such. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { buildAll } from '../scripts/start/build.ts'
import { noWindowHere, presentRuntime } from '../scripts/start/electron.ts'
import { practitioner, searchBox, signIn, windowOf } from './person.ts'
import { workByKeys } from './workByKeys.ts'

const root = path.resolve(import.meta.dirname, '..')
const runtime = presentRuntime(root)
const obstacle = noWindowHere() ?? (runtime ? undefined : 'Electron’s runtime is not here')

interface Fixtures {
  /** The practice base in a window of the program, signed in; started again it is the same. */
  readonly start: () => Promise<Page>
}

const inElectron = test.extend<Fixtures>({
  // Playwright wants the pattern.
  // eslint-disable-next-line no-empty-pattern
  start: async ({}, use) => {
    buildAll(root)
    const data = await mkdtemp(path.join(tmpdir(), 'counterpart-electron-'))
    let program: ElectronApplication | undefined
    await use(async () => {
      await program?.close()
      program = await _electron.launch({
        executablePath: runtime!,
        args: [root, '--data', data, '--demo'],
      })
      const page = await program.firstWindow()
      await signIn(page, practitioner)
      await expect(searchBox(page)).toBeVisible()
      return page
    })
    await program?.close()
    await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  },
})
inElectron.skip(obstacle !== undefined, obstacle)

inElectron('a day’s work in the program’s own window, there again after a restart', async ({ start }) => {
  await workByKeys(await start())
  const page = await start()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lotus ferry')
  await expect(page.getByRole('option', { name: /Lotus Ferry Office/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(windowOf(page, 'Lotus Ferry Office')).toHaveAttribute('data-active')
})
