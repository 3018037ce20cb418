/** Files and the photo of a client: brought by dropping and choosing, handed out again, thrown away and taken back. */
import { expect, searchBox, test, windowOf } from './person.ts'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'

/** A picture drawn by the browser, as a PNG. */
const picture = (page: Page) =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 600)
    const drawing = canvas.getContext('2d')!
    drawing.fillStyle = 'teal'
    drawing.fillRect(0, 0, 900, 600)
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
    return Array.from(bytes)
  })

async function newClient(page: Page, name: string): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await searchBox(page).fill('New client')
  await page.getByRole('option', { name: 'New client', exact: true }).click()
  const fresh = windowOf(page, 'New client')
  await fresh.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.keyboard.press('Control+s')
  const card = windowOf(page, name)
  await expect(card.getByRole('tab', { name: 'Files' })).toBeVisible()
  return card
}

const notice = (page: Page, text: string) => page.getByText(text, { exact: true })

test('a photo is put on a card, seen in the list and the search, and taken back', async ({ desk: page }) => {
  const card = await newClient(page, 'Lotus Weaving')
  await card
    .locator('input[type=file][aria-label="Add a photo"]')
    .setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: Buffer.from(await picture(page)) })
  await expect(notice(page, 'The photo is on the card')).toBeVisible()
  const face = card.getByRole('button', { name: 'Photo of Lotus Weaving' })
  await expect(face).toBeVisible()
  await expect(card.locator('.client-photo > img')).toHaveJSProperty('naturalWidth', 640)

  await searchBox(page).fill('lotus weav')
  await expect(page.getByRole('option', { name: /Lotus Weaving/ }).locator('img')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card.getByRole('button', { name: 'Add a photo' })).toBeVisible()
  await expect(face).toHaveCount(0)
})

test('files are dropped on a card, opened, renamed by keyboard, thrown away and brought back', async ({
  desk: page,
}) => {
  const card = await newClient(page, 'Palm Sugar House')
  await card.getByRole('tab', { name: 'Files' }).click()
  await expect(card.getByText('No files yet')).toBeVisible()
  const dropped = await page.evaluateHandle(() => {
    const files = new DataTransfer()
    files.items.add(new File(['<script>alert(1)</script>'], '../price list.html', { type: 'text/html' }))
    files.items.add(new File([new Uint8Array(3_000_000)], 'scan.bin'))
    return files
  })
  await card.getByText('No files yet').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(notice(page, '2 files are kept')).toBeVisible()
  await expect(card.getByRole('tab', { name: 'Files 2' })).toBeVisible()

  const download = page.waitForEvent('download')
  await card.getByRole('button', { name: '../price list.html', exact: true }).click()
  const saved = await download
  expect(saved.suggestedFilename()).not.toContain('/')
  expect(await readFile(await saved.path(), 'utf8')).toBe('<script>alert(1)</script>')

  await card.getByRole('button', { name: 'More about “scan.bin”' }).press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
  await expect(card.getByRole('textbox', { name: 'Name of the file' })).toBeFocused()
  // The ending is not selected.
  await page.keyboard.type('agreement')
  await page.keyboard.press('Enter')
  const renamed = card.getByRole('button', { name: 'agreement.bin', exact: true })
  await renamed.press('Delete')
  await expect(renamed).toHaveCount(0)
  await notice(page, '1 file is in the bin').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(renamed).toBeVisible()
})
