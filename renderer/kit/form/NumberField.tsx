import { useState } from 'react'
import type { ReactNode, Ref } from 'react'
import { useKitWords } from '../words.ts'
import { Field } from './Field.tsx'
import type { FieldProps } from './Field.tsx'
import { parseNumber, tidyNumber } from '../../../app/numbers.ts'

type Props = FieldProps & {
  name?: string
  value: number | null
  /** NaN while what stands there is no number, so that the schema refuses it. */
  onChange: (value: number | null) => void
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
  decimals?: number
  min?: number
  max?: number
  step?: number
  disabled?: boolean
  placeholder?: string
  after?: ReactNode
  autoFocus?: boolean
}

/** A number in the reader's notation. With react-hook-form: inside a `<Controller>`, spread `field` on it. Not for money. */
export function NumberField(props: Props) {
  const { label, hint, error, required, wide, bare, name, value, onChange, ...rest } = props
  const { decimals = 0, min, max, step = 1, after, onBlur, ...input } = rest
  const words = useKitWords()
  const [typed, setTyped] = useState<string>()
  const written =
    value === null || Number.isNaN(value) ? '' : words.number(value, { maximumFractionDigits: decimals })
  const give = (next: number | null) => onChange(next === null ? null : tidyNumber(next, decimals, min, max))
  const turn = (by: number) => {
    setTyped(undefined)
    give((value === null || Number.isNaN(value) ? 0 : value) + by)
  }
  return (
    <Field {...{ label, hint, error, required, wide, bare, name }}>
      {(control) => (
        <div className="kit-input number">
          <input
            {...input}
            {...control}
            name={name}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            value={typed ?? written}
            onChange={(event) => {
              const text = event.currentTarget.value
              const number = parseNumber(text, words.locale)
              setTyped(text)
              onChange(number === undefined ? NaN : number)
            }}
            onBlur={() => {
              const number = parseNumber(typed ?? written, words.locale)
              if (typed !== undefined && number !== undefined) {
                setTyped(undefined)
                give(number)
              }
              onBlur?.()
            }}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              turn(event.key === 'ArrowUp' ? step : -step)
            }}
          />
          {typeof after === 'string' ? <span className="kit-affix">{after}</span> : after}
        </div>
      )}
    </Field>
  )
}
