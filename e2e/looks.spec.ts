import { openArea, enter, expect, command, tasks, test } from './person.ts'
import { themes } from '../assets/themes/themes.ts'

const html = 'html'

test.use({ officeArguments: ['--demo'] })

test.describe('the gallery of looks', () => {
  test('finds, changes at once, keeps favourites at hand, and surprises', async ({ page, office }) => {
    await enter(page, office)
    const settings = await openArea(page, 'Settings')
    const find = settings.getByRole('textbox', { name: 'Find a look…' })
    await expect(settings.getByRole('radio', { name: 'Angkor' })).toBeAttached()
    await find.fill('angk')
    const found = settings.getByRole('group', { name: 'From many countries' })
    await expect(found.getByRole('radio')).toHaveCount(1)
    await expect(settings.getByRole('group', { name: 'Playful' })).toHaveCount(0)
    await found.getByRole('radio').press('Space')
    await expect(page.locator(html)).toHaveAttribute('data-theme', 'angkor')
    await settings.getByRole('button', { name: 'Keep “Angkor” as a favourite' }).click()
    await expect(settings.getByRole('group', { name: 'Favourites' }).getByRole('radio')).toHaveCount(1)

    await find.fill('paper')
    await settings.getByRole('button', { name: 'Dark', exact: true }).click()
    await expect(settings.getByRole('group', { name: 'Paper' }).getByRole('radio')).toHaveCount(
      themes.filter(({ family, scheme }) => family === 'paper' && scheme === 'dark').length,
    )
    await settings.getByRole('button', { name: 'Surprise me' }).click()
    await expect(page.locator(html)).toHaveAttribute('data-scheme', 'dark')
    await find.fill('no such look')
    await expect(settings.getByText('No look is called “no such look”.')).toBeVisible()

    await command(page, 'Look: Angkor')
    await expect(page.locator(html)).toHaveAttribute('data-theme', 'angkor')
    // A look may draw the areas in colours of their own; with the next look they go.
    const railColour = () =>
      page.locator('.rail').evaluate((rail) => getComputedStyle(rail).getPropertyValue('--rail'))
    const ofAngkor = await railColour()
    await command(page, 'Look: Calm light')
    await expect.poll(railColour).not.toBe(ofAngkor)
    expect(await railColour()).toBe(
      await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--rail')),
    )
    await expect(tasks(page).getByRole('button', { name: 'Settings' })).toBeVisible()
  })

  test('is there before anybody has signed in, and stays on this computer', async ({ page, office }) => {
    await page.goto(office.address)
    await page.getByRole('banner').getByRole('button', { name: 'Look' }).click()
    await page.getByRole('menuitem', { name: 'Terminal' }).click()
    await page.getByRole('menuitemradio', { name: 'Green screen' }).click()
    await expect(page.locator(html)).toHaveAttribute('data-theme', 'phosphor')
    await page.reload()
    await expect(page.locator(html)).toHaveAttribute('data-theme', 'phosphor')
  })
})
