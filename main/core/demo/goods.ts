import { demoGoods, demoItemGroups, demoServices } from '../../../assets/demo/goods.ts'
import type { ItemDraft } from '../../../app/contract/items.ts'
import { withCheckDigit } from '../../../app/barcode/gtin.ts'
import { dayOf } from '../../../app/rates.ts'
import { writeGroup } from '../../../db/items/groups.ts'
import { insertItems, type ItemMaking } from '../../../db/items/write.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import type { Writing } from '../../../db/tables.ts'
import type { Stocked } from './shop.ts'

const currency = 'USD'
/** Prices hold since the beginning of the practice shop, days. */
const since = 300
/** Hundredths of what a customer pays: what the shop buys for, and what other shops pay. */
const [bought, wholesale] = [62, 85]
/** In front of the numbers on the goods: one of Cambodia's, given to nobody. */
const maker = '8840000'
const tax = 1000

/** The goods and services of the practice shop, with their groups, codes and prices. Returns what lies in stock. */
export async function writeGoods(trx: Writing, making: ItemMaking): Promise<Stocked[]> {
  const groups = new Map<string, number>()
  for (const { key, under, name, names } of demoItemGroups)
    groups.set(
      key,
      // eslint-disable-next-line no-await-in-loop -- one connection, and a group stands in an earlier one
      await writeGroup(trx, { parentId: under === undefined ? null : groups.get(under)!, name, names }),
    )
  const lists = new Map((await readEntries(trx, 'price')).map(({ key, id }) => [key, id]))
  const [retail, other] = [lists.get('price.retail')!, lists.get('price.wholesale')!]
  const day = dayOf(making.at - since * 86_400_000)
  const price = (listId: number, unit: string, amount: number) => ({
    listId,
    unit,
    since: day,
    price: { amount, currency },
  })
  const part = (amount: number, hundredths: number) => Math.round((amount * hundredths) / 100)
  const plain = { characteristics: [], notes: '', parts: [], tax, least: null, plu: null }

  const sized = demoGoods.flatMap(([group, name, khmer, unit, box, sizes]) =>
    Object.entries(sizes).map(([size, amount]) => ({ group, name, khmer, unit, box, size, amount })),
  )
  const goods = sized.map(({ group, name, khmer, unit, box, size, amount }, index): ItemDraft => {
    // What is weighed out has no code on it: the scales know its number.
    const loose = unit === 'kg'
    return {
      ...plain,
      kind: 'goods',
      names: [
        { text: `${name}, ${size}`, language: 'en' },
        { text: `${khmer} ${size}`, language: 'km' },
      ],
      code: `${group.slice(0, 2).toUpperCase()}-${String(100 + index)}`,
      plu: loose ? 100 + index : null,
      groupId: groups.get(group)!,
      units: [{ unit, factor: 1000 }, ...(box > 0 ? [{ unit: 'box', factor: box * 1000 }] : [])],
      barcodes: loose
        ? []
        : [{ code: withCheckDigit(`${maker}${String(index + 1).padStart(5, '0')}`), unit }],
      prices: [
        price(retail, unit, amount),
        price(other, unit, part(amount, wholesale)),
        ...(box > 0 ? [price(retail, 'box', part(amount * box, 92))] : []),
      ],
      characteristics: /\d/.test(size) ? [{ name: 'Size', value: size }] : [],
      least: box > 0 ? box * 500 : 3000,
      cost: { amount: part(amount, bought), currency },
    }
  })
  const services = demoServices.map(([name, khmer, unit, amount], index): ItemDraft => ({
    ...plain,
    kind: 'service',
    names: [
      { text: name, language: 'en' },
      { text: khmer, language: 'km' },
    ],
    code: `SV-${String(index + 1)}`,
    groupId: groups.get('services')!,
    units: [{ unit, factor: 1000 }],
    barcodes: [],
    prices: [price(retail, unit, amount)],
    cost: null,
  }))
  const ids = await insertItems(trx, [...goods, ...services], making)
  return goods.map(({ cost }, index) => ({ id: ids[index]!, cost: cost?.amount ?? 0 }))
}
