import type { ItemDraft } from '../../../app/contract/items.ts'
import type { Money } from '../../../app/contract/lists.ts'
import { fromMinor } from '../../../app/money.ts'
import { fromQuantity, quantity } from '../../../app/quantity.ts'
import { readGroups } from '../../../db/items/groups.ts'
import { readItem } from '../../../db/items/read.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import type { Reading } from '../../../db/tables.ts'

const written = (thousandths: number): number => fromQuantity(quantity(thousandths))
const amount = (money: Money): string => `${fromMinor(money)} ${money.currency}`

/** What the log says of an item: as texts, because groups, lists and parts may be called otherwise later. */
export async function loggedItem(base: Reading, draft: ItemDraft): Promise<Record<string, unknown>> {
  const groups = await readGroups(base)
  const lists = new Map((await readEntries(base, 'price')).map(({ id, name }) => [id, name]))
  const parts = []
  for (const { itemId, quantity: many } of draft.parts) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    const part = await readItem(base, itemId)
    parts.push(`${part?.names[0]?.text ?? itemId} × ${written(many)}`)
  }
  return {
    kind: draft.kind,
    names: draft.names.map(({ text }) => text),
    code: draft.code,
    plu: draft.plu,
    group: groups.find(({ id }) => id === draft.groupId)?.name,
    units: draft.units.map(({ unit, factor }) => (factor === 1000 ? unit : `${unit} = ${written(factor)}`)),
    barcodes: draft.barcodes.map(({ code }) => code),
    prices: draft.prices.map(
      ({ listId, unit, since, price }) =>
        `${lists.get(listId) ?? listId} · ${unit} · ${since} · ${amount(price)}`,
    ),
    characteristics: draft.characteristics.map(({ name, value }) => `${name}: ${value}`),
    tax: draft.tax === null ? null : draft.tax / 100,
    least: draft.least === null ? null : written(draft.least),
    cost: draft.cost ? amount(draft.cost) : null,
    notes: draft.notes,
    parts,
  }
}
