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

const always = () => undefined

/** Which clients, in which order: what a page and an export of the same table have in common. */
export interface ClientChoice extends Choosing {
  readonly order: Ordering
}

/** Everything that is asked about many clients at once. */
export class ClientColumns {
  readonly #base: ReadingConnection

  constructor(base: ReadingConnection) {
    this.#base = base
  }

  /** Ids of a page, and how many there are in all. */
  page(request: ClientPageRequest, asker: Asker): { total: number; ids: number[] } {
    const table = this.#table(request, asker)
    const slots = this.#inOrder(table, request, asker)
    const shown = slots.subarray(request.offset, request.offset + request.limit)
    return { total: slots.length, ids: Array.from(shown, (slot) => table.ids[slot]!) }
  }

  /** Ids of all, in their order. */
  all(choice: ClientChoice, asker: Asker): Int32Array {
    const table = this.#table(choice, asker)
    return this.#inOrder(table, choice, asker).map((slot) => table.ids[slot]!)
  }

  count(choosing: Choosing, asker: Asker): number {
    return this.#mask(this.#table(choosing, asker), choosing, asker).reduce((sum, one) => sum + one, 0)
  }

  groups(request: ClientGroupsRequest, asker: Asker): ClientGroups {
    const table = this.#table(request, asker)
    return groupsOf(table, this.#mask(table, request, asker), request, new Ranks(table, asker))
  }

  choices({ filter, ...request }: ClientChoicesRequest, asker: Asker): ClientChoices {
    const conditions = (filter.conditions ?? []).filter(({ field }) => field !== request.field)
    const others = { filter: { ...filter, conditions } }
    const table = this.#table(others, asker)
    return choicesOf(table, this.#mask(table, others, asker), request, new Ranks(table, asker))
  }

  #table({ filter }: Choosing, { scope }: Asker): ClientTable {
    const { unfinishedImport } = scope
    return new ClientTable(this.#base.raw, { binned: filter.binned === true, unfinishedImport })
  }

  #mask(table: ClientTable, choosing: Choosing, { scope }: Asker): Mask {
    return maskOf(table, this.#base.kysely, choosing, scope, always)
  }

  #inOrder(table: ClientTable, choice: ClientChoice, asker: Asker): Int32Array {
    return inOrder(table, this.#mask(table, choice, asker), choice.order, new Ranks(table, asker))
  }
}
