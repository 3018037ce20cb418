import { physicalSign } from './physicalKeys.ts'

export interface ScannerHabits {
  /** What a scanner types after the code; its keys are taken with it. */
  readonly suffix: 'Enter' | 'Tab' | 'none'
  /** What it types before, if it was told to. With one the first key is enough to know it. */
  readonly prefix: string
  /** The longest pause between two of its keys, in milliseconds. */
  readonly pause: number
  /** The shortest code it reads. */
  readonly least: number
}

export const usualHabits: ScannerHabits = { suffix: 'Enter', prefix: '', pause: 35, least: 4 }

export interface Pressed {
  readonly code: string
  readonly shift: boolean
  /** When, by the clock of the keyboard and not of the page, which may be busy. Milliseconds. */
  readonly at: number
}

/**
 * What a key turns out to be. `typed`: a person's. `first`: may be the first of a code, or a person's. `more`: so may
 * be this one. `known`: from this key on it is a scanner; those before it have to be taken back. `taken`: a further
 * one of it. `code`: the last of it, with what was read.
 */
export type Verdict =
  | { readonly is: 'typed' | 'first' | 'more' | 'known' | 'taken' }
  | { readonly is: 'code'; readonly code: string }

/** Nobody types three keys within twice the pause of a scanner; two may fall together under a fast hand. */
const proof = 3

/**
 * Tells a scanner's keys from a person's by their pace. Given every key in order; `rest` says that the pause has gone
 * by without one.
 */
export class Burst {
  readonly #habits: ScannerHabits
  #text = ''
  #last = -Infinity

  constructor(habits: ScannerHabits = usualHabits) {
    this.#habits = habits
  }

  /** A key without Ctrl, Alt or ⌘ that is not held down. */
  press({ code, shift, at }: Pressed): Verdict {
    const { suffix, pause } = this.#habits
    const quick = at - this.#last <= pause
    if (!quick) this.#text = ''
    this.#last = at
    if (code === suffix || (suffix === 'Enter' && code === 'NumpadEnter')) {
      const read = this.#code()
      const known = this.#known
      this.#text = ''
      if (read !== null) return { is: 'code', code: read }
      return { is: known ? 'taken' : 'typed' }
    }
    const sign = physicalSign(code, shift)
    if (sign === null) {
      // Shift and the like come between the signs of a code.
      if (!/^(Shift|CapsLock)/.test(code)) this.#text = ''
      return { is: 'typed' }
    }
    // No code begins with it, and a button would miss it.
    if (this.#text === '' && sign === ' ') return { is: 'typed' }
    const before = this.#known
    this.#text += sign
    if (before) return { is: 'taken' }
    if (this.#known) return { is: 'known' }
    return { is: this.#text.length === 1 ? 'first' : 'more' }
  }

  /** Nothing came within the pause: the code that ends so, or null. What was typed by a person is forgotten. */
  rest(): string | null {
    const read = this.#code()
    this.#text = ''
    this.#last = -Infinity
    return read
  }

  /** How long to wait for the next key before `rest`. Longer than the pause, as a busy page tells of keys late. */
  get patience(): number {
    return this.#habits.pause * 3
  }

  get #known(): boolean {
    const { prefix } = this.#habits
    return prefix === '' ? this.#text.length >= proof : this.#text.startsWith(prefix)
  }

  #code(): string | null {
    const { prefix, least } = this.#habits
    if (!this.#known) return null
    const code = this.#text.slice(prefix.length)
    return code.length >= least ? code : null
  }
}
