import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { InsideSelect } from '../../../kit/form/InsideSelect.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { languageChoices, languageName } from '../cardWords.ts'
import { CardList } from './CardList.tsx'
import { freshName, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** The names of a client, each in its language; the first is the main one. */
export function NameFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'names' })
  return (
    <CardList
      label={t('clients.fields.names')}
      rows={fields}
      atLeast={1}
      addLabel={t('clients.add.name')}
      onAdd={() => append(freshName, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <TextField
          bare
          required={index === 0}
          readOnly={readOnly}
          label={index === 0 ? t('clients.fields.name') : t('clients.fields.otherName')}
          {...register(`names.${index}.text`)}
          after={
            readOnly ? (
              languageOf(fields[index]?.language ?? '')
            ) : (
              <InsideSelect
                label={t('clients.fields.nameLanguage')}
                none={t('clients.none.nameLanguage')}
                options={languageChoices(fields[index]?.language ?? '')}
                {...register(`names.${index}.language`)}
              />
            )
          }
        />
      )}
    />
  )
}

const languageOf = (tag: string) => (tag === '' ? undefined : languageName(tag))
