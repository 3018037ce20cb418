import type { ClientDraft } from '../../app/contract/clients.ts'
import { among, insertMany } from '../dialect.ts'
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
 * Writes new clients with all their details, in a handful of statements however many they are. Returns their ids.
 * `making` is of all of them, or of each by its place in `drafts`.
 */
export async function insertClients(
  trx: Writing,
  drafts: readonly ClientDraft[],
  office: OfficeLocale,
  making: Making | ((index: number) => Making),
): Promise<number[]> {
  const last = await trx
    .selectFrom('clients')
    .select((eb) => eb.fn.max('id').as('id'))
    .executeTakeFirst()
  const first = Number(last?.id ?? 0) + 1
  const usual = await readUsualRelation(trx)
  const clients = drafts.map((draft, index) => ({
    id: first + index,
    draft,
    details: detailRows(draft, office, usual),
  }))
  await insertMany(
    trx,
    'clients',
    [
      'id',
      ...ofCard,
      'name',
      'sort_key',
      'city',
      'country',
      'import_id',
      'created_at',
      'created_by',
      'changed_at',
      'changed_by',
    ],
    clients.map(({ id, draft }, index) => {
      const derived = derivedColumns(draft, office)
      const columns = cardColumns(draft)
      const { at, by, importId, changed = { at, by } } = typeof making === 'function' ? making(index) : making
      return [
        id, ...ofCard.map((column) => columns[column]), derived.name, derived.sort_key, derived.city, derived.country,
        importId, at, by, changed.at, changed.by,
      ] // prettier-ignore
    }),
  )
  await insertDetails(trx, clients)
  return clients.map(({ id }) => id)
}

const ofCard = [
  'kind', 'code', 'status_id', 'manager_id', 'language', 'notes', 'category_id', 'source_id', 'price_list_id',
  'discount', 'bonus_card', 'credit_limit', 'credit_currency', 'birthday', 'custom', 'photo',
] as const satisfies readonly (keyof ReturnType<typeof cardColumns>)[] // prettier-ignore

interface WithDetails {
  readonly id: number
  readonly details: DetailRows
}

async function insertDetails(trx: Writing, clients: readonly WithDetails[]): Promise<void> {
  const rows = <Row extends readonly (string | number | null)[]>(
    pick: (details: DetailRows) => readonly Row[],
  ) => clients.flatMap(({ id, details }) => pick(details).map((row) => [id, ...row]))
  await insertMany(
    trx,
    'client_names',
    ['client_id', 'position', 'text', 'folded', 'language'],
    rows((d) => d.names),
  )
  await insertMany(
    trx,
    'client_phones',
    ['client_id', 'position', 'typed', 'e164', 'national', 'backwards', 'label'],
    rows((d) => d.phones),
  )
  await insertMany(
    trx,
    'client_emails',
    ['client_id', 'position', 'address', 'folded', 'label'],
    rows((d) => d.emails),
  )
  await insertMany(
    trx,
    'client_addresses',
    ['client_id', 'position', ...addressColumns],
    rows((d) => d.addresses),
  )
  await insertMany(
    trx,
    'client_contacts',
    ['client_id', 'position', 'name', 'folded', 'job', 'person_id', 'since', 'until'],
    rows((d) => d.contacts),
  )
  await insertMany(
    trx,
    'client_websites',
    ['client_id', 'position', 'address'],
    rows((d) => d.websites),
  )
  await insertMany(
    trx,
    'client_links',
    ['client_id', 'kind', 'position', 'network', 'address'],
    rows((d) => d.links),
  )
  await insertMany(
    trx,
    'client_notes',
    ['client_id', 'position', 'text', 'language'],
    rows((d) => d.notes),
  )
  await insertMany(
    trx,
    'client_marks',
    ['client_id', 'entry_id'],
    rows((d) => d.marks),
  )
  await insertMany(
    trx,
    'client_search',
    ['rowid', 'grams'],
    clients.map(({ id, details }) => [id, searchGrams(details)]),
  )
}

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
  await insertDetails(
    trx,
    changes.map(({ id, draft }) => ({ id, details: detailRows(draft, office, usual) })),
  )
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
