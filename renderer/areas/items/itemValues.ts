import type { ItemCard, ItemDraft } from '../../../app/contract/items.ts'
import type { Money } from '../../../app/contract/lists.ts'
import { itemKinds } from '../../../app/items.ts'
import { fromQuantity, quantity, toQuantity } from '../../../app/quantity.ts'

/** An item's card as its fields hold it. */
export interface ItemValues {
  kind: (typeof itemKinds)[number]
  names: { text: string; language: string }[]
  code: string
  plu: number | null
  groupId: string
  units: { unit: string; factor: number | null }[]
  barcodes: { code: string; unit: string }[]
  prices: { listId: string; unit: string; since: string; price: Money | null }[]
  characteristics: { name: string; value: string }[]
  /** Percent. */
  tax: number | null
  least: number | null
  cost: Money | null
  notes: string
  parts: { item: { id: number; name: string } | null; quantity: number | null }[]
}

const written = (thousandths: number): number => fromQuantity(quantity(thousandths))

/** A card that nobody has filled in yet; `code`: what was scanned. */
export const freshItem = (language: string, code = ''): ItemValues => ({
  kind: 'goods',
  names: [{ text: '', language }],
  code: '',
  plu: null,
  groupId: '',
  units: [{ unit: 'piece', factor: 1 }],
  barcodes: code === '' ? [] : [{ code, unit: 'piece' }],
  prices: [],
  characteristics: [],
  tax: null,
  least: null,
  cost: null,
  notes: '',
  parts: [],
})

export const valuesOfItem = (card: ItemCard): ItemValues => ({
  kind: card.kind,
  names: card.names.map(({ text, language }) => ({ text, language: language ?? '' })),
  code: card.code,
  plu: card.plu,
  groupId: card.groupId === null ? '' : String(card.groupId),
  units: card.units.map(({ unit, factor }) => ({ unit, factor: written(factor) })),
  barcodes: card.barcodes,
  prices: card.prices.map(({ listId, ...price }) => ({ ...price, listId: String(listId) })),
  characteristics: card.characteristics,
  tax: card.tax === null ? null : card.tax / 100,
  least: card.least === null ? null : written(card.least),
  cost: card.cost ?? null,
  notes: card.notes,
  parts: card.parts.map((part) => ({
    item: { id: part.itemId, name: part.name },
    quantity: written(part.quantity),
  })),
})

/** What is sent to the office; lines that nobody filled in are left out. `cost`: whether the person sees what it costs. */
export function draftOfItem(values: ItemValues, cost: boolean): ItemDraft {
  const units = values.units.map(({ unit, factor }, index) => ({
    unit: unit.trim(),
    factor: index === 0 ? 1000 : toQuantity(factor ?? 1),
  }))
  // A line whose unit was taken away or renamed belongs to the first.
  const known = (unit: string) => (units.some((one) => one.unit === unit) ? unit : units[0]!.unit)
  return {
    kind: values.kind,
    names: values.names
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, language }) => ({ text: text.trim(), ...(language === '' ? {} : { language }) })),
    code: values.code.trim(),
    plu: values.plu,
    groupId: values.groupId === '' ? null : Number(values.groupId),
    units,
    barcodes: values.barcodes
      .filter(({ code }) => code.trim() !== '')
      .map(({ code, unit }) => ({ code: code.trim(), unit: known(unit) })),
    prices: values.prices.flatMap(({ listId, unit, since, price }) =>
      price === null ? [] : [{ listId: Number(listId), unit: known(unit), since, price }],
    ),
    characteristics: values.characteristics.filter(({ name, value }) => name.trim() && value.trim()),
    tax: values.tax === null ? null : Math.round(values.tax * 100),
    least: values.least === null ? null : toQuantity(values.least),
    ...(cost ? { cost: values.cost } : {}),
    notes: values.notes,
    parts: values.parts.flatMap(({ item, quantity: many }) =>
      item && many ? [{ itemId: item.id, quantity: toQuantity(many) }] : [],
    ),
  }
}
