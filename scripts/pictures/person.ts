import { expect, type Locator, type Page } from '@playwright/test'
import type { Office } from '../../e2e/office.ts'

/** Sits at the practice base and shows its screens, by what is the same in every language. */
export class Person {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async signIn(office: Office): Promise<void> {
    const { origin } = new URL(office.address)
    await this.#page.context().request.post(`${origin}/door/call/door/signIn`, {
      headers: { origin },
      data: { json: { name: 'Sophea', password: 'counterpart' } },
    })
  }

  get #active(): Locator {
    return this.#page.locator('.desk [role=dialog][data-active]')
  }

  async #settled(): Promise<void> {
    await expect(this.#active.locator('.window-loading, [aria-busy=true], .kit-spinner')).toHaveCount(0)
  }

  /** Closes what the desk was left with, as a person does with Esc. */
  async clearDesk(): Promise<void> {
    await this.#page.locator('.rail').waitFor()
    const windows = this.#page.locator('.desk section.window')
    for (let left = await windows.count(); left > 0; left = await windows.count()) {
      await this.#page.locator('.task').first().click({ button: 'middle' })
      await expect(windows).toHaveCount(left - 1)
    }
  }

  async openArea(area: string): Promise<void> {
    await this.#page.locator(`button[data-area=${area}]`).click()
    await expect(this.#page.locator(`button[data-area=${area}]`)).toHaveAttribute('aria-current', 'page')
    await this.#settled()
  }

  async openClients(): Promise<void> {
    await this.openArea('clients')
    await this.#active.getByRole('gridcell').first().waitFor()
  }

  async openClient(name: string): Promise<void> {
    await this.#page.keyboard.press('Control+k')
    await this.#page.keyboard.type(name)
    await this.answered()
    await this.#page.keyboard.press('Enter')
    await this.#active.locator('form').waitFor()
    await this.#settled()
  }

  async answered(): Promise<void> {
    await this.#page.getByRole('banner').getByRole('option').first().waitFor()
    await expect(this.#page.locator('.topbar .kit-spinner')).toHaveCount(0)
  }

  async lastTab(): Promise<void> {
    await this.#active.locator('.window-body').getByRole('tab').last().click()
    await this.#settled()
  }

  /** A page that shows one window, and nothing in it still comes. */
  async windowHasCome(): Promise<void> {
    await this.#active.waitFor()
    await this.#settled()
    // What says how far it is may stay; what is only under way does not.
    await expect(this.#active.locator('[role=progressbar]:not([aria-valuenow])')).toHaveCount(0)
  }

  /** The places of the tabs behind the first. */
  async otherTabs(): Promise<number[]> {
    const tabs = await this.#active.locator('.window-body').getByRole('tab').count()
    return Array.from({ length: Math.max(0, tabs - 1) }, (_, place) => place + 1)
  }

  async showTab(place: number): Promise<void> {
    await this.#active.locator('.window-body').getByRole('tab').nth(place).click()
    await this.#settled()
  }

  /** Opens the import and gives it a list, as far as it shows what would happen. */
  async openImport(list: string): Promise<void> {
    await this.openArea('clients')
    await this.#active.locator('.client-import').click()
    await this.#settled()
    const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(list) }
    await this.#active.locator('input[type=file]').setInputFiles(file)
    await this.#active.getByRole('grid').or(this.#active.getByRole('table')).first().waitFor()
    await this.#settled()
  }

  /** As in design/pictures: the table, a card over it, the log and the settings beside. */
  async fourWindows(client: string): Promise<void> {
    await this.openArea('settings')
    await this.openArea('log')
    await this.openClients()
    await this.openClient(client)
    await this.#stand(0, { start: 14, top: 330, width: 560, height: 350 })
    await this.#stand(1, { start: 560, top: 14, width: 624, height: 300 })
    await this.#stand(2, { start: 14, top: 14, width: 860, height: 440 })
    await this.#stand(3, { start: 440, top: 240, width: 744, height: 442 })
  }

  /** As every office has one by the evening. */
  async makeBackup(): Promise<void> {
    await this.openArea('backups')
    await this.#active.getByRole('button', { name: /^Make a backup/ }).first().click()
    await expect(this.#page.locator('.states')).toContainText(/Backup \d/)
    await this.#page.getByRole('region', { name: 'Notices' }).getByRole('button').click()
    await this.clearDesk()
  }

  async tableAndCard(client: string): Promise<void> {
    await this.openClients()
    await this.openClient(client)
    await this.#stand(0, { start: 14, top: 14, width: 1080, height: 600 })
    await this.#stand(1, { start: 424, top: 128, width: 760, height: 554 })
  }

  /** Drags the window of a task to a place and size on the desk, in px. */
  async #stand(
    task: number,
    to: { start: number; top: number; width: number; height: number },
  ): Promise<void> {
    const button = this.#page.locator('.task').nth(task)
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    await expect(button).toHaveAttribute('aria-pressed', 'true')
    const desk = (await this.#page.locator('.desk').boundingBox())!
    const mirrored = await this.#page.evaluate(() => document.documentElement.dir === 'rtl')
    const left = mirrored ? desk.x + desk.width - to.start - to.width : desk.x + to.start
    const box = async () => (await this.#active.boundingBox())!
    const drag = async (fromX: number, fromY: number, toX: number, toY: number) => {
      await this.#page.mouse.move(fromX, fromY)
      await this.#page.mouse.down()
      await this.#page.mouse.move((fromX + toX) / 2, (fromY + toY) / 2, { steps: 3 })
      await this.#page.mouse.move(toX, toY, { steps: 3 })
      await this.#page.mouse.up()
    }
    // To the corner first, where every window has room to be made smaller or larger.
    const corner = mirrored ? desk.x + desk.width - 1 : desk.x + 1
    const from = await box()
    const half = mirrored ? -from.width / 2 : from.width / 2
    await drag(from.x + from.width / 2, from.y + 18, corner + half, desk.y + 20)
    const moved = await box()
    const edge = mirrored ? moved.x : moved.x + moved.width
    const wanted = mirrored ? moved.x + moved.width - to.width : moved.x + to.width
    await drag(edge, moved.y + moved.height, wanted, moved.y + to.height)
    const end = await box()
    await drag(end.x + end.width / 2, end.y + 18, left + end.width / 2, desk.y + to.top + 18)
    await this.#page.mouse.move(0, 0)
  }
}
