import type { ItemCard, ItemRow } from '../../app/contract/items.ts'
import type { Money } from '../../app/contract/lists.ts'
import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'

/** What a row is read for. */
export interface ItemNeeds {
  readonly language: string
  /** Whose prices; undefined where the office has no price list. */
  readonly listId: number | undefined
  /** YYYY-MM-DD: of which day prices are. */
  readonly day: string
  readonly cost: boolean
}

/** Rows of the table, in the order of the ids; one that there is not is left out. */
export async function readItemRows(
  base: Reading,
  ids: readonly number[],
  needs: ItemNeeds,
): Promise<ItemRow[]> {
  if (ids.length === 0) return []
  const [items, names, units, barcodes] = await Promise.all([
    base
      .selectFrom('items')
      .select(['id', 'kind', 'name', 'code', 'group_id', 'tax', 'cost', 'cost_currency'])
      .where(among('id', ids))
      .execute(),
    base
      .selectFrom('item_names')
      .select(['item_id', 'text', 'language'])
      .where(among('item_id', ids))
      .orderBy('item_id')
      .orderBy('position')
      .execute(),
    base
      .selectFrom('item_units')
      .select(['item_id', 'unit'])
      .where(among('item_id', ids))
      .where('position', '=', 0)
      .execute(),
    base
      .selectFrom('item_barcodes')
      .select(['item_id', 'code'])
      .where(among('item_id', ids))
      .orderBy('item_id')
      .orderBy('position')
      .execute(),
  ])
  const unitOf = new Map(units.map(({ item_id, unit }) => [item_id, unit]))
  const prices = await readPrices(
    base,
    ids.map((id) => ({ id, unit: unitOf.get(id) ?? '' })),
    needs,
  )
  const [namesOf, codesOf, found] = [
    Map.groupBy(names, ({ item_id }) => item_id),
    Map.groupBy(barcodes, ({ item_id }) => item_id),
    new Map(items.map((item) => [item.id, item])),
  ]
  return ids.flatMap((id): ItemRow[] => {
    const item = found.get(id)
    if (!item) return []
    const all = namesOf.get(id) ?? []
    const name = all.find(({ language }) => language === needs.language)?.text ?? item.name
    return [
      {
        id,
        kind: item.kind,
        name,
        otherNames: all.map(({ text }) => text).filter((text) => text !== name),
        code: item.code ?? '',
        groupId: item.group_id,
        unit: unitOf.get(id) ?? '',
        barcodes: (codesOf.get(id) ?? []).map(({ code }) => code),
        price: prices.get(id) ?? null,
        tax: item.tax,
        ...(needs.cost ? { cost: moneyOf(item.cost, item.cost_currency) } : {}),
      },
    ]
  })
}

const moneyOf = (amount: number | null, currency: string | null): Money | null =>
  amount === null || currency === null ? null : { amount, currency }

/** What one unit of each item costs on a day, by its id; nothing of those without a price. */
export async function readPrices(
  base: Reading,
  wanted: readonly { readonly id: number; readonly unit: string }[],
  { listId, day }: Pick<ItemNeeds, 'listId' | 'day'>,
): Promise<Map<number, Money>> {
  if (listId === undefined) return new Map()
  const rows = await base
    .selectFrom('item_prices')
    .select(['item_id', 'unit', 'amount', 'currency'])
    .where(
      among(
        'item_id',
        wanted.map(({ id }) => id),
      ),
    )
    .where('list_id', '=', listId)
    .where('since', '<=', day)
    .orderBy('since')
    .execute()
  const unitOf = new Map(wanted.map(({ id, unit }) => [id, unit]))
  // The latest comes last and stays.
  return new Map(
    rows
      .filter(({ item_id, unit }) => unitOf.get(item_id) === unit)
      .map(({ item_id, amount, currency }) => [item_id, { amount, currency }]),
  )
}

/** A whole card with what an item costs, and who changed it last; undefined where there is none. */
export async function readItem(
  base: Reading,
  id: number,
): Promise<(ItemCard & { readonly changedBy: number | null }) | undefined> {
  const row = await base.selectFrom('items').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const [names, units, barcodes, prices, parts] = await Promise.all([
    base.selectFrom('item_names').selectAll().where('item_id', '=', id).orderBy('position').execute(),
    base.selectFrom('item_units').selectAll().where('item_id', '=', id).orderBy('position').execute(),
    base.selectFrom('item_barcodes').selectAll().where('item_id', '=', id).orderBy('position').execute(),
    base
      .selectFrom('item_prices')
      .selectAll()
      .where('item_id', '=', id)
      .orderBy('since', 'desc')
      .orderBy('list_id')
      .execute(),
    base
      .selectFrom('item_parts')
      .innerJoin('items', 'items.id', 'part_id')
      .select(['part_id', 'quantity', 'name'])
      .where('item_id', '=', id)
      .orderBy('position')
      .execute(),
  ])
  return {
    id,
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    binnedAt: row.binned_at,
    kind: row.kind,
    names: names.map(({ text, language }) => ({ text, ...(language === null ? {} : { language }) })),
    code: row.code ?? '',
    plu: row.plu,
    groupId: row.group_id,
    units: units.map(({ unit, factor }) => ({ unit, factor })),
    barcodes: barcodes.map(({ code, unit }) => ({ code, unit })),
    prices: prices.map(({ list_id, unit, since, amount, currency }) => ({
      listId: list_id,
      unit,
      since,
      price: { amount, currency },
    })),
    // They were written together.
    characteristics: JSON.parse(row.characteristics) as ItemCard['characteristics'],
    tax: row.tax,
    least: row.least,
    cost: moneyOf(row.cost, row.cost_currency),
    notes: row.notes,
    parts: parts.map(({ part_id, quantity, name }) => ({ itemId: part_id, quantity, name })),
  }
}
