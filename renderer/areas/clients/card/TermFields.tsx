import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MoneyField } from '../../../kit/form/MoneyField.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { currencyOptions } from '../../../shell/language/places.ts'
import type { CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** What is taken off every price. */
export function DiscountField() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { control } = useFormContext<CardValues>()
  return (
    <Controller
      control={control}
      name="discount"
      render={({ field, fieldState }) => (
        <NumberField
          {...field}
          label={t('clients.fields.discount')}
          decimals={2}
          min={0}
          max={100}
          after="%"
          disabled={readOnly}
          error={fieldState.error?.message}
        />
      )}
    />
  )
}

/** Up to where the client may owe. */
export function CreditLimitField() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const currencies = useCurrencies()
  const { office } = useAccount()
  const { control } = useFormContext<CardValues>()
  return (
    <Controller
      control={control}
      name="creditLimit"
      render={({ field, fieldState }) => (
        <MoneyField
          {...field}
          label={t('clients.fields.creditLimit')}
          currency={office.currency}
          currencies={currencies}
          currencyLabel={t('fields.currency')}
          min={0}
          disabled={readOnly}
          error={messageIn(fieldState.error)}
        />
      )}
    />
  )
}

/** The office's own currency first. */
export function useCurrencies(): readonly string[] {
  const { office } = useAccount()
  const language = useLanguage((state) => state.language)
  const all = currencyOptions(language).map(({ id }) => id)
  return [office.currency, ...all.filter((id) => id !== office.currency)]
}

/** Of a value with parts the first finding of any of them. */
export const messageIn = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string' && error.message !== '') return error.message
  return Object.values(error)
    .map((part) => (typeof part === 'object' ? messageIn(part) : undefined))
    .find((message) => message !== undefined)
}
