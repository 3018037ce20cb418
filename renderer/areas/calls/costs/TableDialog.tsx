import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import type { Money } from '../../../../app/contract/lists.ts'
import { ratedDirections, type RatedDirection } from '../../../../app/rates.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { DateField } from '../../../kit/form/DateField.tsx'
import { FieldGrid } from '../../../kit/form/FieldGrid.tsx'
import { MoneyField } from '../../../kit/form/MoneyField.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { today } from '../../../kit/grid/filters/filter.ts'
import { toast } from '../../../kit/toasts.ts'
import { useAccount } from '../../../shell/account.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { ask, office } from '../../../shell/office/office.ts'
import { useCurrencies } from '../../clients/card/TermFields.tsx'

interface Values {
  name: string
  direction: RatedDirection
  connection: string
  line: string
  validFrom: string
  monthly: Money | null
  allowed: boolean
}

interface Props {
  /** Undefined for a new one. */
  readonly table: RateTableRow | undefined
  readonly onSaved: (table: RateTableRow) => void
  readonly onClosed: () => void
}

/** A new table of prices, or for what one is that is there. */
export function TableDialog({ table, onSaved, onClosed }: Props) {
  const { t } = useTranslation()
  const own = useAccount().office.currency
  const currencies = useCurrencies()
  const { data: places } = useQuery(ask.callRates.lines.queryOptions())
  const [problem, setProblem] = useState<string>()
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      name: table?.name ?? '',
      direction: table?.direction ?? 'outgoing',
      connection: table?.connectionId == null ? '' : String(table.connectionId),
      line: table?.line ?? '',
      validFrom: table?.validFrom ?? today(),
      monthly: { amount: table?.monthly ?? 0, currency: table?.currency ?? own },
      allowed: table?.allowed ?? true,
    },
  })

  const save = async ({ connection, monthly, ...values }: Values): Promise<boolean> => {
    setProblem(undefined)
    try {
      const saved = await office.callRates.saveTable({
        ...values,
        ...(table ? { id: table.id } : {}),
        name: values.name.trim(),
        line: values.line.trim(),
        connectionId: connection === '' ? null : Number(connection),
        monthly: monthly?.amount ?? 0,
        currency: monthly?.currency ?? own,
      })
      toast({ tone: 'good', text: t('rates.tableSaved', { name: saved.name }) })
      onSaved(saved)
      return true
    } catch (error) {
      if (codeOf(error) === 'NAME_TAKEN')
        form.setError('name', { type: 'office', message: t('rates.nameTaken') }, { shouldFocus: true })
      else setProblem(codeOf(error) === 'IN_USE' ? t('rates.currencyStays') : sentenceOf(error))
      return false
    }
  }

  return (
    <FormDialog
      form={form}
      title={table ? t('rates.editTable', { name: table.name }) : t('rates.newTable')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <FieldGrid>
        <TextField
          required
          wide
          label={t('rates.table.name')}
          hint={t('rates.table.nameHint')}
          maxLength={100}
          {...form.register('name', {
            validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          })}
        />
        <SelectField
          label={t('rates.table.direction')}
          options={ratedDirections.map((id) => ({ id, label: t(`rates.directions.${id}`) }))}
          {...form.register('direction')}
        />
        <DateField
          required
          label={t('rates.table.validFrom')}
          {...form.register('validFrom', {
            validate: (day) => day !== '' || t('clients.problems.required'),
          })}
        />
        <SelectField
          label={t('rates.table.connection')}
          none={t('rates.every')}
          options={(places?.connections ?? []).map(({ id, name }) => ({ id: String(id), label: name }))}
          {...form.register('connection')}
        />
        <TextField
          label={t('rates.table.line')}
          hint={t('rates.table.lineHint')}
          maxLength={100}
          list="rates-lines"
          {...form.register('line')}
        />
        <datalist id="rates-lines">
          {places?.lines.map((line) => (
            <option key={line} value={line} />
          ))}
        </datalist>
        <Controller
          control={form.control}
          name="monthly"
          rules={{
            validate: (money) => money === null || !Number.isNaN(money.amount) || t('rates.problems.price'),
          }}
          render={({ field, fieldState }) => (
            <MoneyField
              {...field}
              wide
              label={t('rates.table.monthly')}
              hint={t('rates.table.monthlyHint')}
              min={0}
              currency={own}
              currencies={currencies}
              currencyLabel={t('fields.currency')}
              error={fieldState.error?.message}
            />
          )}
        />
        <CheckField
          wide
          label={t('rates.table.allowed')}
          hint={t('rates.table.allowedHint')}
          {...form.register('allowed')}
        />
      </FieldGrid>
    </FormDialog>
  )
}
