import { ShoppingBasket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../app/contract/till.ts'
import { fromQuantity } from '../../../app/quantity.ts'
import { amountsOf, percentOf, type Basket } from '../../../app/till/basket.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { useAccount } from '../../shell/account.ts'
import { unitName } from '../items/unitName.ts'
import { useNotation } from '../../shell/language/notation.ts'

/** The chosen line is seen, however many there are. */
const showRow = (row: HTMLElement | null) => void row?.scrollIntoView({ block: 'nearest' })

interface Props {
  readonly basket: Basket
  /** The chosen line. */
  readonly at: number
  /** What was sold a moment ago. */
  readonly last: Receipt | undefined
  readonly onChoose: (at: number) => void
}

/** What lies on the counter, line by line. */
export function BasketLines({ basket, at, last, onChoose }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { currency } = useAccount().office
  const money = (amount: number) => notation.money({ amount, currency })
  const amounts = amountsOf(basket)
  if (basket.lines.length === 0)
    return (
      <div className="counter-lines">
        <EmptyState
          icon={ShoppingBasket}
          title={
            last
              ? t('till.sold', { number: notation.number(last.number, { useGrouping: false }) })
              : t('till.ready')
          }
          text={t('till.readyText')}
        />
      </div>
    )
  return (
    <div className="counter-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('till.item')}</th>
            <th scope="col">{t('till.quantity')}</th>
            <th scope="col">{t('till.price')}</th>
            <th scope="col">{t('till.discount')}</th>
            <th scope="col">{t('till.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {basket.lines.map((line, place) => {
            const percent = percentOf(basket, line)
            return (
              <tr
                // A line is known by its place: the same goods may stand there twice.
                key={place} // eslint-disable-line react/no-array-index-key
                ref={place === at ? showRow : undefined}
                aria-current={place === at ? 'true' : undefined}
                onClick={() => onChoose(place)}
              >
                <th scope="row">
                  <bdi>{line.name}</bdi>
                </th>
                <td className="kit-numbers">
                  {notation.number(fromQuantity(line.quantity))} <bdi>{unitName(t, line.unit)}</bdi>
                </td>
                <td className="kit-numbers">{money(line.price)}</td>
                <td className="kit-numbers counter-off">{percent > 0 && `−${notation.percent(percent)}`}</td>
                <td className="kit-numbers counter-sum">{money(amounts[place]!)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
