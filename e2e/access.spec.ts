import { Findings } from './findings.ts'
import {
  command,
  enter,
  expect,
  fromWindowMenu,
  openArea,
  practitioner,
  searchBox,
  tasks,
  test,
  windowOf,
} from './person.ts'
import { activeWindow, settled } from './screens.ts'

for (const scheme of ['light', 'dark'] as const)
  test.describe(`in ${scheme}`, () => {
    // The rules of structure are the same in every look: in the dark only colours are asked about.
    const rules = scheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : []

    test('the doors have no serious findings', async ({ page, office }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      const findings = new Findings(page, rules)
      await page.goto(office.address)
      await expect(page.getByRole('textbox', { name: 'Company' })).toBeVisible()
      await findings.look('first screen')
      await page.getByRole('button', { name: 'Open the office' }).click()
      await findings.look('first screen with errors')
      await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
      await findings.look('choice of language')
      findings.none()
    })

    test.describe(() => {
      test.use({ officeArguments: ['--demo'] })

      test('the sign-in, the desk and its menus have no serious findings', async ({ page, office }) => {
        test.slow()
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        const findings = new Findings(page, rules)
        await page.goto(office.address)
        await expect(page.getByRole('button', { name: 'Fill in' })).toBeVisible()
        await findings.look('sign-in')
        await enter(page, office)
        await findings.look('empty desk')

        await page.getByRole('banner').getByRole('button', { name: practitioner.name }).click()
        await page.getByRole('menuitem', { name: 'Look' }).click()
        await page.getByRole('menuitem', { name: 'Calm', exact: true }).click()
        await expect(page.getByRole('menuitemradio', { name: 'Calm dark' })).toBeVisible()
        await findings.look('menu of the person', '[role=menu]')
        for (let menus = 3; menus > 0; menus -= 1) await page.keyboard.press('Escape')
        await expect(page.getByRole('menu')).toHaveCount(0)

        await page.keyboard.press('Control+k')
        await searchBox(page).fill('cl')
        await expect(page.getByRole('option', { name: 'New client', exact: true })).toBeVisible()
        await findings.look('search over everything', '.topbar')
        await page.keyboard.press('Escape')

        for (const area of ['Staff', 'Operation log']) await openArea(page, area)
        const clients = await openArea(page, 'Clients')
        await settled(page)
        await clients.getByRole('button', { name: 'Window menu' }).click()
        await expect(page.getByRole('menu')).toBeVisible()
        await findings.look('menu of a window', '[role=menu]')
        await page.keyboard.press('Escape')
        await fromWindowMenu(clients, 'Group with', 'Group all as tabs')
        await expect(clients.getByRole('tablist', { name: 'Windows in this group' })).toBeVisible()
        await findings.look('windows as tabs', '.window-title')

        await page.keyboard.press('F2')
        await activeWindow(page).locator('form').getByRole('textbox').first().fill('Half')
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog').or(page.getByRole('alertdialog')).last()).toBeVisible()
        await findings.look('question before closing', '.kit-dialog')
        findings.none()
      })
    })
  })

test('where the system sets the colours, focus and the active window are seen', async ({ desk }) => {
  await desk.emulateMedia({ forcedColors: 'active' })
  await openArea(desk, 'Operation log')
  await openArea(desk, 'Clients')
  const seen: string[] = []
  for (let step = 0; step < 25; step++) {
    await desk.keyboard.press('Tab')
    const unseen = await desk.evaluate(() => {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || focused === document.body) return undefined
      // A part of the browser's own field (the calendar of a date) has the browser's own ring.
      if (!focused.matches(':focus')) return undefined
      // A field shows it at the box round it, the grid at its active row.
      const places = [
        focused,
        focused.parentElement,
        ...focused.querySelectorAll<HTMLElement>('[data-active]'),
      ]
      const outlined = places.some((place) => {
        if (!place) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(place)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1
      })
      return outlined ? undefined : focused.outerHTML.slice(0, 120)
    })
    if (unseen !== undefined) seen.push(unseen)
  }
  expect([...new Set(seen)]).toEqual([])
  const border = (name: string) =>
    windowOf(desk, name).evaluate((element) => getComputedStyle(element).borderTopColor)
  expect(await border('Clients')).not.toBe(await border('Operation log'))
})

test.describe('without a mouse', () => {
  test.use({ officeArguments: ['--demo'] })

  test('sign in, write in a client, find it again and open it', async ({ page, office }) => {
    await page.goto(office.address)
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await page.keyboard.type(practitioner.name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(practitioner.password)
    await page.keyboard.press('Enter')
    await expect(searchBox(page)).toBeVisible()

    await page.keyboard.press('Control+k')
    await page.keyboard.type('new client')
    await page.keyboard.press('Enter')
    await expect(activeWindow(page).getByRole('textbox').first()).toBeFocused()
    await page.keyboard.type('Zebra Crossing Nursery')
    await page.keyboard.press('Control+s')
    await expect(
      tasks(page).getByRole('button', { name: 'Zebra Crossing Nursery', exact: true }),
    ).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Your desk is clear')).toBeVisible()

    await page.keyboard.press('Alt+1')
    await settled(page)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('crossing nurs')
    await expect(activeWindow(page).getByRole('row', { name: /Zebra Crossing Nursery/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(windowOf(page, 'Zebra Crossing Nursery')).toHaveAttribute('data-active')

    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zebra')
    await page.keyboard.press('Enter')
    await expect(windowOf(page, 'Zebra Crossing Nursery')).toHaveAttribute('data-active')
  })
})

test('on the desk everything of the shell is reached by Tab, in the order it is read', async ({ desk }) => {
  await openArea(desk, 'Clients')
  await command(desk, 'Minimise all windows')
  const order: string[] = []
  for (let step = 0; step < 40; step++) {
    await desk.keyboard.press('Tab')
    const place = await desk.evaluate(
      () => document.activeElement?.closest('header.topbar, nav.rail, .tasks, .states')?.className ?? '',
    )
    if (place !== '' && order.at(-1) !== place) order.push(place)
  }
  const top = order.indexOf('topbar')
  expect(order.slice(top, top + 4)).toEqual(['topbar', 'rail', 'tasks', 'states'])
})
