import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { share } from '../../../app/accounting/amounts.ts'
import { totalsOfLine } from '../../../app/accounting/totals.ts'
import { pricedKinds, type DraftContent, type DraftLine } from '../../../app/contract/documents.ts'
import { fromMinor, minorDigits, toMinor } from '../../../app/money.ts'
import { fromQuantity, quantity, thousandths, toQuantity } from '../../../app/quantity.ts'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { ItemPicker } from '../items/ItemPicker.tsx'
import { amountText } from './amounts.ts'

interface Props {
  readonly content: DraftContent
  readonly names: ReadonlyMap<number, string>
  readonly onLine: (at: number, changed: Partial<DraftLine>) => void
  readonly onRemove: (at: number) => void
  readonly onItem: (item: { id: number; name: string }) => void
}

/** What a line comes to with its tax, in minor units. */
const totalOf = ({ quantity: amount, price, taxRate, taxIncluded }: DraftLine): number =>
  taxRate === 0
    ? share(price, amount, thousandths)
    : totalsOfLine({
        item: 0,
        goods: true,
        quantity: quantity(amount),
        price,
        discount: 0,
        tax: { rate: taxRate, included: taxIncluded },
      }).total

/** The lines of a document, and under them where one looks for the next item. A new line has the focus in its quantity. */
export function LineTable({ content, names, onLine, onRemove, onItem }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { kind, currency, lines } = content
  const priced = pricedKinds.includes(kind) || kind === 'opening-stock'
  const taxed = pricedKinds.includes(kind)
  const body = useRef<HTMLTableSectionElement>(null)
  // Where the line stands that was added last; its quantity is what comes next.
  const [added, setAdded] = useState<{ readonly at: number }>()
  useEffect(() => {
    if (!added) return
    const row = body.current?.querySelector(`tr:nth-child(${added.at})`)
    const field = row?.querySelector<HTMLInputElement>('input')
    field?.focus()
    field?.select()
  }, [added])
  const whole = lines.reduce((sum, line) => sum + totalOf(line), 0)
  return (
    <div className="stock-table">
      <table className="stock-lines">
        <thead>
          <tr>
            <th>{t('stock.columns.item')}</th>
            <th className="stock-number">{t('stock.columns.quantity')}</th>
            {priced && <th className="stock-number">{t('stock.columns.price')}</th>}
            {taxed && <th className="stock-number">{t('stock.columns.tax')}</th>}
            {priced && <th className="stock-number">{t('stock.columns.total')}</th>}
            <th aria-label={t('stock.removeLine')} />
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map((line, at) => {
            const name = names.get(line.itemId) ?? ''
            return (
              // The same item may stand in several lines.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td className="stock-number">
                  <NumberField
                    bare
                    label={t('stock.quantityOf', { item: name })}
                    decimals={3}
                    min={0.001}
                    value={fromQuantity(quantity(line.quantity))}
                    onChange={(value) => {
                      if (value !== null && value > 0) onLine(at, { quantity: toQuantity(value) })
                    }}
                  />
                </td>
                {priced && (
                  <td className="stock-number">
                    <NumberField
                      bare
                      label={t('stock.priceOf', { item: name })}
                      decimals={minorDigits(currency)}
                      min={0}
                      value={fromMinor({ amount: line.price, currency })}
                      onChange={(value) => {
                        if (value !== null && value >= 0) onLine(at, { price: toMinor(value, currency) })
                      }}
                    />
                  </td>
                )}
                {taxed && (
                  <td className="stock-number">
                    <NumberField
                      bare
                      label={t('stock.taxOf', { item: name })}
                      decimals={2}
                      min={0}
                      max={100}
                      value={line.taxRate / 100}
                      onChange={(value) => {
                        if (value !== null && value >= 0) onLine(at, { taxRate: Math.round(value * 100) })
                      }}
                    />
                  </td>
                )}
                {priced && <td className="stock-number">{amountText(notation, totalOf(line), currency)}</td>}
                <td>
                  <IconButton
                    icon={Trash2}
                    label={t('stock.removeNamed', { item: name })}
                    onClick={() => onRemove(at)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className="stock-add">
        <ItemPicker
          autoFocus
          label={t('stock.add')}
          value={null}
          onChange={(item) => {
            if (!item) return
            onItem(item)
            setAdded({ at: lines.length + 1 })
          }}
        />
        {priced && lines.length > 0 && (
          <strong className="stock-whole">
            {t('stock.columns.total')}: {amountText(notation, whole, currency)}
          </strong>
        )}
      </div>
    </div>
  )
}
