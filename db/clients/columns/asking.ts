import type {
  ClientChoices,
  ClientChoicesRequest,
  ClientGroups,
  ClientGroupsRequest,
  ClientPageRequest,
} from '../../../app/contract/clients.ts'
import type { Ordering } from '../../../app/criteria.ts'
import type { Language } from '../../../app/languages.ts'
import type { ReadingConnection } from '../../connection.ts'
import type { SearchScope } from '../search.ts'
import { choicesOf, groupsOf } from './counting.ts'
import { maskOf, type Choosing, type Mask } from './matching.ts'
import { inOrder } from './ordering.ts'
import { Ranks } from './ranking.ts'
import { ClientTable } from './table.ts'

/** Who asks: what they reach, and in which order they read words. */
export interface Asker {
  readonly scope: SearchScope
  readonly language: Language
  /** The office's own, see OfficeSettings. */
  readonly sortLanguage: string
}

/** Which clients, in which order: what a page and an export of the same table have in common. */
export interface ClientChoice extends Choosing {
  readonly order: Ordering
}

/** More changed at once than these: everything is read anew. */
const mostChanged = 20_000

/** So many answers to "who is meant" are kept: those who scroll ask the same again and again. */
const mostMasks = 4

/** Everything that is asked about many clients at once. Read when it is first asked, then told of what changed. */
export class ClientColumns {
  readonly #base: ReadingConnection
  readonly #stillWanted: () => void
  #inUse: ClientTable | undefined
  #bin: ClientTable | undefined
  readonly #masks = new Map<string, Mask>()

  /** `stillWanted` is called now and then and throws where nobody waits any more. */
  constructor(base: ReadingConnection, stillWanted: () => void = () => undefined) {
    this.#base = base
    this.#stillWanted = stillWanted
  }

  /** Reads the clients in use, so that whoever asks first does not wait for it. */
  load(): null {
    this.#inUse ??= new ClientTable(this.#base.raw, { binned: false })
    return null
  }

  /** These clients changed, came or went; whoever asks from now on is told of them as they are. Undefined: nobody knows which. */
  changed(ids: readonly number[] | undefined): void {
    this.#masks.clear()
    this.#bin = undefined
    if (ids === undefined || ids.length > mostChanged) this.#inUse = undefined
    else this.#inUse?.refresh(ids)
  }

  /** Ids of a page, and how many there are in all. */
  page(request: ClientPageRequest, asker: Asker): { total: number; ids: number[] } {
    const table = this.#table(request)
    const { total, slots } = this.#inOrder(table, request, asker, request)
    return { total, ids: Array.from(slots, (slot) => table.ids[slot]!) }
  }

  /** Ids of all, in their order. */
  all(choice: ClientChoice, asker: Asker): number[] {
    const table = this.#table(choice)
    return Array.from(this.#inOrder(table, choice, asker).slots, (slot) => table.ids[slot]!)
  }

  count(choosing: Choosing, asker: Asker): number {
    return this.#mask(this.#table(choosing), choosing, asker).reduce((sum, one) => sum + one, 0)
  }

  groups(request: ClientGroupsRequest, asker: Asker): ClientGroups {
    const table = this.#table(request)
    return groupsOf(table, this.#mask(table, request, asker), request, new Ranks(table, asker))
  }

  choices({ filter, ...request }: ClientChoicesRequest, asker: Asker): ClientChoices {
    const conditions = (filter.conditions ?? []).filter(({ field }) => field !== request.field)
    const others = { filter: { ...filter, conditions } }
    const table = this.#table(others)
    return choicesOf(table, this.#mask(table, others, asker), request, new Ranks(table, asker))
  }

  #table({ filter }: Choosing): ClientTable {
    if (filter.binned) this.#bin ??= new ClientTable(this.#base.raw, { binned: true })
    else this.load()
    const table = (filter.binned ? this.#bin : this.#inUse)!
    table.readFields()
    return table
  }

  #mask(table: ClientTable, { filter, ids, except }: Choosing, { scope }: Asker): Mask {
    const asked = JSON.stringify([filter, ids, except, scope])
    const known = this.#masks.get(asked)
    if (known) return known
    const mask = maskOf(table, this.#base.kysely, { filter, ids, except }, scope, this.#stillWanted)
    if (this.#masks.size >= mostMasks) this.#masks.delete(this.#masks.keys().next().value!)
    this.#masks.set(asked, mask)
    return mask
  }

  #inOrder(
    table: ClientTable,
    choice: ClientChoice,
    asker: Asker,
    stretch?: { offset: number; limit: number },
  ) {
    const mask = this.#mask(table, choice, asker)
    return inOrder(table, mask, choice.order, new Ranks(table, asker), stretch)
  }
}

/** What can be asked of it. */
export type ClientQuestion = 'load' | 'page' | 'all' | 'count' | 'groups' | 'choices'
