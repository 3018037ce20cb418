import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Till } from '../../../app/contract/till.ts'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { ask, office } from '../../shell/office/office.ts'

interface Values {
  name: string
  warehouse: string
  most: number | null
}

/** A till: its name, the warehouse that it sells from, and how much a cashier may take off. */
export function TillDialog(props: {
  till: Till | undefined
  onSaved: (id: number) => void
  onClosed: () => void
}) {
  const { till, onSaved, onClosed } = props
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const warehouses = useQuery(ask.warehouses.list.queryOptions())
  const places = (warehouses.data?.warehouses ?? []).filter(({ retired }) => !retired)
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      name: till?.name ?? t('till.firstName'),
      warehouse: String(till?.warehouse ?? ''),
      most: (till?.mostPercent ?? 1000) / 100,
    },
  })
  const save = async ({ name, warehouse, most }: Values): Promise<boolean> => {
    try {
      const saved = await office.till.save({
        ...(till ? { id: till.id } : {}),
        name,
        ...(warehouse === '' ? {} : { warehouse: Number(warehouse) }),
        mostPercent: Math.round((most ?? 0) * 100),
      })
      onSaved(saved.id)
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  return (
    <FormDialog
      form={form}
      title={till ? t('till.edit', { name: till.name }) : t('till.new')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <TextField
        label={t('till.name')}
        required
        error={form.formState.errors.name && t('till.nameMissing')}
        {...form.register('name', { required: true, maxLength: 60 })}
      />
      {places.length > 1 && (
        <SelectField
          label={t('till.warehouse')}
          {...form.register('warehouse')}
          options={places.map(({ id, name }) => ({ id: String(id), label: name }))}
        />
      )}
      <Controller
        control={form.control}
        name="most"
        rules={{ validate: (value) => !Number.isNaN(value) }}
        render={({ field, fieldState }) => (
          <NumberField
            {...field}
            label={t('till.most')}
            hint={t('till.mostHint')}
            error={fieldState.error && t('till.mostWrong')}
            decimals={2}
            min={0}
            max={100}
            after="%"
          />
        )}
      />
    </FormDialog>
  )
}
