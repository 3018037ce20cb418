/** Milliseconds that calls may have to wait for one slice: they come one after another, and a call may meet two. */
const sliceLasts = 25
const [least, most] = [25, 2000]

/** How many records are written at once, so that nobody waits long: as many as the last slices showed to fit. */
export class SliceSize {
  #records = 100

  get records(): number {
    return this.#records
  }

  /** So many took so many milliseconds. */
  took(records: number, milliseconds: number): void {
    if (records === 0) return
    const could = (records * sliceLasts) / milliseconds
    // One quick slice says little: at most twice as many at once.
    const next = Math.min((this.#records + could) / 2, this.#records * 2)
    this.#records = Math.round(Math.min(most, Math.max(least, next)))
  }
}
