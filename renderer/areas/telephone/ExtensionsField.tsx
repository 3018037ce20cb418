import { useFieldArray, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormSection } from '../../kit/form/FieldGrid.tsx'
import { ListField } from '../../kit/form/ListField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import type { ExchangeValues } from './exchangeValues.ts'

interface Props {
  readonly form: UseFormReturn<ExchangeValues>
  readonly people: readonly { id: number; name: string }[]
}

/** Whose telephone is whose. */
export function ExtensionsField({ form, people }: Props) {
  const { t } = useTranslation()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'extensions' })
  const row = (index: number) => (
    <>
      <TextField
        bare
        dir="ltr"
        label={t('telephone.extensions.extension')}
        placeholder={t('telephone.extensions.extension')}
        maxLength={40}
        {...form.register(`extensions.${index}.extension`)}
      />
      <SelectField
        bare
        label={t('telephone.extensions.person')}
        none={t('telephone.extensions.nobody')}
        options={people.map(({ id, name }) => ({ id: String(id), label: name }))}
        {...form.register(`extensions.${index}.userId`)}
      />
    </>
  )
  return (
    <FormSection title={t('telephone.extensions.label')}>
      <ListField
        label={t('telephone.extensions.one')}
        hint={t('telephone.extensions.hint')}
        rows={fields}
        addLabel={t('telephone.extensions.add')}
        onAdd={() => append({ extension: '', userId: '' })}
        onRemove={(index) => remove(index)}
        row={row}
      />
    </FormSection>
  )
}
