import type { Locator, Page } from '@playwright/test'
import {
  command,
  enter,
  expect,
  fromWindowMenu,
  openArea,
  practitioner,
  rail,
  searchBox,
  signIn,
  tasks,
  test,
  windowOf,
} from './person.ts'

test.describe('opening', () => {
  test('from the rail; what is open comes forward instead of opening twice', async ({ desk }) => {
    const clients = await openArea(desk, 'Clients')
    const log = await openArea(desk, 'Operation log')
    await expect(clients).not.toHaveAttribute('data-active')
    await expect(rail(desk).getByRole('button', { name: 'Operation log' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    await openArea(desk, 'Clients')
    await expect(log).not.toHaveAttribute('data-active')
    await expect(tasks(desk).getByRole('button')).toHaveText(['Clients', 'Operation log'])
    // A press anywhere in a window brings it forward too.
    await fromStrip(desk, 'Operation log')
    await expect(log).toHaveAttribute('data-active')
    const box = await boxOf(clients)
    await desk.mouse.click(box.x + 3, box.y + box.height / 2)
    await expect(clients).toHaveAttribute('data-active')
  })

  test('by the search over everything: clients by part of a name, commands by words', async ({ desk }) => {
    await desk.keyboard.press('Control+k')
    await expect(searchBox(desk)).toBeFocused()
    await desk.keyboard.type('botanik')
    const hit = desk.getByRole('option', { name: /Botanikum Pankow/ })
    await expect(hit).toHaveAttribute('aria-selected', 'true')
    // Enter right behind the typing opens what was typed, not what is still in the list.
    await searchBox(desk).fill('gartenhof')
    await desk.keyboard.press('Enter')
    await expect(tasks(desk).getByRole('button')).toHaveText([/Gartenhof Petersen/])
    await expect(desk.getByRole('textbox', { name: 'Name' }).first()).toBeFocused()

    await desk.keyboard.press('Control+k')
    await expect(searchBox(desk)).toHaveValue('')
    await desk.keyboard.type('oper lo')
    await expect(desk.getByRole('option', { name: 'Operation log' })).toHaveAttribute('aria-selected', 'true')
    await desk.keyboard.press('Enter')
    await expect(windowOf(desk, 'Operation log')).toHaveAttribute('data-active')

    // Nobody of that name: it offers to write one in.
    await desk.keyboard.press('Control+k')
    await desk.keyboard.type('qqq')
    await expect(desk.getByRole('option', { name: 'New client “qqq”' })).toBeVisible()
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('listbox', { name: /^Find a client/ })).toHaveCount(0)
    await expect(searchBox(desk)).not.toBeFocused()
  })

  test('by keys alone: Alt and a figure, F1 for the window in front, type-ahead in the rail', async ({
    desk,
  }) => {
    for (const [key, name] of [
      ['Alt+1', 'Clients'],
      ['Alt+2', 'Calls'],
      ['Alt+3', 'Counter'],
      ['Alt+4', 'Goods'],
      ['Alt+5', 'Stock'],
      ['Alt+6', 'Staff'],
      ['Alt+7', 'Operation log'],
    ] as const) {
      await desk.keyboard.press(key)
      await expect(windowOf(desk, name)).toHaveAttribute('data-active')
    }
    await desk.keyboard.press('F1')
    const help = windowOf(desk, 'Help')
    await expect(help).toHaveAttribute('data-active')

    const first = rail(desk).getByRole('button').first()
    await first.focus()
    await desk.keyboard.press('s')
    await expect(rail(desk).getByRole('button', { name: 'Stock' })).toBeFocused()
    await desk.keyboard.press('s')
    await expect(rail(desk).getByRole('button', { name: 'Staff' })).toBeFocused()
    await desk.keyboard.press('s')
    await expect(rail(desk).getByRole('button', { name: 'Settings' })).toBeFocused()
    await desk.keyboard.press('ArrowUp')
    await expect(rail(desk).getByRole('button', { name: 'Backups' })).toBeFocused()
    await desk.keyboard.press('Enter')
    await expect(windowOf(desk, 'Backups')).toHaveAttribute('data-active')
  })
})

test('the rail, the search and Alt with a figure offer what one’s role may, and nothing else', async ({
  page,
  sharedOffice,
}) => {
  await enter(page, sharedOffice, { ...practitioner, name: 'Vannak' })
  // His desk comes back as another test may have left it.
  await command(page, 'Close all windows')
  await expect(rail(page).locator('button[data-area]')).toHaveText([
    'Clients',
    'Calls',
    'Counter',
    'Goods',
    'Stock',
    'Settings',
    'Help',
  ])
  await page.keyboard.press('Alt+6')
  await expect(windowOf(page, 'Settings')).toHaveAttribute('data-active')
  await page.keyboard.press('Alt+8')
  await page.keyboard.press('Control+k')
  await searchBox(page).fill('sta')
  await expect(page.getByRole('listbox', { name: /^Find a client/ })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Staff and roles' })).toHaveCount(0)
  await expect(tasks(page).getByRole('button')).toHaveText(['Settings'])
  await searchBox(page).fill('')
  await command(page, 'Close all windows')
})

test('what is typed survives whatever is done to its window', async ({ desk }) => {
  const clients = await openArea(desk, 'Clients')
  const log = await openArea(desk, 'Operation log')
  await openArea(desk, 'Clients')
  const field = clients.getByRole('textbox', { name: /^Find by name/ })
  await field.fill('half a wor')
  await field.press('d')
  // Not only the text: it is the same field, so undo, selection and scrolling are there too.
  await field.evaluate((element) => Object.assign(window, { typedIn: element }))
  const untouched = () =>
    expect
      .poll(() => field.evaluate((element) => (window as { typedIn?: unknown }).typedIn === element))
      .toBe(true)
  const holds = async () => {
    await expect(field).toHaveValue('half a word')
    await untouched()
  }

  await test.step('dragged by its title', async () => {
    const before = await boxOf(clients)
    await drag(desk, titleOf(before), { x: 40, y: 60 })
    await expectBox(clients, { ...before, x: before.x + 40, y: before.y + 60 })
    await holds()
    // The keyboard stays in the field meanwhile.
    await expect(field).toBeFocused()
  })

  await test.step('resized at a corner, not below its least size', async () => {
    const before = await boxOf(clients)
    const corner = { x: before.x + before.width, y: before.y + before.height }
    await drag(desk, corner, { x: -120, y: -90 })
    await expectBox(clients, { ...before, width: before.width - 120, height: before.height - 90 })
    await drag(desk, { x: corner.x - 120, y: corner.y - 90 }, { x: -900, y: -700 })
    await expectBox(clients, { ...before, width: 420, height: 260 })
    await holds()
  })

  await test.step('maximised by a double click and back', async () => {
    const before = await boxOf(clients)
    await clients.getByRole('heading', { name: 'Clients' }).dblclick()
    await expect(clients).toHaveAttribute('data-place', 'full')
    await expectBox(clients, await boxOf(desk.locator('.desk')))
    await holds()
    await clients.getByRole('heading', { name: 'Clients' }).dblclick()
    await expectBox(clients, before)
    await holds()
  })

  await test.step('minimised to the strip and back', async () => {
    await clients.getByRole('button', { name: 'Minimise' }).click()
    await expect(clients).toBeHidden()
    await expect(log).toHaveAttribute('data-active')
    await fromStrip(desk, 'Clients')
    await expect(clients).toHaveAttribute('data-active')
    await holds()
    // Pressed once more, the strip puts it away again.
    await fromStrip(desk, 'Clients')
    await expect(clients).toBeHidden()
    await fromStrip(desk, 'Clients')
    await holds()
  })

  await test.step('tiled and cascaded', async () => {
    await openArea(desk, 'Staff')
    await command(desk, 'Tile the windows')
    const all = [clients, log, windowOf(desk, 'Staff')]
    await expect.poll(async () => overlap(await Promise.all(all.map(boxOf)))).toBe(false)
    await command(desk, 'Cascade the windows')
    await expect.poll(async () => overlap(await Promise.all(all.map(boxOf)))).toBe(true)
    const tops = (await Promise.all(all.map(boxOf))).map(({ y }) => y)
    expect(new Set(tops).size).toBe(3)
    await holds()
  })

  await test.step('grouped as tabs by the menu and taken out again', async () => {
    await fromWindowMenu(clients, 'Group with', 'Operation log')
    await expect(log).toBeHidden()
    await expect(tabsOf(clients)).toHaveText(['Operation log', 'Clients'])
    await clients.getByRole('tab', { name: 'Operation log' }).click()
    await expect(clients).toBeHidden()
    await log.getByRole('tab', { name: 'Operation log' }).press('ArrowRight')
    await expect(clients).toBeVisible()
    await expect(clients.getByRole('tab', { name: 'Clients' })).toBeFocused()
    await holds()
    await fromWindowMenu(clients, 'Take out of the group')
    await expect(log).toBeVisible()
    await expect(tabsOf(clients)).toHaveCount(0)
    await holds()
  })

  await test.step('grouped by dragging one title onto another', async () => {
    await command(desk, 'Tile the windows')
    await expect.poll(async () => overlap([await boxOf(clients), await boxOf(log)])).toBe(false)
    const from = titleOf(await boxOf(clients))
    const to = titleOf(await boxOf(log))
    await desk.mouse.move(from.x, from.y)
    await desk.mouse.down()
    await desk.mouse.move(to.x - 30, to.y, { steps: 8 })
    await desk.mouse.move(to.x, to.y, { steps: 2 })
    // It has to rest there: passing over means nothing.
    await expect(desk.locator('.desk-landing')).toBeVisible()
    await desk.mouse.up()
    await expect(tabsOf(clients)).toHaveCount(2)
    await holds()
    const tab = clients.getByRole('tab', { name: 'Clients' })
    const box = await boxOf(tab)
    await drag(desk, { x: box.x + 20, y: box.y + 12 }, { x: 60, y: 200 })
    await expect(tabsOf(clients)).toHaveCount(0)
    await expect(log).toBeVisible()
    await holds()
  })

  await test.step('put on a half of the desk at its edge', async () => {
    const area = await boxOf(desk.locator('.desk'))
    const title = titleOf(await boxOf(clients))
    await drag(desk, title, { x: area.x + 2 - title.x, y: 20 })
    const half = await boxOf(clients)
    expect(half.x).toBe(area.x)
    expect(Math.abs(half.width - area.width / 2)).toBeLessThanOrEqual(1)
    await holds()
  })
})

test('the keyboard alone reaches every window and everything in its menu', async ({ desk }) => {
  const clients = await openArea(desk, 'Clients')
  const log = await openArea(desk, 'Operation log')
  const staff = await openArea(desk, 'Staff')
  await desk.keyboard.press('Control+F6')
  await expect(clients).toHaveAttribute('data-active')
  await desk.keyboard.press('Control+F6')
  await expect(log).toHaveAttribute('data-active')
  await desk.keyboard.press('Control+Shift+F6')
  await expect(clients).toHaveAttribute('data-active')
  await expect.poll(() => focusIsIn(clients)).toBe(true)

  const before = await boxOf(clients)
  await chooseByKeys(desk, 'Move')
  await expect(desk.getByText('Arrow keys move the window')).toBeVisible()
  await desk.keyboard.press('ArrowRight')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Shift+ArrowDown')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText('Arrow keys move the window')).toBeHidden()
  await expectBox(clients, { ...before, x: before.x + 16, y: before.y + 17 })

  await chooseByKeys(desk, 'Change size')
  // Before the keys change the size, Esc would close the window.
  await expect(desk.getByText('Arrow keys change the size')).toBeVisible()
  await desk.keyboard.press('ArrowLeft')
  await desk.keyboard.press('Escape')
  await expect(desk.getByText('Arrow keys change the size')).toBeHidden()
  await expectBox(clients, { ...before, x: before.x + 16, y: before.y + 17 })

  await desk.keyboard.press('Control+Alt+ArrowUp')
  await expect(clients).toHaveAttribute('data-place', 'full')
  await desk.keyboard.press('Control+Alt+ArrowDown')
  await expect(clients).toHaveAttribute('data-place', 'free')
  await desk.keyboard.press('Control+Alt+ArrowDown')
  await expect(clients).toBeHidden()
  await desk.keyboard.press('Control+Alt+Enter')
  await expect.poll(async () => overlap([await boxOf(log), await boxOf(staff)])).toBe(false)

  // Esc closes the one in front, and the next one has the keyboard.
  const front = (await log.getAttribute('data-active')) === null ? staff : log
  await expect.poll(() => focusIsIn(front)).toBe(true)
  await desk.keyboard.press('Escape')
  await expect(front).toHaveCount(0)
  await expect(tasks(desk).getByRole('button')).toHaveCount(2)
})

test('the desk is the same after a reload and after signing in again', async ({ desk }) => {
  const clients = await openArea(desk, 'Clients')
  const log = await openArea(desk, 'Operation log')
  await openArea(desk, 'Staff')
  await openArea(desk, 'Settings')
  await windowOf(desk, 'Settings').getByRole('button', { name: 'Minimise' }).click()
  await fromWindowMenu(windowOf(desk, 'Staff'), 'Group with', 'Operation log')
  const before = await boxOf(clients)
  await drag(desk, titleOf(before), { x: 24, y: 16 })
  const asItWas = async () => {
    await expect(tasks(desk).getByRole('button')).toHaveText([
      'Clients',
      'Operation log',
      'Staff',
      'Settings',
    ])
    await expect(windowOf(desk, 'Settings')).toBeHidden()
    await expect(clients).toHaveAttribute('data-active')
    await expectBox(clients, { ...before, x: before.x + 24, y: before.y + 16 })
    await expect(tabsOf(windowOf(desk, 'Staff'))).toHaveText(['Operation log', 'Staff'])
    await expect(log).toBeHidden()
  }
  await asItWas()
  await desk.reload()
  await asItWas()
  await desk.getByRole('banner').getByRole('button', { name: practitioner.name }).click()
  await desk.getByRole('menuitem', { name: 'Sign out' }).click()
  await signIn(desk, practitioner)
  await asItWas()
})

test('on a phone windows are pages with a way back', async ({ desk }) => {
  await desk.setViewportSize({ width: 390, height: 844 })
  const clients = await openArea(desk, 'Clients')
  const area = await boxOf(desk.locator('.desk'))
  expect(area.width).toBe(390)
  await expectBox(clients, area)
  const log = await openArea(desk, 'Operation log')
  await expect(log.getByRole('button', { name: 'Minimise' })).toHaveCount(0)
  await expectBox(log, area)
  await log.getByRole('button', { name: 'Back' }).click()
  await expect(clients).toHaveAttribute('data-active')
  await clients.getByRole('button', { name: 'Back' }).click()
  await expect(desk.getByText('Your desk is clear')).toBeVisible()
  const sideways = await desk.evaluate(
    () => document.scrollingElement!.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
})

/** The windows grouped with this one; windows have tabs of their own too. */
const tabsOf = (window: Locator) =>
  window.getByRole('tablist', { name: 'Windows in this group' }).getByRole('tab')

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

async function boxOf(thing: Locator): Promise<Box> {
  await expect(thing).toBeVisible()
  // A window comes in with a short movement.
  await thing.evaluate((element) => Promise.all(element.getAnimations().map(({ finished }) => finished)))
  const { x, y, width, height } = (await thing.boundingBox())!
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) }
}

const expectBox = (thing: Locator, box: Box) => expect.poll(() => boxOf(thing)).toEqual(box)

/** A place on the title bar that is neither its icon, its name nor a button. */
const titleOf = ({ x, y, width }: Box) => ({ x: x + width / 2, y: y + 18 })

async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 })
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 })
  await page.mouse.up()
}

const fromStrip = (page: Page, name: string) => tasks(page).getByRole('button', { name, exact: true }).click()

const overlap = (boxes: readonly Box[]): boolean =>
  boxes.some((a, index) =>
    boxes
      .slice(index + 1)
      .some(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      ),
  )

const focusIsIn = (thing: Locator) => thing.evaluate((element) => element.contains(document.activeElement))

/** Opens the active window's menu by Alt+Space and goes down to an entry. */
async function chooseByKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+Space')
  const entry = page.getByRole('menuitem', { name })
  await expect(entry).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(entry).toBeFocused({ timeout: 100 })
  }).toPass()
  await page.keyboard.press('Enter')
}
