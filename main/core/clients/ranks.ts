import type { OfficeEvent } from '../../../app/events.ts'
import type { NamePlace } from '../../../db/clients/page.ts'
import type { Readers } from '../readers.ts'

/** So many clients from one known place in the table to the next; skipping half of them costs well under a millisecond. */
const step = 512
/** A stretch that grew to this many is walked anew. */
const longestStretch = 8 * step

const before = (a: NamePlace, b: NamePlace): boolean => a.key < b.key || (a.key === b.key && a.id < b.id)

/**
 * Where in the table by name a rank is: the names of every 512th client and how many stand between. So the middle of
 * a million clients is found as quickly as the beginning. Made by a reader at first use, kept exact by every change.
 */
export class ClientRanks {
  readonly #readers: Readers
  readonly #unfinishedImport: () => number | undefined
  #starts: NamePlace[] = []
  #counts: number[] = []
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
    if (this.#counts.some((count) => count > longestStretch)) void this.walkAgain()
  }

  /** Too much changed to follow one by one. */
  walkAgain(): Promise<void> {
    const made = this.#walk()
    this.#ready = made
    return made
  }

  heed(event: OfficeEvent): void {
    if (event.type === 'client.changed' && event.ids === undefined) void this.walkAgain()
  }

  #made(): Promise<void> {
    return (this.#ready ??= this.#walk())
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
