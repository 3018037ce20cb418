import type { ClientDraft } from '../../app/contract/clients.ts'
import { among, insertRows, rowsFor, type PreparedRows } from '../dialect.ts'
import type { Writing } from '../tables.ts'
import { readUsualRelation } from '../lists/entries.ts'
import { followNames } from './people.ts'
import {
  addressColumns,
  cardColumns,
  derivedColumns,
  detailRows,
  searchGrams,
  type DetailRows,
  type OfficeLocale,
} from './rows.ts'

export interface Making {
  readonly at: number
  readonly by: number | null
  readonly importId: number | null
  /** Where it was changed since: a client of the practice base comes with a past. */
  readonly changed?: { readonly at: number; readonly by: number | null }
}

/**
 * New clients as rows of their tables, as JSON: made wherever there is time for it, by an import in a thread of its own.
 * The first column of every row is the client, counted from 0, as nobody has an id yet.
 */
export interface PreparedClients {
  readonly count: number
  readonly tables: readonly PreparedRows[]
  /** For the full-text index, which is the quicker the more is written to it at once. */
  readonly search: PreparedRows
}

/**
 * Prepares what `insertPrepared` writes. `making` is of all of them, or of each by its place in `drafts`; `usual` is what
 * a client counts as where nobody says it (`readUsualRelation`).
 */
export function prepareClients(
  drafts: readonly ClientDraft[],
  office: OfficeLocale,
  making: Making | ((index: number) => Making),
  usual: number | undefined,
): PreparedClients {
  const clients = drafts.map((draft, id) => ({ id, draft, details: detailRows(draft, office, usual) }))
  const rows = clients.map(({ id, draft }) => {
    const derived = derivedColumns(draft, office)
    const columns = cardColumns(draft)
    const { at, by, importId, changed = { at, by } } = typeof making === 'function' ? making(id) : making
    return [
      id, ...ofCard.map((column) => columns[column]), derived.name, derived.sort_key, derived.city, derived.country,
      importId, at, by, changed.at, changed.by,
    ] // prettier-ignore
  })
  const columns = [
    'id', ...ofCard, 'name', 'sort_key', 'city', 'country',
    'import_id', 'created_at', 'created_by', 'changed_at', 'changed_by',
  ] as const // prettier-ignore
  return {
    count: drafts.length,
    tables: [rowsFor('clients', columns, rows), ...detailsOf(clients)],
    search: searchRows(clients),
  }
}

/**
 * Writes new clients with all their details, in a handful of statements however many they are. Returns the first of
 * their ids, which follow one another. No id is ever given twice, also not that of a client that was erased: the
 * operation log, links and other records speak of clients by their ids.
 */
export async function insertPrepared(trx: Writing, { count, tables }: PreparedClients): Promise<number> {
  const { last } = await trx
    .updateTable('client_ids')
    .set((eb) => ({ last: eb('last', '+', count) }))
    .returning('last')
    .executeTakeFirstOrThrow()
  const first = last - count + 1
  for (const rows of tables) await insertRows(trx, rows, first)
  return first
}

/** Writes the full-text index of clients that were prepared together, once it is known which is the first. */
export const insertSearch = (trx: Writing, { search }: PreparedClients, first: number): Promise<void> =>
  insertRows(trx, search, first)

/** Writes new clients at once. Returns their ids. */
export async function insertClients(
  trx: Writing,
  drafts: readonly ClientDraft[],
  office: OfficeLocale,
  making: Making | ((index: number) => Making),
): Promise<number[]> {
  const prepared = prepareClients(drafts, office, making, await readUsualRelation(trx))
  const first = await insertPrepared(trx, prepared)
  await insertSearch(trx, prepared, first)
  return drafts.map((_, index) => first + index)
}

const ofCard = [
  'kind', 'code', 'status_id', 'manager_id', 'language', 'notes', 'category_id', 'source_id', 'price_list_id',
  'discount', 'bonus_card', 'credit_limit', 'credit_currency', 'birthday', 'custom', 'photo',
] as const satisfies readonly (keyof ReturnType<typeof cardColumns>)[] // prettier-ignore

interface WithDetails {
  readonly id: number
  readonly details: DetailRows
}

/** What a client has several of, each kind of it in a table of its own. */
function detailsOf(clients: readonly WithDetails[]): PreparedRows[] {
  const rows = <Row extends readonly (string | number | null)[]>(
    pick: (details: DetailRows) => readonly Row[],
  ) => clients.flatMap(({ id, details }) => pick(details).map((row) => [id, ...row]))
  return [
    rowsFor(
      'client_names',
      ['client_id', 'position', 'text', 'folded', 'language'],
      rows((d) => d.names),
    ),
    rowsFor(
      'client_phones',
      ['client_id', 'position', 'typed', 'e164', 'national', 'backwards', 'label'],
      rows((d) => d.phones),
    ),
    rowsFor(
      'client_emails',
      ['client_id', 'position', 'address', 'folded', 'label'],
      rows((d) => d.emails),
    ),
    rowsFor(
      'client_addresses',
      ['client_id', 'position', ...addressColumns],
      rows((d) => d.addresses),
    ),
    rowsFor(
      'client_contacts',
      ['client_id', 'position', 'name', 'folded', 'job', 'person_id', 'since', 'until'],
      rows((d) => d.contacts),
    ),
    rowsFor(
      'client_websites',
      ['client_id', 'position', 'address'],
      rows((d) => d.websites),
    ),
    rowsFor(
      'client_links',
      ['client_id', 'kind', 'position', 'network', 'address'],
      rows((d) => d.links),
    ),
    rowsFor(
      'client_notes',
      ['client_id', 'position', 'text', 'language'],
      rows((d) => d.notes),
    ),
    rowsFor(
      'client_marks',
      ['client_id', 'entry_id'],
      rows((d) => d.marks),
    ),
  ]
}

const searchRows = (clients: readonly WithDetails[]): PreparedRows =>
  rowsFor(
    'client_search',
    ['rowid', 'grams'],
    clients.map(({ id, details }) => [id, searchGrams(details)]),
  )

const detailTables = [
  'client_names',
  'client_phones',
  'client_emails',
  'client_addresses',
  'client_contacts',
  'client_websites',
  'client_links',
  'client_notes',
  'client_marks',
] as const

async function deleteDetails(trx: Writing, ids: readonly number[]): Promise<void> {
  for (const table of detailTables) await trx.deleteFrom(table).where(among('client_id', ids)).execute()
  await trx.deleteFrom('client_search').where(among('rowid', ids)).execute()
}

export interface CardChange {
  readonly id: number
  readonly draft: ClientDraft
  readonly revision: number
}

/**
 * Writes whole cards over what is there. The caller has checked the revisions. Returns who changed with them: the
 * organisations that name one of these as a contact person.
 */
export async function updateClients(
  trx: Writing,
  changes: readonly CardChange[],
  office: OfficeLocale,
  making: { at: number; by: number | null },
): Promise<number[]> {
  for (const { id, draft, revision } of changes) {
    await trx
      .updateTable('clients')
      .set({
        ...derivedColumns(draft, office),
        ...cardColumns(draft),
        revision,
        changed_at: making.at,
        changed_by: making.by,
      })
      .where('id', '=', id)
      .execute()
  }
  await deleteDetails(
    trx,
    changes.map(({ id }) => id),
  )
  const usual = await readUsualRelation(trx)
  const clients = changes.map(({ id, draft }) => ({ id, details: detailRows(draft, office, usual) }))
  for (const rows of [...detailsOf(clients), searchRows(clients)]) await insertRows(trx, rows)
  return followNames(
    trx,
    changes.map(({ id }) => id),
  )
}

/** Into the bin (a moment) or out of it (null). */
export async function setBinned(
  trx: Writing,
  ids: readonly number[],
  binnedAt: number | null,
  change: { at: number; by: number },
): Promise<void> {
  await trx
    .updateTable('clients')
    .set((eb) => ({
      binned_at: binnedAt,
      changed_at: change.at,
      changed_by: change.by,
      revision: eb('revision', '+', 1),
    }))
    .where(among('id', ids))
    .execute()
}

/** Counts clients as changed by somebody, though no field of their cards is: their files are. */
export async function touchClients(
  trx: Writing,
  ids: readonly number[],
  change: { at: number; by: number | null },
): Promise<void> {
  await trx
    .updateTable('clients')
    .set((eb) => ({ changed_at: change.at, changed_by: change.by, revision: eb('revision', '+', 1) }))
    .where(among('id', ids))
    .execute()
}

/** Takes clients out of the base altogether: only for those an import made and nobody has touched since. */
export async function eraseClients(trx: Writing, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await deleteDetails(trx, ids)
  await trx.deleteFrom('clients').where(among('id', ids)).execute()
}
