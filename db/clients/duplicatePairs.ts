/** What two clients have in common; signs add up. */
export const signs = { phone: 1, email: 2, name: 4, similarName: 8 } as const

/** How sure it is that they are one, by the signs together: 0 to 100. */
export function scoreOf(common: number): number {
  const { phone, email, name, similarName } = signs
  const reach = (common & phone ? 1 : 0) + (common & email ? 1 : 0)
  if (common & name) return [50, 96, 99][reach]!
  if (common & similarName) return [35, 88, 94][reach]!
  return [0, common & email ? 62 : 58, 90][reach]!
}

/** More pairs than anybody will ever look at; the rest are left until these are done. */
const mostPairs = 6_000_000

/** Pairs of clients with what they share, as numbers: (a · 2^24 + b) · 16 + signs, for ids below 16 million. */
export class Pairs {
  #codes = new Float64Array(1024)
  #count = 0

  add(a: number, b: number, sign: number): void {
    if (a === b || this.#count >= mostPairs) return
    if (this.#count === this.#codes.length) {
      const more = new Float64Array(this.#codes.length * 2)
      more.set(this.#codes)
      this.#codes = more
    }
    this.#codes[this.#count++] = (Math.min(a, b) * 2 ** 24 + Math.max(a, b)) * 16 + sign
  }

  /**
   * Each pair once, with all its signs, in order. `names` says what the names of a pair that shares something else
   * have in common.
   */
  joined(names: (a: number, b: number) => number): JoinedPairs {
    const codes = this.#codes.subarray(0, this.#count).sort()
    const [firsts, seconds] = [new Int32Array(codes.length), new Int32Array(codes.length)]
    const scores = new Uint8Array(codes.length)
    let count = 0
    for (let at = 0; at < codes.length;) {
      const pair = Math.floor(codes[at]! / 16)
      let common = 0
      for (; at < codes.length && Math.floor(codes[at]! / 16) === pair; at++) common |= codes[at]! - pair * 16
      const [a, b] = [Math.floor(pair / 2 ** 24), pair % 2 ** 24]
      if ((common & (signs.phone | signs.email)) !== 0 && (common & signs.name) === 0) common |= names(a, b)
      firsts[count] = a
      seconds[count] = b
      scores[count++] = scoreOf(common)
    }
    return { count, firsts, seconds, scores }
  }
}

export interface JoinedPairs {
  readonly count: number
  readonly firsts: Int32Array
  readonly seconds: Int32Array
  readonly scores: Uint8Array
}
