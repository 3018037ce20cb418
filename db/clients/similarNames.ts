import { nearlyAlike } from '../../app/likeness.ts'

/** A name that more clients bear, with its misspellings, says nothing by itself: there are many Sok Daras. */
const mostBearing = 8
/** The hashes are looked at a part at a time, so that the memory they take stays small. */
const parts = 8
const placesEnd = 2 ** 24
/** Longer names are compared by their beginning alone. */
const longest = 64

/** The likenesses of many names in plain arrays: a million strings would take three times as much. */
export class NameTable {
  readonly #firstOf: Uint32Array
  #letters = new Uint16Array(1 << 16)
  #ends = new Uint32Array(1 << 12)
  #clients = new Uint32Array(1 << 12)
  #lastClient = 0
  count = 0

  constructor(lastId: number) {
    this.#firstOf = new Uint32Array(lastId + 2)
  }

  /** Names come in the order of their clients. */
  add(client: number, name: string): void {
    const from = this.count === 0 ? 0 : this.#ends[this.count - 1]!
    const length = Math.min(longest, name.length)
    if (from + length > this.#letters.length) this.#letters = grown(this.#letters)
    if (this.count === this.#ends.length) {
      this.#ends = grown(this.#ends)
      this.#clients = grown(this.#clients)
    }
    for (let at = 0; at < length; at++) this.#letters[from + at] = name.charCodeAt(at)
    for (; this.#lastClient < client; this.#lastClient++) this.#firstOf[this.#lastClient + 1] = this.count
    this.#ends[this.count] = from + length
    this.#clients[this.count++] = client
  }

  /** After the last name. */
  close(): void {
    this.#firstOf.fill(this.count, this.#lastClient + 1)
  }

  clientOf = (place: number): number => this.#clients[place]!

  text(place: number): string {
    return String.fromCharCode(...this.letters(place))
  }

  letters(place: number): Uint16Array {
    return this.#letters.subarray(place === 0 ? 0 : this.#ends[place - 1]!, this.#ends[place])
  }

  of(client: number): string[] {
    const [from, to] = [this.#firstOf[client]!, this.#firstOf[client + 1]!]
    return Array.from({ length: to - from }, (_, at) => this.text(from + at))
  }
}

function grown<T extends Uint16Array | Uint32Array>(array: T): T {
  const more = new (array.constructor as new (length: number) => T)(array.length * 2)
  more.set(array)
  return more
}

const base = 0x01000193
const mixed = (hash: number): number => {
  let x = hash ^ (hash >>> 16)
  x = Math.imul(x, 0x7feb352d)
  x ^= x >>> 15
  x = Math.imul(x, 0x846ca68b)
  return (x ^ (x >>> 16)) >>> 0
}

/**
 * Tells of all pairs of names that are the same or differ by one slip. Two such names become the same text when at most
 * one letter is left out of each; so every name is put down under the hash of itself and of itself without each of its
 * letters, and only names under one hash are compared.
 */
export function similarNames(names: NameTable, tell: (a: number, b: number, same: boolean) => void): void {
  let room = new Float64Array(1 << 16)
  const prefix = new Int32Array(longest + 1)
  const powers = new Int32Array(longest + 1)
  powers[0] = 1
  for (let at = 1; at <= longest; at++) powers[at] = Math.imul(powers[at - 1]!, base)
  const whole = new Uint32Array(names.count)
  for (let part = 0; part < parts; part++) {
    let count = 0
    const put = (hash: number, place: number) => {
      if (hash % parts !== part) return
      if (count === room.length) {
        const more = new Float64Array(room.length * 2)
        more.set(room)
        room = more
      }
      // 29 bits of the hash, as its last three are those of the part, above 24 of the place.
      room[count++] = Math.floor(hash / parts) * placesEnd + place
    }
    for (let place = 0; place < names.count; place++) {
      const letters = names.letters(place)
      const { length } = letters
      for (let at = 0; at < length; at++)
        prefix[at + 1] = (Math.imul(prefix[at]!, base) + letters[at]! + 1) | 0
      whole[place] = mixed(prefix[length]!)
      put(whole[place]!, place)
      if (length < 7) continue
      let behind = 0
      let before = -1
      for (let at = length - 1; at >= 0; at--) {
        const letter = letters[at]!
        // Without either of two equal neighbours it is the same text.
        if (letter !== before)
          put(mixed((Math.imul(prefix[at]!, powers[length - 1 - at]!) + behind) | 0), place)
        behind = (behind + Math.imul(letter + 1, powers[length - 1 - at]!)) | 0
        before = letter
      }
    }
    const entries = room.subarray(0, count).sort()
    for (let from = 0; from < count;) {
      const hash = Math.floor(entries[from]! / placesEnd)
      let to = from + 1
      while (to < count && Math.floor(entries[to]! / placesEnd) === hash) to++
      if (to - from > 1 && to - from <= mostBearing)
        compare(entries.subarray(from, to), hash * parts + part, whole, names, tell)
      from = to
    }
  }
}

/** Compares the names that were put down under one hash. */
function compare(
  entries: Float64Array,
  hash: number,
  whole: Uint32Array,
  names: NameTable,
  tell: (a: number, b: number, same: boolean) => void,
): void {
  for (let one = 0; one < entries.length; one++)
    for (let other = one + 1; other < entries.length; other++) {
      const [first, second] = [entries[one]! % placesEnd, entries[other]! % placesEnd]
      const [a, b] = [names.clientOf(first), names.clientOf(second)]
      const alike = whole[first] === whole[second]
      // The same name meets itself under every one of its hashes: once is enough.
      if (a === b || (alike && whole[first] !== hash)) continue
      const [text, otherText] = [names.text(first), names.text(second)]
      const same = text === otherText
      if (same || nearlyAlike(text, otherText)) tell(a, b, same)
    }
}
