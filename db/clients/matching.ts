import { sql } from 'kysely'
import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'
import { inScope } from './visible.ts'

/** What two records of one client have in common or not. */
export interface Likeness {
  readonly id: number
  readonly name: string
  /** Folded. */
  readonly names: readonly string[]
  /** Digits from the last to the first, as `client_phones.backwards`. */
  readonly phones: readonly string[]
  /** In lower case. */
  readonly emails: readonly string[]
  readonly code: string | null
  /** Folded by the caller where it compares. */
  readonly city: string | null
}

/** Clients that bear one of the folded names or have one of the numbers (backwards): who a new record may be the same as. */
export async function findAlike(
  base: Reading,
  names: readonly string[],
  phones: readonly string[],
  unfinishedImport: number | undefined,
): Promise<Likeness[]> {
  const byName = await base
    .selectFrom('client_names')
    .select('client_id')
    .distinct()
    .where(among('folded', names))
    .execute()
  const byPhone =
    phones.length === 0
      ? []
      : await base
          .selectFrom('client_phones')
          .select('client_id')
          .distinct()
          .where(among('backwards', phones))
          .execute()
  const ids = [...new Set([...byName, ...byPhone].map((row) => row.client_id))]
  if (ids.length === 0) return []
  const clients = await base
    .selectFrom('clients')
    .select(['id', 'name', 'code', 'city'])
    .where(among('id', ids))
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb, { unfinishedImport }))
    .execute()
  const own = async (
    table: 'client_names' | 'client_phones' | 'client_emails',
    column: 'folded' | 'backwards',
  ) =>
    Map.groupBy(
      (await base
        .selectFrom(table)
        .select(['client_id', sql.ref<string>(column).as('text')])
        .where(among('client_id', ids))
        .execute()) as { client_id: number; text: string }[],
      (row) => row.client_id,
    )
  const [namesOf, phonesOf, emailsOf] = [
    await own('client_names', 'folded'),
    await own('client_phones', 'backwards'),
    await own('client_emails', 'folded'),
  ]
  const texts = (rows: Map<number, { text: string }[]>, id: number) =>
    (rows.get(id) ?? []).map((row) => row.text)
  return clients.map((client) => ({
    ...client,
    names: texts(namesOf, client.id),
    phones: texts(phonesOf, client.id),
    emails: texts(emailsOf, client.id),
  }))
}
