import { sql } from 'kysely'
import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'

/** Of a name that very many clients bear, or a number that very many have, no more than these are looked at. */
const mostAlike = 50

/**
 * The clients that are there while an import runs: all up to the last one before it, and those that others have made
 * since. Its own are by far the most of the newer ones; each is looked at once, not with every row that bears its name.
 */
export class BesidesImport {
  readonly #importId: number
  readonly #others: number[] = []
  /** The last before the import; undefined until first asked. */
  #before: number | undefined
  #seen = 0

  constructor(importId: number) {
    this.#importId = importId
  }

  async now(base: Reading): Promise<{ readonly before: number; readonly others: readonly number[] }> {
    this.#before ??= this.#seen = await this.#lastBefore(base)
    const since = await base
      .selectFrom('clients')
      .select(['id', 'import_id'])
      .where('id', '>', this.#seen)
      .orderBy('id')
      .execute()
    for (const { id, import_id } of since) if (import_id !== this.#importId) this.#others.push(id)
    this.#seen = since.at(-1)?.id ?? this.#seen
    return { before: this.#before, others: this.#others }
  }

  async #lastBefore(base: Reading): Promise<number> {
    const own = await base
      .selectFrom('clients')
      .select((eb) => eb.fn.min('id').as('first'))
      .where('import_id', '=', this.#importId)
      .executeTakeFirst()
    if (own?.first != null) return own.first - 1
    const { last } = await base.selectFrom('client_ids').select('last').executeTakeFirstOrThrow()
    return last
  }
}

/**
 * Ids of clients in use that bear one of the folded names or have one of the numbers (digits from the last to the
 * first, as `client_phones.backwards`): who a new record may be the same as. Two look-ups in indexes for any number of names.
 */
export async function findAlike(
  base: Reading,
  names: readonly string[],
  phones: readonly string[],
  besides: BesidesImport | undefined,
): Promise<number[]> {
  const { before = Number.MAX_SAFE_INTEGER, others = [] } = (await besides?.now(base)) ?? {}
  // An office's first clients: there is nobody to be compared with.
  if (before === 0 && others.length === 0) return []
  const bearing = (
    table: 'client_names' | 'client_phones',
    column: 'folded' | 'backwards',
    texts: readonly string[],
  ) => {
    const wanted = JSON.stringify([...new Set(texts)])
    return sql<number>`SELECT found.client_id FROM json_each(${wanted}) AS wanted
      CROSS JOIN ${sql.table(table)} AS found
      ON found.${sql.ref(column)} = wanted.value AND found.client_id IN (
        SELECT client_id FROM ${sql.table(table)} WHERE ${sql.ref(column)} = wanted.value AND client_id <= ${before}
        ORDER BY client_id LIMIT ${sql.lit(mostAlike)})
      UNION SELECT client_id FROM ${sql.table(table)}
      WHERE ${among('client_id', others)} AND ${among(column, [...new Set(texts)])}` // prettier-ignore
  }
  const rows = await base
    .selectFrom('clients')
    .select('id')
    .where((eb) =>
      eb(
        'id',
        'in',
        sql<number>`(${bearing('client_names', 'folded', names)} UNION ${bearing('client_phones', 'backwards', phones)})`,
      ),
    )
    .where('binned_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
