import type { Page, RowSource } from './types.ts'

type Block<Row> = { rows: readonly Row[]; stale: boolean; used: number }

/** Milliseconds in which further changes wait for one another: colleagues save side by side, and groups are counted each time. */
const burst = 800

type Options = {
  /** Rows asked for at once. */
  size?: number
  /** Blocks remembered; the longest unseen go first. */
  keep?: number
  /** Milliseconds that a jump must rest before it is answered: a dragged scroll bar passes over most places. */
  pause?: number
}

/**
 * The rows of a long list, fetched in blocks as they are looked at. Old rows stay readable until newer ones
 * have come, so that nothing flickers.
 */
export class RowBlocks<Row> {
  #source: RowSource<Row>
  #blocks = new Map<number, Block<Row>>()
  #asked = new Map<number, AbortController>()
  #total: number | undefined
  #records: number | undefined
  #failure: unknown
  #shown = { first: 0, last: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined
  #burst: ReturnType<typeof setTimeout> | undefined
  #changedAgain = false
  /** True from a new question until its first answer: what is shown then belongs to the old one. */
  #replaced = false
  #clock = 0
  #state = 0
  #listeners = new Set<() => void>()
  readonly size: number
  readonly #keep: number
  readonly #pause: number

  constructor(source: RowSource<Row>, { size = 100, keep = 60, pause = 80 }: Options = {}) {
    this.#source = source
    this.size = size
    this.#keep = keep
    this.#pause = pause
  }

  /** Undefined until the first answer. */
  get total() {
    return this.#total
  }

  /** Rows that are records and no headings. */
  get records() {
    return this.#records ?? this.#total ?? 0
  }

  /** Why the last asking failed, if it did. */
  get failure() {
    return this.#failure
  }

  get busy() {
    return this.#asked.size > 0
  }

  /** What is shown belongs to the question before. */
  get replaced() {
    return this.#replaced
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Another number after each change; for useSyncExternalStore. */
  state = () => this.#state

  row(index: number): Row | undefined {
    return this.#blocks.get(Math.floor(index / this.size))?.rows[index % this.size]
  }

  /** These rows are on the screen, both ends included. Fetches what is missing and drops the askings for what is not. */
  look(first: number, last: number): void {
    this.#shown = { first: Math.max(0, first), last: Math.max(0, last) }
    clearTimeout(this.#timer)
    const wanted = this.#wanted()
    for (const number of wanted) {
      const block = this.#blocks.get(number)
      if (block) block.used = ++this.#clock
    }
    const missing = wanted.filter((number) => this.#lacks(number))
    if (missing.length === 0) return
    const near = (number: number) =>
      this.#total === undefined ||
      [number - 1, number, number + 1].some((n) => this.#blocks.has(n) || this.#asked.has(n))
    if (missing.some(near)) this.#fetchShown()
    else this.#timer = setTimeout(() => this.#fetchShown(), this.#pause)
  }

  /** The data may have changed, the question has not. */
  refresh(): void {
    this.#source.refresh?.()
    this.reshape()
  }

  /** The same as it is told of changes: the first is asked after at once, those that follow on its heels together. */
  refreshForChange(): void {
    if (this.#burst !== undefined) {
      this.#changedAgain = true
      return
    }
    this.refresh()
    this.#burst = setTimeout(() => {
      this.#burst = undefined
      if (!this.#changedAgain) return
      this.#changedAgain = false
      this.refreshForChange()
    }, burst)
  }

  /** The source puts the same data in another way: a group has opened. */
  reshape(): void {
    for (const block of this.#blocks.values()) block.stale = true
    this.#dropAskings(() => true)
    this.#failure = undefined
    this.#fetchShown()
  }

  /** Another question; false if it is the same. */
  replace(source: RowSource<Row>): boolean {
    if (source === this.#source) return false
    this.#source = source
    this.#replaced = true
    this.#shown = { first: 0, last: Math.max(1, this.#shown.last - this.#shown.first) }
    this.refresh()
    return true
  }

  retry(): void {
    this.#failure = undefined
    this.#fetchShown()
    this.#changed()
  }

  /** Rows from `first` to `last`, fetched where they are not here. For copying and long selections. */
  async load(first: number, last: number, signal?: AbortSignal): Promise<Row[]> {
    const rows: Row[] = []
    for (let number = Math.floor(first / this.size); number <= Math.floor(last / this.size); number++) {
      let block = this.#blocks.get(number)
      if (!block || block.stale) {
        // One after another: this may be long, and the screen's own askings go first.
        // eslint-disable-next-line no-await-in-loop
        const page = await this.#source.page(
          number * this.size,
          this.size,
          signal ?? new AbortController().signal,
        )
        this.#keepPage(number, page)
        block = this.#blocks.get(number)
      }
      const start = number * this.size
      rows.push(...(block?.rows.slice(Math.max(0, first - start), last - start + 1) ?? []))
    }
    this.#forget()
    this.#changed()
    return rows
  }

  /** Shows a row as it has just been saved, until the office's next answer. */
  put(before: Row, after: Row): void {
    for (const block of this.#blocks.values()) {
      const place = block.rows.indexOf(before)
      if (place >= 0) block.rows = block.rows.with(place, after)
    }
    this.#changed()
  }

  close(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#burst)
    this.#burst = undefined
    this.#dropAskings(() => true)
  }

  #wanted(): number[] {
    const end = this.#total === undefined ? this.size - 1 : Math.max(0, this.#total - 1)
    const from = Math.floor(Math.min(this.#shown.first, end) / this.size)
    const to = Math.floor(Math.min(this.#shown.last, end) / this.size)
    return Array.from({ length: to - from + 1 }, (_, i) => from + i)
  }

  #lacks(number: number): boolean {
    return this.#blocks.get(number)?.stale !== false && !this.#asked.has(number)
  }

  #fetchShown(): void {
    const wanted = this.#wanted()
    this.#dropAskings((number) => !wanted.includes(number))
    for (const number of wanted) if (this.#lacks(number)) this.#ask(number)
    this.#changed()
  }

  #ask(number: number): void {
    const controller = new AbortController()
    const { signal } = controller
    const arrive = async () => {
      try {
        const page = await this.#source.page(number * this.size, this.size, signal)
        if (signal.aborted) return
        this.#asked.delete(number)
        this.#failure = undefined
        this.#keepPage(number, page)
        this.#forget()
        // The list may have grown or shrunk: other blocks can be on the screen now.
        this.#fetchShown()
      } catch (error) {
        if (signal.aborted) return
        this.#asked.delete(number)
        this.#failure = error
        this.#changed()
      }
    }
    this.#asked.set(number, controller)
    void arrive()
  }

  #keepPage(number: number, page: Page<Row>): void {
    if (this.#replaced) {
      this.#blocks.clear()
      this.#replaced = false
    }
    this.#total = page.total
    this.#records = page.records
    this.#blocks.set(number, { rows: page.rows, stale: false, used: ++this.#clock })
    // Rows past the end are gone.
    for (const key of this.#blocks.keys())
      if (key > 0 && key * this.size >= page.total) this.#blocks.delete(key)
  }

  #dropAskings(which: (number: number) => boolean): void {
    for (const [number, controller] of this.#asked) {
      if (!which(number)) continue
      controller.abort()
      this.#asked.delete(number)
    }
  }

  #forget(): void {
    if (this.#blocks.size <= this.#keep) return
    const oldest = [...this.#blocks].sort(([, a], [, b]) => a.used - b.used)
    for (const [number] of oldest.slice(0, this.#blocks.size - this.#keep)) this.#blocks.delete(number)
  }

  #changed(): void {
    this.#state++
    for (const listener of this.#listeners) listener()
  }
}
