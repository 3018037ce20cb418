import type { OfficeEvent } from '../../../app/events.ts'
import type { NamePlace } from '../../../db/clients/page.ts'
import type { Readers } from '../readers.ts'

/** So many clients from one known place in the table to the next; skipping half of them costs well under a millisecond. */
const step = 512
/** A stretch that grew to this many is walked anew. */
const longestStretch = 8 * step

/** In SQLite's order, which is that of the letters' numbers; JavaScript's own puts U+10000 and above before U+E000. */
const before = (a: NamePlace, b: NamePlace): boolean =>
  a.key === b.key ? a.id < b.id : Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) < 0

/**
 * Where in the table by name a rank is: the names of every 512th client and how many stand between. So the middle of
 * a million clients is found as quickly as the beginning. Made by a reader at first use, kept exact by every change.
 */
export class ClientRanks {
  readonly #readers: Readers
  readonly #unfinishedImport: () => number | undefined
  #starts: NamePlace[] = []
  #counts: number[] = []
  /** Settles with the walk that is under way, or with the last one; undefined before the first and after a failed one. */
  #ready: Promise<void> | undefined
  #walking = false
  #movedMeanwhile = false

  constructor(readers: Readers, unfinishedImport: () => number | undefined) {
    this.#readers = readers
    this.#unfinishedImport = unfinishedImport
  }

  /** How many clients the table has. */
  async total(): Promise<number> {
    await this.#made()
    return this.#counts.reduce((sum, count) => sum + count, 0)
  }

  /** From which place, and how many behind it, the client of this rank (0 the first) is read. */
  async placeOf(rank: number): Promise<{ from: NamePlace | undefined; skip: number }> {
    await this.#made()
    let left = rank
    for (const [at, count] of this.#counts.entries()) {
      if (left < count) return { from: this.#starts[at], skip: left }
      left -= count
    }
    const last = this.#counts.length - 1
    return { from: this.#starts[last], skip: left + (this.#counts[last] ?? 0) }
  }

  /** A client came to the table, left it, or moved in it. Called once the change is committed. */
  moved(was: NamePlace | undefined, is: NamePlace | undefined): void {
    if (!this.#ready) return
    if (this.#walking) this.#movedMeanwhile = true
    if (was) this.#add(was, -1)
    if (is) this.#add(is, 1)
    if (this.#counts.some((count) => count > longestStretch)) this.walkAgain()
  }

  /** Too much changed to follow one by one. */
  walkAgain(): void {
    if (!this.#ready) return
    if (this.#walking) this.#movedMeanwhile = true
    else this.#begin()
  }

  heed(event: OfficeEvent): void {
    if (event.type === 'client.changed' && event.ids === undefined) this.walkAgain()
  }

  #made(): Promise<void> {
    return this.#ready ?? this.#begin()
  }

  #begin(): Promise<void> {
    const made = this.#walk()
    this.#ready = made
    // Whoever waits for it hears of it; the next one begins anew.
    made.catch(() => (this.#ready = undefined))
    return made
  }

  async #walk(): Promise<void> {
    this.#walking = true
    try {
      // What moves while a reader walks may or may not be in its view: then it walks once more.
      do {
        this.#movedMeanwhile = false
        const { starts, counts } = await this.#readers.run('clients.walk', [step, this.#unfinishedImport()])
        this.#starts = starts
        this.#counts = counts
      } while (this.#movedMeanwhile)
    } finally {
      this.#walking = false
    }
  }

  #add(place: NamePlace, change: 1 | -1): void {
    if (this.#starts.length === 0 || before(place, this.#starts[0]!)) {
      // Before the first known place: it becomes the first.
      if (change === 1) {
        if (this.#starts.length === 0) this.#counts.push(0)
        this.#starts[0] = place
        this.#counts[0]!++
      }
      return
    }
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (before(place, this.#starts[middle]!)) high = middle - 1
      else low = middle
    }
    this.#counts[low] = Math.max(0, this.#counts[low]! + change)
  }
}
