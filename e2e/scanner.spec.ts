import { Scanner } from './keyboardScanner.ts'
import { enter, expect, openArea, searchBox, test, windowOf } from './person.ts'

/** What the keys of these places say where Russian is on. */
const russian: Record<string, string> = { KeyB: 'и', KeyC: 'с', Minus: '-' }

test.use({ officeArguments: ['--demo'], scannersByPace: true })

test.describe('a scanner that is a keyboard', () => {
  test('reads in any layout, leaves nothing in the field, and opens what it read', async ({
    page,
    office,
  }) => {
    await enter(page, office)
    const clients = await openArea(page, 'Clients')
    const search = clients.getByRole('search').getByRole('textbox')
    await search.pressSequentially('sok', { delay: 90 })
    await expect(search).toHaveValue('sok')

    const scanner = await Scanner.at(page)
    await scanner.scan('4006381333931')
    await expect(page.getByText('Nothing is known under “4006381333931”.')).toBeVisible()
    await expect(search).toHaveValue('sok')
    await expect(search).toBeFocused()

    await search.fill('')
    const inRussian = await Scanner.at(page, russian)
    await inRussian.scan('C-0008')
    await expect(windowOf(page, 'Sophea Flowers')).toHaveAttribute('data-active')
    await expect(search).toHaveValue('')
    await expect(windowOf(page, 'Sophea Flowers').getByText('Not saved')).toHaveCount(0)
  })

  test('loses and doubles nothing at ten a second', async ({ page, office }) => {
    await enter(page, office)
    const settings = await openArea(page, 'Settings')
    await settings.getByRole('tab', { name: 'Barcode scanner' }).click()
    const seen: string[] = []
    await page.exposeFunction('read', (code: string) => seen.push(code))
    await settings.getByRole('status').evaluate((status) => {
      new MutationObserver(() => {
        const code = status.querySelector('bdi')?.textContent
        if (code) (window as unknown as { read: (code: string) => void }).read(code)
      }).observe(status, { subtree: true, childList: true, characterData: true })
    })
    const scanner = await Scanner.at(page)
    const codes = Array.from({ length: 30 }, (_, n) => String(2_000_000_000_000 + n))
    await settings.getByRole('textbox', { name: 'Before the code it types' }).focus()
    for (const code of codes) {
      await scanner.scan(code)
      await page.waitForTimeout(100 - 2)
    }
    await expect.poll(() => seen).toEqual(codes)
    await expect(settings.getByRole('textbox', { name: 'Before the code it types' })).toHaveValue('')
  })

  test('a person who types fast is not taken for one', async ({ page, office }) => {
    await enter(page, office)
    await searchBox(page).focus()
    await page.keyboard.type('flowers from kampot', { delay: 40 })
    await expect(searchBox(page)).toHaveValue('flowers from kampot')
    // Nor a program that types for its user: no Enter behind it, so it is no code and comes back as it was.
    await searchBox(page).fill('')
    const scanner = await Scanner.at(page, russian)
    await scanner.scan('cbc-4711', '')
    await expect(searchBox(page)).toHaveValue('сис-4711')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    // Where nothing takes text, what was held back comes through: the key that leads to the search of a list.
    const clients = await openArea(page, 'Clients')
    await clients.getByRole('gridcell').first().click()
    await page.keyboard.press('/')
    await expect(clients.getByRole('search').getByRole('textbox')).toBeFocused()
  })
})
