import type { Document, PricedLine, StockLine } from '../../../app/accounting/documents.ts'
import { share } from '../../../app/accounting/amounts.ts'
import type { Unpostable } from '../../../app/accounting/posting.ts'
import {
  pricedKinds,
  type DocumentProblem,
  type DraftContent,
  type DraftLine,
  type WholeProblem,
} from '../../../app/contract/documents.ts'
import { quantity, thousandths } from '../../../app/quantity.ts'
import { readItems, readWarehouses } from '../../../db/journal/warehouses.ts'
import { reachClients } from '../clients/reach.ts'
import type { Look } from '../work.ts'

const stockLine = ({ itemId, quantity: amount }: DraftLine): StockLine => ({
  item: itemId,
  quantity: quantity(amount),
})

const pricedLine = (line: DraftLine, goods: boolean): PricedLine => ({
  ...stockLine(line),
  goods,
  price: line.price,
  discount: 0,
  tax: line.taxRate === 0 ? null : { rate: line.taxRate, included: line.taxIncluded },
})

/** What is written as a document that can be posted, or all that is missing or wrong in it. `currency` is the office's. */
export async function documentOf(
  look: Look,
  content: DraftContent,
  currency: string,
): Promise<{ document: Document } | { problems: DocumentProblem[] }> {
  const { kind, warehouseId, intoId, supplierId, lines } = content
  const inUse = new Set(
    (await readWarehouses(look.base)).filter(({ retired }) => !retired).map(({ id }) => id),
  )
  const items = await readItems(
    look.base,
    lines.map(({ itemId }) => itemId),
  )
  const priced = pricedKinds.includes(kind)
  const foreign = priced && content.currency !== currency
  const wrong = (what: WholeProblem, is: boolean) => (is ? [{ what }] : [])
  const unreached =
    priced &&
    (supplierId === null ||
      !(await reachClients(look, [supplierId])).some(({ binnedAt }) => binnedAt === null))
  const problems: DocumentProblem[] = [
    ...wrong('warehouse', warehouseId === null || !inUse.has(warehouseId)),
    ...wrong('into', kind === 'transfer' && (intoId === null || !inUse.has(intoId))),
    ...wrong('same_warehouse', kind === 'transfer' && intoId !== null && intoId === warehouseId),
    ...wrong('supplier', unreached),
    ...wrong('rate', foreign && content.rate === null),
    ...wrong('no_lines', lines.length === 0),
    ...lines.flatMap(({ itemId }, line): DocumentProblem[] => {
      const item = items.get(itemId)
      if (!item) return [{ what: 'unknown_item', line, item: '' }]
      // A supplier may bring work too; everything else moves goods.
      return item.kind === 'goods' || (priced && item.kind === 'service')
        ? []
        : [{ what: 'not_goods', line, item: item.name }]
    }),
  ]
  if (problems.length > 0 || warehouseId === null) return { problems }
  const at = { warehouse: warehouseId }
  switch (kind) {
    case 'goods-receipt':
    case 'supplier-return': {
      const rate = foreign && content.rate !== null ? { rate: content.rate } : {}
      const some = lines.map((line) => pricedLine(line, items.get(line.itemId)?.kind === 'goods'))
      return {
        document: { kind, ...at, supplier: supplierId!, currency: content.currency, ...rate, lines: some },
      }
    }
    case 'opening-stock': {
      const valued = lines.map((line) => ({
        ...stockLine(line),
        value: share(line.price, line.quantity, thousandths),
      }))
      return { document: { kind, ...at, lines: valued } }
    }
    case 'transfer':
      return { document: { kind, ...at, into: intoId!, lines: lines.map(stockLine) } }
    case 'write-off':
      return { document: { kind, ...at, lines: lines.map(stockLine) } }
  }
}

/** What stands against posting, with the names of the goods that are missing. */
export async function problemsOf(look: Look, { shortages }: Unpostable): Promise<DocumentProblem[]> {
  const items = await readItems(
    look.base,
    shortages.map(({ item }) => item),
  )
  return shortages.map(({ item, asked, there }) => ({
    what: 'shortage',
    item: items.get(item)?.name ?? '',
    itemId: item,
    asked,
    there,
  }))
}
