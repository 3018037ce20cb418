import type { Generated } from 'kysely'

/** Items and what belongs to them. */
export interface ItemTables {
  items: {
    id: Generated<number>
    kind: 'goods' | 'service' | 'set'
    /** The first of its names. */
    name: string
    sort_key: Generated<string>
    code: Generated<string | null>
    plu: Generated<number | null>
    group_id: Generated<number | null>
    tax: Generated<number | null>
    least: Generated<number | null>
    cost: Generated<number | null>
    cost_currency: Generated<string | null>
    characteristics: Generated<string>
    notes: Generated<string>
    revision: Generated<number>
    created_at: Generated<number>
    changed_at: Generated<number>
    changed_by: Generated<number | null>
    binned_at: Generated<number | null>
  }
  item_groups: { id: Generated<number>; parent_id: number | null; name: string; names: string }
  item_names: { item_id: number; position: number; text: string; folded: string; language: string | null }
  item_units: { item_id: number; position: number; unit: string; factor: number }
  item_barcodes: { item_id: number; position: number; code: string; key: string; unit: string }
  item_prices: {
    item_id: number
    list_id: number
    unit: string
    since: string
    amount: number
    currency: string
  }
  item_parts: { item_id: number; position: number; part_id: number; quantity: number }
  item_search: { rowid: number; grams: string }
}
