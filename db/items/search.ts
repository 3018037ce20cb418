import { fold, words } from '../../app/folding.ts'
import type { ItemFilter } from '../../app/contract/items.ts'
import { barcodeKey } from '../../app/items.ts'
import { among, beginsWith, gramsAreUnsure, hasGrams, includes, type GramPlace } from '../dialect.ts'
import type { Reading } from '../tables.ts'

const mostCandidates = 300
const mostBeginnings = 60

/** Items in use that have one of these keys as a barcode, with the unit that it stands on; in the order of the keys. */
export async function itemsWithBarcode(
  base: Reading,
  keys: readonly string[],
): Promise<{ id: number; key: string; unit: string }[]> {
  const rows = await base
    .selectFrom('item_barcodes')
    .innerJoin('items', 'items.id', 'item_id')
    .select(['items.id', 'key', 'unit'])
    .where(among('key', keys))
    .where('binned_at', 'is', null)
    .limit(100)
    .execute()
  return rows.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
}

/** Items in use that the office knows by this code of its own. */
export async function itemsWithCode(base: Reading, code: string): Promise<number[]> {
  const rows = await base
    .selectFrom('items')
    .select('id')
    .where('code', '=', code)
    .where('binned_at', 'is', null)
    .limit(100)
    .execute()
  return rows.map(({ id }) => id)
}

/** The item in use that scales know by this number. */
export async function itemWithPlu(base: Reading, plu: number): Promise<number | undefined> {
  const row = await base
    .selectFrom('items')
    .select('id')
    .where('plu', '=', plu)
    .where('binned_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}

/** Items in use by a whole code, its beginning, or any part of a name; the best first. */
export async function searchItems(base: Reading, text: string, limit: number): Promise<number[]> {
  const typed = text.trim()
  if (typed === '') return []
  const found = new Set((await itemsWithBarcode(base, [barcodeKey(typed), typed])).map(({ id }) => id))
  for (const id of await itemsWithCode(base, typed)) found.add(id)
  if (typed.length >= 3) for (const id of await byBeginningOfCode(base, typed, limit)) found.add(id)
  if (found.size < limit) for (const id of await byName(base, typed, limit)) found.add(id)
  return [...found].slice(0, limit)
}

async function byBeginningOfCode(base: Reading, start: string, limit: number): Promise<number[]> {
  const codes = await base
    .selectFrom('items')
    .select('id')
    .where(beginsWith('code', start))
    .where('binned_at', 'is', null)
    .orderBy('code')
    .limit(limit)
    .execute()
  const digits = /^\d+$/.test(start)
  // Fourteen digits begin with zeros where the printed number is shorter.
  const starts = digits ? [start, `0${start}`, `00${start}`] : [start]
  const barcodes = []
  for (const one of starts)
    barcodes.push(
      // eslint-disable-next-line no-await-in-loop -- one connection
      ...(await base
        .selectFrom('item_barcodes')
        .innerJoin('items', 'items.id', 'item_id')
        .select('items.id')
        .where(beginsWith('key', one))
        .where('binned_at', 'is', null)
        .orderBy('key')
        .limit(limit)
        .execute()),
    )
  return [...codes, ...barcodes].map(({ id }) => id)
}

/** Names that begin with the text, then with words that begin so, then those that have it anywhere. */
async function byName(base: Reading, text: string, limit: number): Promise<number[]> {
  const folded = fold(text)
  if (folded === '') return []
  const beginning = await base
    .selectFrom('item_names')
    .innerJoin('items', 'items.id', 'item_id')
    .select('items.id')
    .where(beginsWith('folded', folded))
    .where('binned_at', 'is', null)
    .orderBy('folded')
    .limit(mostBeginnings)
    .execute()
  const found = new Set(beginning.map(({ id }) => id))
  for (const place of ['beginnings', 'names'] as const) {
    if (found.size >= limit) break
    // eslint-disable-next-line no-await-in-loop -- only where the better ones are too few
    const some = await withWords(base, words(text), place).limit(mostCandidates).execute()
    for (const { id } of some) found.add(id)
  }
  return [...found]
}

/** Items whose names have every one of the words. */
const withWords = (base: Reading, wanted: readonly string[], place: GramPlace) =>
  base
    .selectFrom('item_search')
    .innerJoin('items', 'items.id', 'item_search.rowid')
    .select('items.id')
    .where(hasGrams(wanted, place, 'item_search'))
    .where((eb) =>
      eb.and(
        wanted
          .filter(gramsAreUnsure)
          .map((word) =>
            eb.exists(
              eb
                .selectFrom('item_names')
                .select('item_id')
                .whereRef('item_id', '=', 'items.id')
                .where(includes('folded', word)),
            ),
          ),
      ),
    )
    .where('items.binned_at', 'is', null)

/** What the table shows. `groupIds`: the group that was asked for and those below it. */
export interface ItemQuestion {
  readonly filter: ItemFilter
  readonly groupIds: readonly number[] | undefined
  readonly order: { readonly field: 'name' | 'code' | 'changed'; readonly descending: boolean }
}

const columns = { name: 'sort_key', code: 'code', changed: 'changed_at' } as const

/** A page of the table, and how many items there are in all. */
export async function readItemPage(
  base: Reading,
  { filter, groupIds, order }: ItemQuestion,
  offset: number,
  limit: number,
): Promise<{ total: number; ids: number[] }> {
  let rows = base.selectFrom('items').where('binned_at', filter.binned ? 'is not' : 'is', null)
  if (groupIds) rows = rows.where(among('group_id', groupIds))
  if (filter.kind) rows = rows.where('kind', '=', filter.kind)
  if (filter.text !== '') rows = rows.where(among('id', await searchItems(base, filter.text, mostFound)))
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const direction = order.descending ? 'desc' : 'asc'
  const found = await rows
    .select('id')
    .orderBy(columns[order.field], direction)
    .orderBy('id', direction)
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, ids: found.map(({ id }) => id) }
}

/** More that have a text in them are not told apart by it; whoever sees so many types another letter. */
const mostFound = 2000
