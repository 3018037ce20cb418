import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../kit/form/TextField.tsx'
import { CardList } from './CardList.tsx'
import { freshContact, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** Who one speaks with at an organisation. */
export function ContactFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'contacts' })
  return (
    <CardList
      place="single"
      label={t('clients.fields.contacts')}
      rows={fields}
      addLabel={t('clients.add.contact')}
      onAdd={() => append(freshContact, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <>
          <TextField
            bare
            label={t('clients.fields.contactName')}
            placeholder={t('clients.fields.contactName')}
            readOnly={readOnly}
            {...register(`contacts.${index}.name`)}
          />
          <TextField
            bare
            label={t('clients.fields.position')}
            placeholder={t('clients.fields.position')}
            readOnly={readOnly}
            {...register(`contacts.${index}.position`)}
          />
        </>
      )}
    />
  )
}
