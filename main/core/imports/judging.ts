import type { ClientDraft } from '../../../app/contract/clients.ts'
import { readCards } from '../../../db/clients/card.ts'
import { BesidesImport, findAlike } from '../../../db/clients/matching.ts'
import type { Reading } from '../../../db/tables.ts'
import type { DraftedRow } from './reading/imported.ts'
import { addedTo } from './adding.ts'
import { carded, fits, tooLong, type CardMaker } from './cards.ts'
import { areSame, compared, tracesOf, type Compared, type Traces } from './sameness.ts'
import { Workplaces, type Workplace } from './workplaces.ts'

/** What becomes of one row. */
export interface JudgedRow extends DraftedRow {
  readonly verdict: 'new' | 'update' | 'duplicate' | 'refused'
  /** What the row tells; null where it is refused. */
  readonly card: ClientDraft | null
  /** The client of the base that it is the same as. */
  readonly of: { readonly id: number; readonly name: string } | null
  /** The earlier row of the file that it is the same as. */
  readonly ofRow: number | null
  /** Where the person works, as far as it is news. */
  readonly workplace: Workplace | null
}

interface EarlierRow {
  readonly row: number
  /** Its card as JSON: a file has many rows, and few are asked for again. */
  card: string
  compared: Compared
}

/** Of a name that half the file bears no more rows than these are compared; a number or a code finds the others. */
const mostAlike = 50

/** Judges the rows of one file in their order: against the base, and against the rows before. */
export class Judge {
  readonly #base: Reading
  readonly #cards: CardMaker
  readonly #besides: BesidesImport | undefined
  readonly #workplaces: Workplaces
  readonly #earlier = new Alike<EarlierRow>()
  /** Cards of the base as the rows before will leave them, as JSON. */
  readonly #updated = new Map<number, string>()

  /** `importId`: the import that runs, whose own clients are not there yet. */
  constructor(base: Reading, cards: CardMaker, importId: number | undefined) {
    this.#base = base
    this.#cards = cards
    this.#workplaces = new Workplaces(importId)
    this.#besides = importId === undefined ? undefined : new BesidesImport(importId)
  }

  async judge(rows: readonly DraftedRow[]): Promise<JudgedRow[]> {
    await this.#workplaces.look(this.#base, rows)
    const made = rows.map((drafted) => {
      const row = carded(drafted, this.#cards)
      return { row, traces: row.card && tracesOf(row.card) }
    })
    const traces = made.flatMap((one) => one.traces ?? [])
    const known = await this.#known(
      traces.flatMap((one) => one.names),
      traces.flatMap((one) => one.phones),
    )
    return made.map(({ row, traces }) => {
      const { card } = row
      if (!card || !traces) return refused(row)
      const entry: EarlierRow = {
        row: row.row,
        card: JSON.stringify(card),
        compared: compared(card, () => parse(entry.card)),
      }
      const client = known.find(traces, (other) => areSame(entry.compared, other.compared))
      if (client) return this.#againstClient(row, card, client)
      const earlier = this.#earlier.find(traces, (other) => areSame(entry.compared, other.compared))
      if (earlier) return this.#againstRow(row, card, earlier)
      this.#earlier.add(traces, entry)
      const placed = this.#placed(row, card, `row ${row.row}`)
      if (placed.card !== card) entry.card = JSON.stringify(placed.card)
      return { ...row, ...placed, verdict: 'new', of: null, ofRow: null }
    })
  }

  #againstClient(row: DraftedRow, told: ClientDraft, client: KnownClient): JudgedRow {
    const { id } = client
    const of = { id, name: client.card.names[0]!.text }
    const placed = this.#placed(row, told, id, client.card)
    const after = addedTo(client.card, placed.card, this.#cards)
    const verdict = after || placed.workplace ? 'update' : 'duplicate'
    if (after) {
      if (!fits(after)) return refused(tooLong(row))
      client.card = after
      client.compared = compared(after)
      this.#updated.set(id, JSON.stringify(after))
    }
    return { ...row, ...placed, verdict, of, ofRow: null }
  }

  #againstRow(row: DraftedRow, told: ClientDraft, earlier: EarlierRow): JudgedRow {
    const before = parse(earlier.card)
    const placed = this.#placed(row, told, `row ${earlier.row}`, before)
    const after = addedTo(before, placed.card, this.#cards, true)
    const verdict = after || placed.workplace ? 'update' : 'duplicate'
    if (after) {
      if (!fits(after)) return refused(tooLong(row))
      earlier.card = JSON.stringify(after)
      earlier.compared = compared(after, () => parse(earlier.card))
    }
    return { ...row, ...placed, verdict, of: null, ofRow: earlier.row }
  }

  /** A row with the workplace that is news of its client; what an organisation cannot hold goes into the notes. */
  #placed(
    { draft, row, problems }: DraftedRow,
    card: ClientDraft,
    person: number | string,
    { kind }: Pick<ClientDraft, 'kind'> = card,
  ): Pick<JudgedRow, 'card' | 'workplace' | 'problems'> & { readonly card: ClientDraft } {
    const employer = kind === 'person' ? draft?.employer : undefined
    if (!employer) return { card, problems, workplace: null }
    const workplace = this.#workplaces.take(employer, person)
    if (workplace !== 'full') return { card, problems, workplace }
    const problem = { row, field: 'employer', reason: 'organisation-full', refused: false } as const
    return { card: this.#cards.unlinked(card, employer), problems: [...problems, problem], workplace: null }
  }

  /** Clients of the base that bear one of the names or have one of the numbers, by each of them. */
  async #known(names: readonly string[], phones: readonly string[]): Promise<Alike<KnownClient>> {
    const alike = new Alike<KnownClient>()
    const ids = await findAlike(this.#base, names, phones, this.#besides)
    await this.#workplaces.learn(this.#base, ids)
    for (const stored of await readCards(this.#base, ids)) {
      const updated = this.#updated.get(stored.id)
      const card = updated === undefined ? stored : parse(updated)
      const client = { id: stored.id, card, compared: compared(card) }
      // By what the base found it by; what a row before has added was judged with that row.
      alike.add(tracesOf(stored), client)
    }
    return alike
  }
}

interface KnownClient {
  readonly id: number
  card: ClientDraft
  compared: Compared
}

const parse = (card: string) => JSON.parse(card) as ClientDraft

const refused = (row: DraftedRow): JudgedRow => ({
  ...row,
  verdict: 'refused',
  card: null,
  of: null,
  ofRow: null,
  workplace: null,
})

/** Entries by the names and numbers that they may be found by. */
class Alike<Entry> {
  readonly #byName = new Map<string, Entry[]>()
  readonly #byPhone = new Map<string, Entry[]>()

  add({ names, phones }: Traces, entry: Entry): void {
    for (const name of names) addTo(this.#byName, name, entry)
    for (const phone of phones) addTo(this.#byPhone, phone, entry)
  }

  /** The first that is the same, of those with one of the names, then of those with one of the numbers. */
  find({ names, phones }: Traces, isSame: (entry: Entry) => boolean): Entry | undefined {
    for (const [keys, groups] of [
      [names, this.#byName],
      [phones, this.#byPhone],
    ] as const)
      // prettier-ignore
      for (const key of keys) {
        const found = groups.get(key)?.find(isSame)
        if (found) return found
      }
    return undefined
  }
}

function addTo<Entry>(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const group = groups.get(key)
  if (!group) groups.set(key, [entry])
  else if (group.length < mostAlike) group.push(entry)
}
