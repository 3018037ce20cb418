import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './person.ts'

/** Serious and critical findings, each with the elements it is about, gathered screen by screen. */
export class Findings {
  readonly #found: Record<string, string> = {}
  readonly #page: Page
  readonly #rules: readonly string[]

  constructor(page: Page, rules: readonly string[] = []) {
    this.#page = page
    this.#rules = rules
  }

  /** Looks at a part of the page; windows one by one, as the desk round them is looked at empty. */
  readonly look = async (screen: string, part?: string) => {
    // Base UI's stops for the keyboard, which lead it back into what is open.
    const builder = new AxeBuilder({ page: this.#page }).exclude('[data-base-ui-focus-guard]')
    // There are no frames here, so no second page is needed to gather them.
    builder.setLegacyMode(true)
    if (part !== undefined) builder.include(part)
    if (this.#rules.length > 0) builder.withRules([...this.#rules])
    const { violations } = await builder.analyze()
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      for (const { html, any, all } of nodes)
        this.#found[`${id}: ${html.slice(0, 160)} · ${(any[0] ?? all[0])?.message ?? ''}`] ??= screen
    }
  }

  none() {
    expect(this.#found).toEqual({})
  }
}
