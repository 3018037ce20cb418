import type { Choices, ChoicesRequest, Groups, GroupsRequest } from '../../app/contract/counting.ts'
import type { Condition, Ordering } from '../../app/criteria.ts'
import type { ReadingConnection } from '../connection.ts'
import type { Area, Asker, Choosing } from './area.ts'
import { choicesOf, groupsOf } from './counting.ts'
import type { Mask } from './matching.ts'
import { inOrder } from './ordering.ts'
import { Ranks } from './ranking.ts'
import type { Shelf } from './shelf.ts'
import { RecordTable } from './table.ts'

/** What every filter has beside what its area adds. */
export interface AnyFilter {
  readonly conditions?: readonly Condition[] | undefined
}

/** Which stretch of which records, in which order. */
export interface PageRequest<Filter> extends Choosing<Filter> {
  readonly order: Ordering
  readonly offset: number
  readonly limit: number
}

/** More changed at once than these: everything is read anew. */
const mostChanged = 20_000

/** So many changes wait for the next question; more are read without one. */
const mostWaiting = 500

/** So many answers to "which are meant" are kept: those who scroll ask the same again and again. */
const mostMasks = 4

/** Everything that is asked about many records at once. Read when it is first asked, then told of what changed. */
export class RecordColumns<Filter extends AnyFilter, Scope> {
  readonly #base: ReadingConnection
  readonly #area: Area<Filter, Scope>
  readonly #stillWanted: () => void
  /** The records that are mostly asked for, kept as the base is. */
  #usual: RecordTable | undefined
  /** Others, until the next change. */
  #other: RecordTable | undefined
  #waiting = new Set<number>()
  readonly #masks = new Map<string, Mask>()

  /** `stillWanted` is called now and then and throws where nobody waits any more. */
  constructor(base: ReadingConnection, area: Area<Filter, Scope>, stillWanted: () => void = () => undefined) {
    this.#base = base
    this.#area = area
    this.#stillWanted = stillWanted
  }

  /** Reads the usual records, so that whoever asks first does not wait for it. */
  load(): null {
    this.#table(this.#area.usual)
    return null
  }

  /** These records changed, came or went; whoever asks from now on is told of them as they are. Undefined: nobody knows which. */
  changed(ids: readonly number[] | undefined): void {
    this.#masks.clear()
    this.#other = undefined
    if (ids === undefined || ids.length > mostChanged) this.#usual = undefined
    if (!this.#usual) return this.#waiting.clear()
    for (const id of ids!) this.#waiting.add(id)
    if (this.#waiting.size > mostWaiting) this.#catchUp(this.#usual)
  }

  /** The same of records that stay where they are in order, however many: they need not be put there anew. */
  changedInPlace(ids: readonly number[]): void {
    this.#masks.clear()
    this.#other = undefined
    if (!this.#usual) return
    this.#catchUp(this.#usual)
    this.#usual.refreshInPlace(ids)
  }

  /** Ids of a page, and how many there are in all. */
  page(request: PageRequest<Filter>, asker: Asker<Scope>): { total: number; ids: number[] } {
    const table = this.#tableFor(request)
    const { total, slots } = this.#inOrder(table, request, asker, request)
    return { total, ids: Array.from(slots, (slot) => table.ids[slot]!) }
  }

  /** Ids of all, in their order. */
  all(choice: Choosing<Filter> & { readonly order: Ordering }, asker: Asker<Scope>): number[] {
    const table = this.#tableFor(choice)
    return Array.from(this.#inOrder(table, choice, asker).slots, (slot) => table.ids[slot]!)
  }

  count(choosing: Choosing<Filter>, asker: Asker<Scope>): number {
    return this.#mask(this.#tableFor(choosing), choosing, asker).reduce((sum, one) => sum + one, 0)
  }

  groups(request: GroupsRequest & Choosing<Filter>, asker: Asker<Scope>): Groups {
    const table = this.#tableFor(request)
    return groupsOf(table, this.#mask(table, request, asker), request, new Ranks(table, asker))
  }

  choices({ filter, ...request }: ChoicesRequest & Choosing<Filter>, asker: Asker<Scope>): Choices {
    const conditions = (filter.conditions ?? []).filter(({ field }) => field !== request.field)
    const others = { filter: { ...filter, conditions } }
    const table = this.#tableFor(others)
    return choicesOf(table, this.#mask(table, others, asker), request, new Ranks(table, asker))
  }

  #tableFor({ filter }: Choosing<Filter>): RecordTable {
    const table = this.#table(this.#area.shelfOf(filter))
    table.readFields()
    return table
  }

  #table(shelf: Shelf): RecordTable {
    const { raw } = this.#base
    if (shelf !== this.#area.usual) return (this.#other ??= new RecordTable(raw, shelf))
    if (this.#usual) this.#catchUp(this.#usual)
    return (this.#usual ??= new RecordTable(raw, shelf))
  }

  #catchUp(table: RecordTable): void {
    if (this.#waiting.size > 0) table.refresh([...this.#waiting])
    this.#waiting.clear()
  }

  #mask(table: RecordTable, { filter, ids, except }: Choosing<Filter>, { scope }: Asker<Scope>): Mask {
    const choosing = { filter, ids, except }
    const asked = JSON.stringify([choosing, scope])
    const known = this.#masks.get(asked)
    if (known) return known
    const mask = this.#area.maskOf(table, this.#base.kysely, choosing, scope, this.#stillWanted)
    if (this.#masks.size >= mostMasks) this.#masks.delete(this.#masks.keys().next().value!)
    this.#masks.set(asked, mask)
    return mask
  }

  #inOrder(
    table: RecordTable,
    choice: Choosing<Filter> & { readonly order: Ordering },
    asker: Asker<Scope>,
    stretch?: { offset: number; limit: number },
  ) {
    const mask = this.#mask(table, choice, asker)
    return inOrder(table, mask, choice.order, new Ranks(table, asker), stretch)
  }
}

/** What can be asked of it. */
export type Question = 'load' | 'page' | 'all' | 'count' | 'groups' | 'choices'
