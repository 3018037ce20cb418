import { Printer } from 'lucide-react'
import { useEffect, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment, PaymentKind } from '../../../app/accounting/documents.ts'
import type { Receipt } from '../../../app/contract/till.ts'
import { minorDigits, toMinor } from '../../../app/money.ts'
import { pricedLines, settle, totalsOfBasket, type Basket } from '../../../app/till/basket.ts'
import { Button } from '../../kit/Button.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { counterKeys } from './keys.ts'

interface Props {
  /** The field of the cash that was given. */
  readonly ref: Ref<HTMLInputElement>
  readonly basket: Basket
  readonly given: readonly Payment[]
  readonly currency: string
  readonly last: Receipt | undefined
  readonly busy: boolean
  readonly onGive: (kind: PaymentKind, amount: number) => void
  readonly onTakeBack: () => void
  readonly onSell: () => void
  /** Prints the last receipt once more. */
  readonly onPrint: (() => void) | undefined
}

/** What is to be paid, what was given, what goes back; and always what comes next. */
export function PayPanel(props: Props) {
  const { ref, basket, given, currency, last, busy, onGive, onTakeBack, onSell, onPrint } = props
  const { t } = useTranslation()
  const notation = useNotation()
  const money = (amount: number) => notation.money({ amount, currency })
  const [cash, setCash] = useState<number | null>(null)
  const sums = totalsOfBasket(basket)
  const { open, change } = settle(sums.total, given)
  const empty = basket.lines.length === 0
  const done = useRef<HTMLButtonElement>(null)
  const settled = !empty && given.length > 0 && open === 0
  // Enter once more, and it is done.
  useEffect(() => {
    if (settled) done.current?.focus()
  }, [settled])
  const discount = pricedLines(basket).reduce((sum, line) => sum + line.discount, 0)
  const pay = () => {
    if (empty || Number.isNaN(cash)) return
    if (open === 0) {
      onSell()
      return
    }
    onGive('cash', cash === null ? open : toMinor(cash, currency))
    setCash(null)
  }
  if (empty && last)
    return (
      <div className="counter-money">
        <p className="counter-label">{t('till.change')}</p>
        <output className="counter-total kit-numbers">{money(last.content.change)}</output>
        <p className="counter-next">{t('till.nextScan')}</p>
        {onPrint && (
          <Button icon={Printer} onClick={onPrint}>
            {t('till.printAgain')}
          </Button>
        )}
      </div>
    )
  return (
    <div className="counter-money">
      <dl>
        <dt>{t('till.lines', { count: basket.lines.length })}</dt>
        <dd className="kit-numbers">{money(sums.gross)}</dd>
        {discount > 0 && (
          <>
            <dt>{t('till.discounts')}</dt>
            <dd className="kit-numbers counter-off">{money(-discount)}</dd>
          </>
        )}
        {sums.tax > 0 && (
          <>
            <dt>{t('till.tax')}</dt>
            <dd className="kit-numbers">{money(sums.tax)}</dd>
          </>
        )}
      </dl>
      <p className="counter-label">{t('till.toPay')}</p>
      <output className="counter-total kit-numbers">{money(sums.total)}</output>
      <dl aria-live="polite">
        {given.map(({ kind, amount }, place) => (
          <div key={place}>
            <dt>{t(`till.kinds.${kind}`)}</dt>
            <dd className="kit-numbers">{money(amount)}</dd>
          </div>
        ))}
        {given.length > 0 && (
          <div className="counter-change">
            <dt>{open > 0 ? t('till.stillOpen') : t('till.change')}</dt>
            <dd className="kit-numbers">{money(open > 0 ? open : change)}</dd>
          </div>
        )}
      </dl>
      <form
        className="counter-ways"
        onSubmit={(event) => {
          event.preventDefault()
          pay()
        }}
      >
        {open > 0 && (
          <NumberField
            ref={ref}
            label={t('till.cashGiven')}
            decimals={minorDigits(currency)}
            min={0}
            value={cash}
            onChange={setCash}
            placeholder={empty ? '' : money(open)}
            disabled={empty}
            after={currency}
          />
        )}
        <div className="counter-kinds">
          <Button keys={counterKeys.card} disabled={empty || open === 0} onClick={() => onGive('card', open)}>
            {t('till.kinds.card')}
          </Button>
          <Button
            keys={counterKeys.transfer}
            disabled={empty || open === 0}
            onClick={() => onGive('transfer', open)}
          >
            {t('till.kinds.transfer')}
          </Button>
          {basket.client && (
            <Button disabled={empty || open === 0} onClick={() => onGive('credit', open)}>
              {t('till.kinds.credit')}
            </Button>
          )}
          {given.length > 0 && (
            <Button kind="quiet" onClick={onTakeBack}>
              {t('till.payAgain')}
            </Button>
          )}
        </div>
        <Button
          ref={done}
          type="submit"
          kind="good"
          size="large"
          keys="Enter"
          wide
          busy={busy}
          disabled={empty}
        >
          {open > 0 ? t('till.takeCash') : t('till.done')}
        </Button>
      </form>
    </div>
  )
}
