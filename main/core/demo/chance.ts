/**
 * What looks like chance and is the same every time: everything of the practice base is drawn from one of these.
 * Mulberry32 (T. Ettinger, public domain).
 */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to `end` − 1. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** One of the values, as often as its weight says. */
  weighted<T>(weights: readonly (readonly [value: T, weight: number])[]): T {
    const all = weights.reduce((sum, [, weight]) => sum + weight, 0)
    let left = this.next() * all
    return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0]
  }

  /** X becomes any digit, N one from 2 to 9. */
  digits(pattern: string): string {
    return pattern.replace(/[XN]/g, (sign) => String(sign === 'X' ? this.below(10) : 2 + this.below(8)))
  }
}
