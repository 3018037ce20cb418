import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { fieldTypes, type CustomField, type FieldType } from '../../../app/contract/lists.ts'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import { useEntries } from '../clients/lists.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { givenNames, NamesFields } from './NamesFields.tsx'

interface Values {
  type: FieldType
  name: string
  names: Record<string, string>
  relationIds: number[]
  required: boolean
}

interface Props {
  readonly field: CustomField | undefined
  readonly onSaved: (field: CustomField) => void
  readonly onClosed: () => void
}

/** A new field of the card, or one that is there: whose cards have it, and whether it has to be filled in. */
export function FieldDialog({ field, onSaved, onClosed }: Props) {
  const { t } = useTranslation()
  const relations = useEntries('relation').filter(
    ({ id, retired }) => !retired || field?.relationIds.includes(id),
  )
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      type: field?.type ?? 'text',
      name: field?.name ?? '',
      names: field?.names ?? {},
      relationIds: field?.relationIds ?? [],
      required: field?.required ?? false,
    },
  })
  const save = async (values: Values): Promise<boolean> => {
    try {
      const saved = await office.lists.saveField({
        ...values,
        names: givenNames(values.names),
        ...(field ? { id: field.id } : {}),
      })
      toast({ tone: 'good', text: t(field ? 'lists.saved' : 'lists.fields.added', { name: saved.name }) })
      onSaved(saved)
      return true
    } catch (error) {
      if (codeOf(error) === 'NAME_TAKEN')
        form.setError('name', { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else throw error
      return false
    }
  }
  return (
    <FormDialog
      form={form}
      title={field ? t('lists.editTitle', { name: field.name }) : t('lists.fields.newTitle')}
      onSave={save}
      onClosed={onClosed}
    >
      <TextField
        required
        label={t('lists.name')}
        maxLength={200}
        {...form.register('name', {
          validate: (text) => text.trim() !== '' || t('clients.problems.required'),
        })}
      />
      <SelectField
        label={t('lists.fields.type')}
        hint={field ? t('lists.fields.typeStays') : undefined}
        disabled={field !== undefined}
        options={fieldTypes.map((type) => ({ id: type, label: t(`lists.types.${type}`) }))}
        {...form.register('type')}
      />
      <Controller
        control={form.control}
        name="relationIds"
        render={({ field: { value, onChange } }) => (
          <fieldset className="staff-ticks">
            <legend className="kit-label">{t('lists.fields.whose')}</legend>
            <div className="staff-ticks-list">
              {relations.map(({ id, name }) => (
                <CheckField
                  key={id}
                  label={name}
                  checked={value.includes(id)}
                  onChange={(event) =>
                    onChange(event.currentTarget.checked ? [...value, id] : value.filter((one) => one !== id))
                  }
                />
              ))}
            </div>
            <span className="kit-hint">{t('lists.fields.whoseHelp')}</span>
          </fieldset>
        )}
      />
      <CheckField
        label={t('lists.fields.mustBe')}
        hint={t('lists.fields.mustBeHelp')}
        {...form.register('required')}
      />
      <NamesFields
        open={Object.keys(field?.names ?? {}).length > 0}
        register={(tag) => form.register(`names.${tag}`)}
      />
    </FormDialog>
  )
}
