import { useMemo } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { countryCodes, countryName } from '../../../../app/countries.ts'
import type { SelectOption } from '../../../kit/form/Options.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { languageChoices } from '../cardWords.ts'
import { CardList } from './CardList.tsx'
import { CardSelect } from './CardSelect.tsx'
import { freshAddress, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** Addresses in their parts; one that came as a single line shows it too, until somebody takes it apart. */
export function AddressFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { office } = useAccount()
  const countries = useCountries()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'addresses' })
  return (
    <CardList
      place="single"
      label={t('clients.fields.addresses')}
      rows={fields}
      addLabel={t('clients.add.address')}
      onAdd={() => append({ ...freshAddress, country: office.country }, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <div className="client-address">
          {fields[index]?.text !== '' && (
            <TextField
              label={t('clients.fields.addressText')}
              readOnly={readOnly}
              {...register(`addresses.${index}.text`)}
            />
          )}
          <TextField
            label={t('clients.fields.street')}
            readOnly={readOnly}
            {...register(`addresses.${index}.street`)}
          />
          <TextField
            label={t('clients.fields.city')}
            readOnly={readOnly}
            {...register(`addresses.${index}.city`)}
          />
          <TextField
            label={t('clients.fields.region')}
            readOnly={readOnly}
            {...register(`addresses.${index}.region`)}
          />
          <TextField
            label={t('clients.fields.postcode')}
            readOnly={readOnly}
            {...register(`addresses.${index}.postcode`)}
          />
          <CardSelect
            name={`addresses.${index}.country`}
            label={t('clients.fields.country')}
            none={t('clients.none.country')}
            options={countries}
          />
          {(fields.length > 1 || fields[index]?.language !== '') && (
            <CardSelect
              name={`addresses.${index}.language`}
              label={t('fields.addressLanguage')}
              none={t('fields.anyLanguage')}
              options={languageChoices(fields[index]?.language ?? '')}
            />
          )}
        </div>
      )}
    />
  )
}

/** All countries in the reader's language and alphabet, the office's own first. */
function useCountries(): readonly SelectOption[] {
  const { office } = useAccount()
  const language = useLanguage((state) => state.language)
  const named = countriesIn(language)
  return useMemo(() => {
    const own = named.filter(({ id }) => id === office.country)
    return [...own, ...named.filter(({ id }) => id !== office.country)]
  }, [office.country, named])
}

/** By language: put in order once, not for every card. */
const ordered = new Map<string, readonly SelectOption[]>()

function countriesIn(language: string): readonly SelectOption[] {
  const known = ordered.get(language)
  if (known) return known
  const order = new Intl.Collator(language)
  const named = countryCodes
    .map((code) => ({ id: code, label: countryName(code, language) }))
    .sort((a, b) => order.compare(a.label, b.label))
  ordered.set(language, named)
  return named
}
