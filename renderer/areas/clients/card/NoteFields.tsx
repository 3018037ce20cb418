import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { languageChoices, languageName } from '../cardWords.ts'
import { CardList } from './CardList.tsx'
import { freshNote, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** The note in further languages: whoever reads in one of them is shown that one. */
export function OtherNoteFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'otherNotes' })
  return (
    <CardList
      place="single"
      label={t('clients.fields.otherNotes')}
      rows={fields}
      addLabel={t('fields.add.otherNotes')}
      onAdd={() => append(freshNote, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <div className="client-note">
          {!readOnly && (
            <SelectField
              label={t('fields.noteLanguage')}
              none=""
              options={languageChoices(fields[index]?.language ?? '')}
              {...register(`otherNotes.${index}.language`)}
            />
          )}
          <TextArea
            label={readOnly ? languageName(fields[index]?.language ?? '') : t('clients.fields.notes')}
            readOnly={readOnly}
            {...register(`otherNotes.${index}.text`)}
          />
        </div>
      )}
    />
  )
}
