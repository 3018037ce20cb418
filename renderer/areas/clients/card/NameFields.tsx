import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import { InsideSelect } from '../../../kit/form/InsideSelect.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { languageChoices, languageName } from '../cardWords.ts'
import { CardList } from './CardList.tsx'
import { freshName, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** The names of a client, each in its language; the first is the main one. */
export function NameFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<Pick<CardValues, 'names'>>()
  const { fields, append, remove } = useFieldArray({ control, name: 'names' })
  const { office } = useAccount()
  const names = useWatch({ control, name: 'names' })
  const missing = office.nameLanguages.filter((tag) => !names.some(({ language }) => language === tag))
  const place = useRef<HTMLDivElement>(null)
  const add = (language: string) => {
    append({ text: '', language }, { shouldFocus: false })
    // After React has drawn it.
    requestAnimationFrame(() => {
      const lines = place.current?.parentElement?.querySelectorAll<HTMLElement>('input[name^="names."]')
      lines?.[lines.length - 1]?.focus()
    })
  }
  return (
    <>
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
                  defaultValue={fields[index]?.language}
                  {...register(`names.${index}.language`)}
                />
              )
            }
          />
        )}
      />
      <div className="client-more wide" ref={place}>
        {!readOnly &&
          missing.map((tag) => (
            <Button key={tag} kind="quiet" size="small" icon={Plus} onClick={() => add(tag)}>
              {t('fields.nameIn', { language: languageName(tag) })}
            </Button>
          ))}
      </div>
    </>
  )
}

const languageOf = (tag: string) => (tag === '' ? undefined : languageName(tag))
