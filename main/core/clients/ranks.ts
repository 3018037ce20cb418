import type { OfficeEvent } from '../../../app/events.ts'
import type { NamePlace } from '../../../db/clients/page.ts'
import type { Readers } from '../readers.ts'

/** So many clients from one known place in the table to the next; skipping half of them costs well under a millisecond. */
const step = 512
/** A stretch that grew to this many is walked anew. */
const longestStretch = 8 * step
/** Milliseconds before what may have been missed is walked again. */
const quietFor = 1000

/** In SQLite's order, which is that of the letters' numbers; JavaScript's own puts U+10000 and above before U+E000. */
const before = (a: NamePlace, b: NamePlace): boolean =>
  a.key === b.key ? a.id < b.id : Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) < 0

/**
 * Where in the table by name a rank is: the names of every 512th client and how many stand between. So the middle of
 * a million clients is found as quickly as the beginning. Made by a reader at first use, kept exact by every change.
 */
export class ClientRanks {
  readonly #readers: Pick<Readers, 'run'>
  readonly #unfinishedImport: () => number | undefined
  #starts: NamePlace[] = []
  #counts: number[] = []
  /** The walk that whoever asks waits for; undefined before the first and after a failed one. */
  #ready: Promise<void> | undefined
  #walking: Promise<void> | undefined
  /** Begins when the one under way has ended. */
  #next: Promise<void> | undefined
  #movedMeanwhile = false

  constructor(readers: Pick<Readers, 'run'>, unfinishedImport: () => number | undefined) {
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
    this.#movedMeanwhile = true
    if (was) this.#add(was, -1)
    if (is) this.#add(is, 1)
    if (!this.#walking && this.#counts.some((count) => count > longestStretch))
      void this.#queue().catch(() => undefined)
  }

  /** Too much changed to follow one by one: whoever asks from now on waits for a walk that begins after it. */
  walkAgain(): void {
    if (this.#ready) void this.#begin().catch(() => undefined)
  }

  heed(event: OfficeEvent): void {
    if (event.type === 'client.changed' && event.ids === undefined) this.walkAgain()
  }

  #made(): Promise<void> {
    return this.#ready ?? this.#begin()
  }

  #begin(): Promise<void> {
    const walk = this.#queue()
    this.#ready = walk
    // Whoever waits for it hears of it; the next one begins anew.
    walk.catch(() => {
      if (this.#ready === walk) this.#ready = undefined
    })
    return walk
  }

  #queue(): Promise<void> {
    if (!this.#walking) return this.#start()
    const ended = this.#walking.catch(() => undefined)
    return (this.#next ??= ended.then(() => {
      this.#next = undefined
      return this.#start()
    }))
  }

  #start(): Promise<void> {
    this.#walking = this.#walk().finally(() => (this.#walking = undefined))
    return this.#walking
  }

  async #walk(): Promise<void> {
    this.#movedMeanwhile = false
    const { starts, counts } = await this.#readers.run('clients.walk', [step, this.#unfinishedImport()])
    this.#starts = starts
    this.#counts = counts
    // What moved while a reader walked may or may not be in its view: it walks once more when things are quieter.
    // Nobody waits for that, or a busy office would never see its table.
    if (this.#movedMeanwhile) setTimeout(() => void this.#queue().catch(() => undefined), quietFor).unref()
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
