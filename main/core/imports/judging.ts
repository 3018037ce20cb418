import { findAlike, type Likeness } from '../../../db/clients/matching.ts'
import type { Reading } from '../../../db/tables.ts'
import type { DraftedRow } from '../import/draft.ts'
import { areSame, bringsNew, comparedRow, type Compared } from './sameness.ts'

/** What becomes of one row. `of`: the client of the base, or the row of the file, that it is the same as. */
export interface JudgedRow extends DraftedRow {
  readonly verdict: 'new' | 'update' | 'duplicate' | 'refused'
  readonly of: { readonly id: number; readonly name: string } | null
}

interface EarlierRow extends Compared {
  readonly row: number
}

/** Judges the rows of one file in their order: against the base, and against the rows before. */
export class Judge {
  readonly #base: () => Reading
  readonly #importId: number | undefined
  readonly #earlierByName = new Map<string, EarlierRow[]>()
  readonly #earlierByPhone = new Map<string, EarlierRow[]>()

  /** `importId`: the import that writes these rows, whose own clients are not looked at. */
  constructor(base: () => Reading, importId?: number) {
    this.#base = base
    this.#importId = importId
  }

  async judge(rows: readonly DraftedRow[]): Promise<JudgedRow[]> {
    const compared = rows.map((row) => row.draft && comparedRow(row.draft))
    const all = compared.filter((row) => row !== null)
    const alike = await findAlike(
      this.#base(),
      all.flatMap((row) => row.names),
      all.flatMap((row) => row.phones.filter((phone) => phone !== '')),
      this.#importId,
    )
    const byName = groupBy(alike, (client) => client.names)
    const byPhone = groupBy(alike, (client) => client.phones)
    return rows.map((row, index) => {
      const own = compared[index]
      if (!own) return { ...row, verdict: 'refused', of: null }
      const client = among(own, byName, byPhone)
      if (client) {
        const { id, name } = client
        return { ...row, verdict: bringsNew(own, client) ? 'update' : 'duplicate', of: { id, name } }
      }
      const earlier = among(own, this.#earlierByName, this.#earlierByPhone)
      if (earlier) return { ...row, verdict: 'duplicate', of: { id: 0, name: `${earlier.row}` } }
      const entry = { ...own, row: row.row }
      for (const name of own.names) add(this.#earlierByName, name, entry)
      for (const phone of own.phones) add(this.#earlierByPhone, phone, entry)
      return { ...row, verdict: 'new', of: null }
    })
  }
}

function among<Candidate extends Compared>(
  row: Compared,
  byName: ReadonlyMap<string, Candidate[]>,
  byPhone: ReadonlyMap<string, Candidate[]>,
): Candidate | undefined {
  const candidates = [
    ...row.names.flatMap((name) => byName.get(name) ?? []),
    ...row.phones.flatMap((phone) => byPhone.get(phone) ?? []),
  ]
  return candidates.find((candidate) => areSame(row, candidate))
}

function groupBy(
  clients: readonly Likeness[],
  keys: (client: Likeness) => readonly string[],
): Map<string, Likeness[]> {
  const groups = new Map<string, Likeness[]>()
  for (const client of clients) for (const key of keys(client)) add(groups, key, client)
  return groups
}

function add<Entry>(groups: Map<string, Entry[]>, key: string, entry: Entry): void {
  const group = groups.get(key)
  if (group) group.push(entry)
  else groups.set(key, [entry])
}
