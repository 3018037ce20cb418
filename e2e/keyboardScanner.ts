import type { CDPSession, Page } from '@playwright/test'

/** A scanner that is a keyboard: presses places of an American one, a few milliseconds apart, whatever the layout says. */
export class Scanner {
  readonly #line: CDPSession
  #at = 0
  readonly #layout: Record<string, string>

  constructor(line: CDPSession, layout: Record<string, string> = {}) {
    this.#line = line
    this.#layout = layout
  }

  static async at(page: Page, layout?: Record<string, string>) {
    return new Scanner(await page.context().newCDPSession(page), layout)
  }

  async scan(text: string, end = 'Enter'): Promise<void> {
    this.#at = Date.now() / 1000
    const sent = [...text].map((sign) => this.#press(sign))
    if (end) sent.push(this.#key(end, end, end === 'Enter' ? '\r' : ''))
    await Promise.all(sent)
  }

  #press(sign: string) {
    const code = /\d/.test(sign) ? `Digit${sign}` : sign === '-' ? 'Minus' : `Key${sign.toUpperCase()}`
    const said = this.#layout[code] ?? sign
    return this.#key(code, said, said, /[A-Z]/.test(sign))
  }

  async #key(code: string, key: string, text: string, shift = false) {
    const modifiers = shift ? 8 : 0
    // The clock of the scanner, not of this busy machine: five thousandths from key to key.
    this.#at += 0.005
    const timestamp = this.#at
    await this.#line.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      code,
      key,
      text,
      modifiers,
      timestamp,
    })
    await this.#line.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key, modifiers, timestamp })
  }
}
