import type { ReactNode } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { isCountryCode } from '../../../../app/countries.ts'
import { formatPhone, readPhone } from '../../../../app/phone.ts'
import { InsideSelect } from '../../../kit/form/InsideSelect.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { CallButton } from '../../../shell/calls/PhoneNumber.tsx'
import { labelOf, labels } from '../cardWords.ts'
import { CardList } from './CardList.tsx'
import { freshEmail, freshPhone, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** Every number as the office writes it, and what it comes to where that is not plain to see. */
export function PhoneFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'phones' })
  const hint = usePhoneHint()
  const choice = useLabelChoice()
  return (
    <CardList
      label={t('clients.fields.phones')}
      rows={fields}
      addLabel={t('clients.add.phone')}
      onAdd={() => append(freshPhone, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <TextField
          bare
          type="tel"
          dir="ltr"
          readOnly={readOnly}
          label={t('clients.fields.phone')}
          hint={hint(index)}
          {...register(`phones.${index}.typed`)}
          after={
            <>
              {choice('phones', index, fields[index]?.label ?? '')}
              <CallTyped index={index} />
            </>
          }
        />
      )}
    />
  )
}

/** Calls what stands in the field now, saved or not. */
function CallTyped({ index }: { index: number }) {
  const { control } = useFormContext<CardValues>()
  return <CallButton number={useWatch({ control, name: `phones.${index}.typed` }) ?? ''} />
}

/** The whole number where it was typed in short, or that it is none. Read as in the client's country, else the office's. */
function usePhoneHint(): (index: number) => string | undefined {
  const { t } = useTranslation()
  const { office } = useAccount()
  const { control } = useFormContext<CardValues>()
  const [phones, addresses] = useWatch({ control, name: ['phones', 'addresses'] })
  const home = addresses.find(({ country }) => country !== '')?.country ?? office.country
  const country = isCountryCode(home) ? home : undefined
  return (index) => {
    const typed = phones[index]?.typed.trim() ?? ''
    if (typed === '') return undefined
    const { e164 } = readPhone(typed, country)
    if (e164 === null) return t('clients.phone.notFull')
    const whole = formatPhone(e164)
    // Isolated: in a line of a right-to-left language it would be turned round.
    return whole === typed ? undefined : `\u2066${whole}\u2069`
  }
}

export function EmailFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'emails' })
  const choice = useLabelChoice()
  return (
    <CardList
      label={t('clients.fields.emails')}
      rows={fields}
      addLabel={t('clients.add.email')}
      onAdd={() => append(freshEmail, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <TextField
          bare
          type="email"
          dir="ltr"
          readOnly={readOnly}
          label={t('clients.fields.email')}
          {...register(`emails.${index}.address`)}
          after={choice('emails', index, fields[index]?.label ?? '')}
        />
      )}
    />
  )
}

/** Mobile, work, home or fax; a word that an import brought stays to be chosen. Only read: the word alone. */
function useLabelChoice() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register } = useFormContext<CardValues>()
  return (list: 'phones' | 'emails', index: number, present: string): ReactNode => {
    if (readOnly) return labelOf(t, present || undefined)
    const known: readonly string[] = list === 'emails' ? ['work', 'home'] : labels
    const ids = present === '' || known.includes(present) ? known : [...known, present]
    return (
      <InsideSelect
        label={t('clients.fields.label')}
        none={t('clients.none.label')}
        options={ids.map((id) => ({ id, label: labelOf(t, id) ?? id }))}
        {...register(`${list}.${index}.label`)}
      />
    )
  }
}
