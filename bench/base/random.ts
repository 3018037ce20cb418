/** Numbers that look random and are the same in every run. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number
  /** One of a list, each as likely. */
  one<T>(list: readonly T[]): T
  /** One of a list, the first ones more often: as surnames are spread among people. */
  oftenFirst<T>(list: readonly T[]): T
  chance(probability: number): boolean
}

/** Mulberry32: short, quick, good enough for names. */
export function random(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    one: (list) => list[below(list.length)]!,
    oftenFirst: (list) => list[Math.floor(next() ** 2 * list.length)]!,
    chance: (probability) => next() < probability,
  }
}
