import { useState, type Ref } from 'react'
import type { Money } from '../../../app/contract/lists.ts'
import { fromMinor, minorDigits, toMinor } from '../../../app/money.ts'
import type { FieldProps } from './Field.tsx'
import { InsideSelect } from './InsideSelect.tsx'
import { NumberField } from './NumberField.tsx'

type Props = FieldProps & {
  name?: string
  /** Minor units and their currency. */
  value: Money | null
  /** An amount of NaN while what stands there is no number, so that the schema refuses it. */
  onChange: (value: Money | null) => void
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
  /** What an amount is in that has none yet. */
  currency: string
  currencies: readonly string[]
  currencyLabel: string
  min?: number
  disabled?: boolean
}

/** An amount of money in the reader's notation, with its currency beside it. */
export function MoneyField(props: Props) {
  const { value, onChange, currency, currencies, currencyLabel, disabled, ...field } = props
  const [emptyIn, setEmptyIn] = useState(currency)
  const own = value?.currency ?? emptyIn
  const known = currencies.includes(own) ? currencies : [own, ...currencies]
  return (
    <NumberField
      {...field}
      {...(disabled === undefined ? {} : { disabled })}
      decimals={minorDigits(own)}
      value={value === null ? null : fromMinor(value)}
      onChange={(amount) =>
        onChange(amount === null ? null : { amount: toMinor(amount, own), currency: own })
      }
      after={
        disabled ? (
          own
        ) : (
          <InsideSelect
            label={currencyLabel}
            value={own}
            options={known.map((code) => ({ id: code, label: code }))}
            onChange={(event) => {
              const next = event.currentTarget.value
              if (value) onChange({ amount: toMinor(fromMinor(value), next), currency: next })
              else setEmptyIn(next)
            }}
          />
        )
      }
    />
  )
}
