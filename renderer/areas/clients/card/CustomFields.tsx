import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CustomValue } from '../../../../app/contract/lists.ts'
import { customName, isOnCard } from '../../../../app/custom.ts'
import { DateField } from '../../../kit/form/DateField.tsx'
import { MoneyField } from '../../../kit/form/MoneyField.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useAccount, useSees } from '../../../shell/account.ts'
import { useCustomFields, useEntries, type NamedField } from '../lists.ts'
import { customKey, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'
import { messageIn, useCurrencies } from './TermFields.tsx'
import { OpenLink } from './WebsiteFields.tsx'

/** The fields that the office added, of those cards that this one is of. */
export function CustomFields() {
  const sees = useSees()
  const { control } = useFormContext<CardValues>()
  const relationIds = useWatch({ control, name: 'relationIds' })
  const fields = useCustomFields().filter(
    (field) => isOnCard(field, relationIds) && sees(customName(field.id)),
  )
  return fields.map((field) => <CustomField key={field.id} field={field} />)
}

type Value = CustomValue | null
interface Bound {
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly error: string | undefined
  readonly onChange: (value: Value) => void
}

/**
 * Not registered with the form: a field that the office adds while a card is open must not make it look changed, and one
 * that is emptied again must leave it as it was.
 */
function CustomField({ field }: { field: NamedField }) {
  const { control, getValues, setValue, clearErrors } = useFormContext<CardValues>()
  const key = customKey(field.id)
  const custom = useWatch({ control, name: 'custom' })
  const { errors, defaultValues } = useFormState({ control })
  const name = `custom.${key}` as const
  const onChange = (value: Value) => {
    const { [key]: _before, ...others } = getValues('custom')
    const wasThere = defaultValues?.custom !== undefined && key in defaultValues.custom
    const next = value === null && !wasThere ? others : { ...getValues('custom'), [key]: value }
    setValue('custom', next, { shouldDirty: true, shouldTouch: true })
    clearErrors(name)
  }
  return (
    <CustomControl
      field={field}
      value={custom[key] ?? null}
      bound={{
        name,
        label: field.shown,
        required: field.required,
        error: messageIn(errors.custom?.[key]),
        onChange,
      }}
    />
  )
}

/** What a field of the office's own is filled in with, by its type. */
export function CustomControl({ field, value, bound }: { field: NamedField; value: Value; bound: Bound }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { office } = useAccount()
  const currencies = useCurrencies()
  const choices = useEntries(`field.${field.id}`)
  const text = typeof value === 'string' ? value : ''
  const onText = (event: { currentTarget: HTMLInputElement }) =>
    bound.onChange(event.currentTarget.value || null)
  switch (field.type) {
    case 'text':
      return <TextField {...bound} value={text} onChange={onText} readOnly={readOnly} maxLength={1000} />
    case 'link':
      return (
        <TextField
          {...bound}
          type="url"
          dir="ltr"
          value={text}
          onChange={onText}
          readOnly={readOnly}
          maxLength={1000}
          after={<OpenLink typed={text} />}
        />
      )
    case 'date':
      return <DateField {...bound} value={text} onChange={onText} readOnly={readOnly} />
    case 'number':
      return (
        <NumberField
          {...bound}
          value={typeof value === 'number' ? value : null}
          decimals={10}
          disabled={readOnly}
        />
      )
    case 'money':
      return (
        <MoneyField
          {...bound}
          value={typeof value === 'object' ? value : null}
          currency={office.currency}
          currencies={currencies}
          currencyLabel={t('fields.currency')}
          disabled={readOnly}
        />
      )
    case 'yes-no':
      return (
        <SelectField
          {...bound}
          value={value === null ? '' : String(value)}
          none=""
          disabled={readOnly}
          options={[
            { id: 'true', label: t('log.yes') },
            { id: 'false', label: t('log.no') },
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            bound.onChange(chosen === '' ? null : chosen === 'true')
          }}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...bound}
          value={value === null ? '' : String(value)}
          none=""
          disabled={readOnly}
          options={choices
            .filter(({ id, retired }) => !retired || id === value)
            .map(({ id, name }) => ({ id: String(id), label: name }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            bound.onChange(chosen === '' ? null : Number(chosen))
          }}
        />
      )
  }
}
