import { sql } from 'kysely'
import type { Document } from '../../app/accounting/documents.ts'
import type { DocumentFilter, DocumentKind } from '../../app/contract/documents.ts'
import type { Reading, Writing } from '../tables.ts'

/** A posted document as lists show it. */
export interface DocumentLine {
  readonly id: number
  readonly kind: DocumentKind
  readonly day: string
  readonly at: number
  readonly by: string | null
  readonly warehouse: string | null
  readonly into: string | null
  readonly counterpartyId: number | null
  readonly total: number | null
  readonly currency: string | null
  readonly note: string
  readonly undoes: number | null
  readonly undoneBy: number | null
}

function filtered(base: Reading, filter: DocumentFilter) {
  const { kind, from, to, warehouseId, counterpartyId, itemId } = filter
  return base
    .selectFrom('documents as document')
    .$if(kind !== undefined, (query) => query.where('document.kind', '=', kind!))
    .$if(from !== undefined, (query) => query.where('document.day', '>=', from!))
    .$if(to !== undefined, (query) => query.where('document.day', '<=', to!))
    .$if(warehouseId !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('document.warehouse_id', '=', warehouseId!), eb('document.into_id', '=', warehouseId!)]),
      ),
    )
    .$if(counterpartyId !== undefined, (query) =>
      query.where('document.counterparty_id', '=', counterpartyId!),
    )
    .$if(itemId !== undefined, (query) =>
      query.where('document.id', 'in', (eb) =>
        eb.selectFrom('stock_moves').select('document_id').where('item_id', '=', itemId!),
      ),
    )
}

function lines(base: Reading, filter: DocumentFilter) {
  return filtered(base, filter)
    .leftJoin('users', 'users.id', 'document.user_id')
    .leftJoin('warehouses as place', 'place.id', 'document.warehouse_id')
    .leftJoin('warehouses as target', 'target.id', 'document.into_id')
    .leftJoin('documents as reverse', 'reverse.undoes', 'document.id')
    .select([
      'document.id',
      'document.kind',
      'document.day',
      'document.at',
      'users.name as by',
      'place.name as warehouse',
      'target.name as into',
      'document.counterparty_id as counterpartyId',
      'document.total',
      'document.currency',
      'document.note',
      'document.undoes',
      'reverse.id as undoneBy',
    ])
}

/** Posted documents, the latest first, and how many there are. */
export async function pageOfDocuments(
  base: Reading,
  filter: DocumentFilter,
  offset: number,
  limit: number,
): Promise<{ rows: DocumentLine[]; total: number }> {
  const rows = await lines(base, filter)
    .orderBy('document.day', 'desc')
    .orderBy('document.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const { total } = await filtered(base, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: rows.map((row) => ({ ...row, kind: row.kind as DocumentKind })), total }
}

/** One of them, with what was posted. */
export async function readDocument(
  base: Reading,
  id: number,
): Promise<{ line: DocumentLine; content: Document } | undefined> {
  const row = await lines(base, {})
    .select('document.content')
    .where('document.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { content, ...line } = row
  return { line: { ...line, kind: line.kind as DocumentKind }, content: JSON.parse(content) as Document }
}

/** What a counterparty bought of the office (`sold`) and it of them (`bought`), with tax, by currency; what was taken back counts against. */
export const readTurnover = (
  base: Reading,
  counterparty: number,
): Promise<{ currency: string; sold: number; bought: number }[]> => {
  const sum = (plus: DocumentKind, minus: DocumentKind) =>
    sql<number>`sum(CASE kind WHEN ${plus} THEN 1 WHEN ${minus} THEN -1 ELSE 0 END
      * total * CASE WHEN undoes IS NULL THEN 1 ELSE -1 END)`
  return base
    .selectFrom('documents')
    .select([
      sql<string>`currency`.as('currency'),
      sum('sale', 'client-return').as('sold'),
      sum('goods-receipt', 'supplier-return').as('bought'),
    ])
    .where('counterparty_id', '=', counterparty)
    .where('kind', '!=', 'money')
    .groupBy('currency')
    .execute()
}

/** A document that is being written, its content as stored text. */
export interface StoredDraft {
  readonly id: number
  readonly content: string
  readonly userId: number
  readonly by: string
  readonly at: number
  readonly revision: number
}

const drafts = (base: Reading) =>
  base
    .selectFrom('document_drafts as draft')
    .innerJoin('users', 'users.id', 'draft.user_id')
    .select(['draft.id', 'content', 'draft.user_id as userId', 'users.name as by', 'draft.at', 'revision'])

export const readDrafts = (base: Reading): Promise<StoredDraft[]> =>
  drafts(base).orderBy('draft.id', 'desc').execute()

export const readDraft = (base: Reading, id: number): Promise<StoredDraft | undefined> =>
  drafts(base).where('draft.id', '=', id).executeTakeFirst()

export async function insertDraft(
  trx: Writing,
  draft: { content: string; user_id: number; at: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('document_drafts')
    .values({ ...draft, revision: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateDraft(
  trx: Writing,
  id: number,
  change: { content: string; user_id: number; at: number; revision: number },
): Promise<void> {
  await trx.updateTable('document_drafts').set(change).where('id', '=', id).execute()
}

export async function deleteDraft(trx: Writing, id: number): Promise<void> {
  await trx.deleteFrom('document_drafts').where('id', '=', id).execute()
}
