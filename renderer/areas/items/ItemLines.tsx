import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { CardList } from '../clients/card/CardList.tsx'
import { ItemPicker } from './ItemPicker.tsx'
import type { ItemValues } from './itemValues.ts'

interface Props {
  readonly form: UseFormReturn<ItemValues>
}

/** Characteristics: what they are called, and how this item is. */
export function CharacteristicLines({ form }: Props) {
  const { t } = useTranslation()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'characteristics' })
  return (
    <CardList
      place="single"
      label={t('items.fields.characteristics')}
      rows={fields}
      addLabel={t('items.add.characteristic')}
      onAdd={() => append({ name: '', value: '' }, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <>
          <TextField
            bare
            label={t('items.fields.characteristic')}
            placeholder={t('items.fields.characteristic')}
            maxLength={200}
            {...form.register(`characteristics.${index}.name`)}
          />
          <TextField
            bare
            label={t('items.fields.value')}
            placeholder={t('items.fields.value')}
            maxLength={1000}
            {...form.register(`characteristics.${index}.value`)}
          />
        </>
      )}
    />
  )
}

/** What a set is made of, each in its own first unit. */
export function PartLines({ form }: Props) {
  const { t } = useTranslation()
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'parts' })
  return (
    <CardList
      place="single"
      label={t('items.fields.parts')}
      rows={fields}
      addLabel={t('items.add.part')}
      onAdd={() => append({ item: null, quantity: 1 }, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <>
          <Controller
            control={form.control}
            name={`parts.${index}.item`}
            render={({ field: { value, onChange } }) => (
              <ItemPicker
                bare
                label={t('items.fields.part')}
                value={value}
                onChange={(item) => onChange(item && { id: item.id, name: item.name })}
              />
            )}
          />
          <Controller
            control={form.control}
            name={`parts.${index}.quantity`}
            render={({ field }) => (
              <NumberField {...field} bare label={t('items.fields.quantity')} decimals={3} min={0.001} />
            )}
          />
        </>
      )}
    />
  )
}
