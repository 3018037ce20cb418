import { fold } from '../../../app/folding.ts'
import { countContacts, findOrganisations, readWorkplaces } from '../../../db/clients/people.ts'
import type { Reading } from '../../../db/tables.ts'
import type { JudgedRow } from './judging.ts'
import type { DraftedRow, Employer } from './reading/imported.ts'

/** Where a person of the file works, as far as that is known while the file is read. */
export interface Workplace extends Employer {
  /** The organisation of the base; absent where none is called so yet. */
  readonly id?: number
}

/** As many contact persons as a card can hold (`clientDraft`). */
const mostPeople = 200

/** By what an organisation is found that a row names; a name of nothing but signs is one all the same. */
export const nameKey = (name: string): string => fold(name) || name

/**
 * Which organisations the rows of a file name as somebody's workplace: those of the base by their names, and how many
 * people the file brings to each. Asks nothing of the base for rows that name none.
 */
export class Workplaces {
  readonly #importId: number | undefined
  readonly #ids = new Map<string, number | undefined>()
  readonly #people = new Map<string, number>()
  /** Who works where: "client or row · organisation". */
  readonly #links = new Set<string>()

  constructor(importId: number | undefined) {
    this.#importId = importId
  }

  /** Learns of the organisations that these rows name. */
  async look(base: Reading, rows: readonly DraftedRow[]): Promise<void> {
    const names = rows.flatMap(({ draft }) => (draft?.employer ? [nameKey(draft.employer.name)] : []))
    const fresh = [...new Set(names)].filter((name) => !this.#ids.has(name))
    if (fresh.length === 0) return
    const found = await findOrganisations(base, fresh, this.#importId)
    const counts = await countContacts(base, [...found.values()])
    for (const name of fresh) {
      const id = found.get(name)
      this.#ids.set(name, id)
      this.#people.set(name, id === undefined ? 0 : (counts.get(id) ?? 0))
    }
  }

  /** Learns where clients of the base work already. */
  async learn(base: Reading, clients: readonly number[]): Promise<void> {
    if (this.#ids.size === 0 || clients.length === 0) return
    const nameOf = new Map(
      [...this.#ids].flatMap(([name, id]) => (id === undefined ? [] : [[id, name] as const])),
    )
    for (const { organisation, person } of await readWorkplaces(base, clients)) {
      const name = nameOf.get(organisation)
      if (name !== undefined) this.#links.add(linkOf(person, name))
    }
  }

  /**
   * Where somebody works: null where that was known, `full` where the organisation has no room for them; `person`: a
   * client of the base, or "row 7".
   */
  take(employer: Employer, person: number | string): Workplace | 'full' | null {
    const name = nameKey(employer.name)
    const link = linkOf(person, name)
    if (this.#links.has(link)) return null
    const people = this.#people.get(name) ?? 0
    if (people >= mostPeople) return 'full'
    this.#links.add(link)
    this.#people.set(name, people + 1)
    const id = this.#ids.get(name)
    return { ...employer, ...(id === undefined ? {} : { id }) }
  }
}

const linkOf = (person: number | string, organisation: string) => `${person} · ${organisation}`

/** How many organisations the rows of a file make beside their own clients. */
export class MadeOrganisations {
  readonly #named = new Set<string>()
  readonly #inFile = new Set<string>()

  see({ card, verdict, workplace }: JudgedRow): void {
    if (workplace && workplace.id === undefined) this.#named.add(nameKey(workplace.name))
    if (verdict === 'new' && card?.kind === 'organisation')
      for (const { text } of card.names) this.#inFile.add(nameKey(text))
  }

  get count(): number {
    return [...this.#named].filter((name) => !this.#inFile.has(name)).length
  }
}
