import { enter, expect, test } from './person.ts'
import { exportByKeys, workByKeys } from './workByKeys.ts'

test.use({ officeArguments: ['--demo'] })

test('the whole of a day’s work needs no mouse', async ({ page, office }) => {
  await enter(page, office)
  await page.evaluate(() => {
    addEventListener('pointerdown', () => document.body.setAttribute('data-touched', ''), true)
  })
  await workByKeys(page)
  const download = page.waitForEvent('download')
  await exportByKeys(page)
  expect((await download).suggestedFilename()).toMatch(/^clients .*\.xlsx$/)
  await expect(page.locator('body')).not.toHaveAttribute('data-touched')
})
