import type { TFunction } from 'i18next'
import type { Receipt as Sold } from '../../../app/contract/till.ts'
import type { Receipt, ReceiptPart } from '../../../app/receipts/receipt.ts'
import { fromQuantity, quantity } from '../../../app/quantity.ts'
import type { Notation } from '../../shell/language/notation.ts'
import { unitName } from '../items/unitName.ts'

interface Words {
  readonly t: TFunction
  readonly notation: Notation
  /** Whose receipt it is. */
  readonly company: string
}

/** A receipt as it comes out of the printer. */
export function paperOf(sold: Sold, { t, notation, company }: Words): Receipt {
  const money = (amount: number) => notation.money({ amount, currency: sold.currency })
  const centred = (text: string, more: { big?: boolean; bold?: boolean } = {}): ReceiptPart => ({
    kind: 'row',
    cells: [{ text, align: 'center' }],
    ...more,
  })
  const pair = (text: string, amount: string, more: { big?: boolean; bold?: boolean } = {}): ReceiptPart => ({
    kind: 'row',
    cells: [{ text }, { text: amount, align: 'end' }],
    ...more,
  })
  const { lines, tax, given, change } = sold.content
  const title = t(sold.returns === null ? 'till.receipt' : 'till.receiptOfReturn', {
    number: notation.number(sold.number, { useGrouping: false }),
  })
  return {
    title,
    parts: [
      centred(company, { bold: true }),
      centred(title),
      centred(`${notation.dayAndTime(sold.at)} · ${sold.till} · ${sold.cashier}`),
      ...(sold.client ? [centred(sold.client.name)] : []),
      { kind: 'rule' },
      ...lines.flatMap((line): ReceiptPart[] => [
        { kind: 'row', cells: [{ text: line.name }] },
        pair(
          `  ${notation.number(fromQuantity(quantity(line.quantity)))} ${unitName(t, line.unit)} × ${money(line.price)}`,
          money(line.total),
        ),
        ...(line.discount > 0 ? [pair(`  ${t('till.discount')}`, money(-line.discount))] : []),
      ]),
      { kind: 'rule' },
      pair(t('till.sum'), money(sold.total), { bold: true }),
      ...(tax > 0 ? [pair(t('till.tax'), money(tax))] : []),
      ...given.map(({ kind, amount }) => pair(t(`till.kinds.${kind}`), money(amount))),
      ...(change > 0 ? [pair(t('till.change'), money(change))] : []),
      { kind: 'feed', lines: 1 },
      centred(t('till.thanks')),
      { kind: 'feed', lines: 3 },
      { kind: 'cut' },
    ],
  }
}
