import type { Group, Grouping, GroupStep, Page, RowSource } from './types.ts'

/** A heading among the rows: a group, and how it stands. */
export class GroupHead {
  readonly path: readonly GroupStep[]
  readonly title: string
  readonly count: number
  readonly open: boolean
  readonly totals: Group['totals']
  constructor(path: readonly GroupStep[], { title, count, totals }: Group, open: boolean) {
    this.path = path
    this.title = title
    this.count = count
    this.open = open
    this.totals = totals
  }
  /** 0 for the outermost. */
  get level(): number {
    return this.path.length - 1
  }
  get column(): string {
    return this.path.at(-1)!.column
  }
  get key(): string {
    return keyOf(this.path)
  }
}

export const isHead = (entry: unknown): entry is GroupHead => entry instanceof GroupHead

/** What is a record, where headings stand between. */
export const recordIn = <Row>(entry: Row | GroupHead | undefined): Row | undefined =>
  isHead(entry) ? undefined : entry

export const recordsIn = <Row>(entries: readonly (Row | GroupHead)[]): Row[] =>
  entries.flatMap((entry) => recordIn(entry) ?? [])

/** Where the heading over a row stands, among those that are here. */
export function headOver<Row>(
  rows: { row(index: number): Row | GroupHead | undefined },
  index: number,
): number | undefined {
  const own = rows.row(index)
  for (let place = index - 1; place >= 0; place--) {
    const entry = rows.row(place)
    if (entry === undefined) return undefined
    if (isHead(entry) && (!isHead(own) || entry.level < own.level)) return place
  }
  return undefined
}

/** Up to so many records of a source, page by page. */
export async function allOf<Row>(source: RowSource<Row>, limit: number): Promise<Row[]> {
  const rows: Row[] = []
  const { signal } = new AbortController()
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- each page says whether there is another
    const page = await source.page(rows.length, Math.min(500, limit - rows.length), signal)
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= Math.min(limit, page.total)) return rows
  }
}

const keyOf = (path: readonly GroupStep[]) => JSON.stringify(path.map(({ key }) => key))

/** A group that was asked for; those in it are asked for when it is first opened. */
interface Branch {
  readonly path: readonly GroupStep[]
  readonly group: Group
  inside: Level | undefined
}
interface Level {
  readonly asked: Promise<void>
  branches: readonly Branch[]
}

/**
 * Rows under the headings of their groups, as one long list: heading, what is in it where it is open, the next heading.
 * Only what is looked at is asked for.
 */
export class GroupTree<Row> implements RowSource<Row | GroupHead> {
  readonly #grouping: Omit<Grouping<Row>, 'onBy'>
  /** Keys of the groups that are open; kept by whoever shows them, so that they stay so when the question changes. */
  readonly #open: Set<string>
  #root: Level | undefined
  /** All records in all groups. */
  #records = 0

  constructor(grouping: Omit<Grouping<Row>, 'onBy'>, open: Set<string>) {
    this.#grouping = grouping
    this.#open = open
  }

  refresh(): void {
    this.#root = undefined
  }

  async page(offset: number, limit: number, signal: AbortSignal): Promise<Page<Row | GroupHead>> {
    const root = (this.#root ??= this.#level([]))
    await this.#unfold(root)
    const end = offset + limit
    const rows: (Row | GroupHead)[] = []
    const asked: Promise<void>[] = []
    let at = 0
    const walk = (level: Level) => {
      for (const branch of level.branches) {
        const size = this.#size(branch)
        if (at + size <= offset || at >= end) {
          at += size
          continue
        }
        const open = this.#isOpen(branch)
        if (at >= offset) rows[at - offset] = new GroupHead(branch.path, branch.group, open)
        at++
        if (!open) continue
        if (branch.inside) {
          walk(branch.inside)
          continue
        }
        const first = Math.max(offset, at)
        const last = Math.min(end, at + branch.group.count)
        if (last > first)
          asked.push(this.#rowsOf(branch, first - at, last - first, rows, first - offset, signal))
        at += branch.group.count
      }
    }
    walk(root)
    await Promise.all(asked)
    return { rows, total: at, records: this.#records }
  }

  toggle({ key }: GroupHead, open: boolean): void {
    if (open) this.#open.add(key)
    else this.#open.delete(key)
  }

  /** One level deeper everywhere, or everything closed. */
  toggleAll(open: boolean): void {
    if (!open) return this.#open.clear()
    const deeper = (level: Level) => {
      for (const branch of level.branches) {
        if (this.#isOpen(branch) && branch.inside) deeper(branch.inside)
        this.#open.add(keyOf(branch.path))
      }
    }
    if (this.#root) deeper(this.#root)
  }

  #isOpen = ({ path }: Branch) => this.#open.has(keyOf(path))

  #size(branch: Branch): number {
    if (!this.#isOpen(branch)) return 1
    if (!branch.inside) return 1 + branch.group.count
    return branch.inside.branches.reduce((sum, one) => sum + this.#size(one), 1)
  }

  #level(path: readonly GroupStep[]): Level {
    const column = this.#grouping.by[path.length]!
    const load = async () => {
      const { groups, records } = await this.#grouping.groups(path, column)
      if (path.length === 0) this.#records = records
      level.branches = groups.map((group) => ({
        path: [...path, { column, key: group.key }],
        group,
        inside: undefined,
      }))
    }
    const level: Level = { asked: Promise.resolve().then(load), branches: [] }
    return level
  }

  /** Has the groups in every open group, and theirs. */
  async #unfold(level: Level): Promise<void> {
    try {
      await level.asked
    } catch (error) {
      // Asked once more at the next try.
      if (this.#root === level) this.#root = undefined
      throw error
    }
    const open = level.branches.filter(
      (one) => one.path.length < this.#grouping.by.length && this.#isOpen(one),
    )
    await Promise.all(
      open.map(async (branch) => {
        branch.inside ??= this.#level(branch.path)
        try {
          await this.#unfold(branch.inside)
        } catch (error) {
          branch.inside = undefined
          throw error
        }
      }),
    )
  }

  async #rowsOf(
    { path }: Branch,
    offset: number,
    limit: number,
    into: (Row | GroupHead)[],
    place: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { rows } = await this.#grouping.rows(path, offset, limit, signal)
    rows.slice(0, limit).forEach((row, index) => {
      into[place + index] = row
    })
  }
}
