import type { ItemDraft } from '../../app/contract/items.ts'
import { fold } from '../../app/folding.ts'
import { barcodeKey } from '../../app/items.ts'
import { sortKey } from '../../app/sorting.ts'
import { among, gramsOf, insertMany } from '../dialect.ts'
import type { Writing } from '../tables.ts'

/** Who changes items, when, and by which language the office puts names in order. */
export interface ItemMaking {
  readonly at: number
  readonly by: number | null
  readonly sortLanguage: string
}

/** The name by which it stands in the table: in the language of the office's order where it has one. */
export const mainItemName = ({ names }: Pick<ItemDraft, 'names'>, language: string): string =>
  (names.find((name) => name.language === language) ?? names[0])!.text

const columnsOf = (draft: ItemDraft, { sortLanguage }: ItemMaking) => {
  const name = mainItemName(draft, sortLanguage)
  return {
    kind: draft.kind,
    name,
    sort_key: sortKey(name, sortLanguage),
    code: draft.code || null,
    plu: draft.plu,
    group_id: draft.groupId,
    tax: draft.tax,
    least: draft.least,
    cost: draft.cost?.amount ?? null,
    cost_currency: draft.cost?.currency ?? null,
    characteristics: JSON.stringify(draft.characteristics),
    notes: draft.notes,
  }
}

/** Writes new items with all that belongs to them, in a handful of statements however many they are. Returns their ids. */
export async function insertItems(
  trx: Writing,
  drafts: readonly ItemDraft[],
  making: ItemMaking,
): Promise<number[]> {
  const { last } = await trx
    .selectFrom('items')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.val(0)).as('last'))
    .executeTakeFirstOrThrow()
  const numbered = drafts.map((draft, index) => ({ id: last + 1 + index, draft }))
  const columns = [
    'id', 'kind', 'name', 'sort_key', 'code', 'plu', 'group_id', 'tax', 'least', 'cost', 'cost_currency',
    'characteristics', 'notes', 'created_at', 'changed_at', 'changed_by',
  ] as const // prettier-ignore
  await insertMany(
    trx,
    'items',
    columns,
    numbered.map(({ id, draft }) => {
      const row = {
        id,
        ...columnsOf(draft, making),
        created_at: making.at,
        changed_at: making.at,
        changed_by: making.by,
      }
      return columns.map((column) => row[column])
    }),
  )
  await insertDetails(trx, numbered)
  return numbered.map(({ id }) => id)
}

/** Writes a whole card over what is there. The caller has checked the revision. */
export async function updateItem(
  trx: Writing,
  id: number,
  draft: ItemDraft,
  making: ItemMaking,
): Promise<void> {
  await trx
    .updateTable('items')
    .set((eb) => ({
      ...columnsOf(draft, making),
      revision: eb('revision', '+', 1),
      changed_at: making.at,
      changed_by: making.by,
    }))
    .where('id', '=', id)
    .execute()
  for (const table of ['item_names', 'item_units', 'item_barcodes', 'item_prices', 'item_parts'] as const)
    // eslint-disable-next-line no-await-in-loop -- one connection
    await trx.deleteFrom(table).where('item_id', '=', id).execute()
  await trx.deleteFrom('item_search').where('rowid', '=', id).execute()
  await insertDetails(trx, [{ id, draft }])
}

/** Puts items into the bin, or takes them out of it. */
export async function setItemsBinned(
  trx: Writing,
  ids: readonly number[],
  at: number | null,
  { at: changed, by }: Pick<ItemMaking, 'at' | 'by'>,
): Promise<void> {
  await trx
    .updateTable('items')
    .set((eb) => ({ binned_at: at, revision: eb('revision', '+', 1), changed_at: changed, changed_by: by }))
    .where(among('id', ids))
    .execute()
}

interface Numbered {
  readonly id: number
  readonly draft: ItemDraft
}

async function insertDetails(trx: Writing, items: readonly Numbered[]): Promise<void> {
  const rows = <Row extends readonly (string | number | null)[]>(
    pick: (draft: ItemDraft) => readonly Row[],
  ) => items.flatMap(({ id, draft }) => pick(draft).map((row) => [id, ...row]))
  await insertMany(
    trx,
    'item_names',
    ['item_id', 'position', 'text', 'folded', 'language'],
    rows(({ names }) =>
      names.map(({ text, language }, position) => [position, text, fold(text), language ?? null] as const),
    ),
  )
  await insertMany(
    trx,
    'item_units',
    ['item_id', 'position', 'unit', 'factor'],
    rows(({ units }) => units.map(({ unit, factor }, position) => [position, unit, factor] as const)),
  )
  await insertMany(
    trx,
    'item_barcodes',
    ['item_id', 'position', 'code', 'key', 'unit'],
    rows(({ barcodes }) =>
      barcodes.map(({ code, unit }, position) => [position, code, barcodeKey(code), unit] as const),
    ),
  )
  await insertMany(
    trx,
    'item_prices',
    ['item_id', 'list_id', 'unit', 'since', 'amount', 'currency'],
    rows(({ prices }) =>
      prices.map(
        ({ listId, unit, since, price }) => [listId, unit, since, price.amount, price.currency] as const,
      ),
    ),
  )
  await insertMany(
    trx,
    'item_parts',
    ['item_id', 'position', 'part_id', 'quantity'],
    rows(({ parts }) => parts.map(({ itemId, quantity }, position) => [position, itemId, quantity] as const)),
  )
  await insertMany(
    trx,
    'item_search',
    ['rowid', 'grams'],
    items.map(({ id, draft }) => [
      id,
      gramsOf(
        draft.names.map(({ text }) => fold(text)),
        [],
      ),
    ]),
  )
}
