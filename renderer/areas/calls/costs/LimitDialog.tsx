import { Controller, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CallLimit } from '../../../../app/contract/callCosts.ts'
import type { Money } from '../../../../app/contract/lists.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { MoneyField } from '../../../kit/form/MoneyField.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { office } from '../../../shell/office/office.ts'
import { useCurrencies } from '../../clients/card/TermFields.tsx'
import { useManagers } from '../../clients/lists.ts'

interface Values {
  /** An employee's id; '' for a line. */
  who: string
  line: string
  amount: Money | null
  warnAt: number | null
  refuses: boolean
  tells: string[]
}

/** A new limit, or one that is there. */
export function LimitDialog({ limit, onClosed }: { limit: CallLimit | undefined; onClosed: () => void }) {
  const { t } = useTranslation()
  const account = useAccount()
  const people = useManagers().filter(({ active }) => active)
  const currencies = useCurrencies()
  const own = account.office.currency
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      who: limit?.line == null ? String(limit?.userId ?? account.id) : '',
      line: limit?.line ?? '',
      amount: limit ? { amount: limit.amount, currency: limit.currency } : null,
      warnAt: limit?.warnAt ?? 80,
      refuses: limit?.refuses ?? false,
      tells: (limit?.tells ?? [account.id]).map(String),
    },
  })
  const who = useWatch({ control: form.control, name: 'who' })
  const save = async ({ who: whom, line, amount, warnAt, refuses, tells }: Values): Promise<boolean> => {
    await office.callCosts.saveLimit({
      ...(limit ? { id: limit.id } : {}),
      userId: whom === '' ? null : Number(whom),
      line: whom === '' ? line.trim() : null,
      amount: amount!.amount,
      currency: amount!.currency,
      warnAt: warnAt ?? 80,
      refuses,
      tells: tells.map(Number),
    })
    return true
  }
  return (
    <FormDialog
      form={form}
      title={t(limit ? 'costs.limit.edit' : 'costs.limit.new')}
      onSave={save}
      onClosed={onClosed}
    >
      <SelectField
        label={t('costs.limit.who')}
        none={t('costs.limit.aLine')}
        options={people.map(({ id, name }) => ({ id: String(id), label: name }))}
        {...form.register('who')}
      />
      {who === '' && (
        <TextField
          required
          label={t('costs.by.line')}
          maxLength={100}
          {...form.register('line', {
            validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          })}
        />
      )}
      <Controller
        control={form.control}
        name="amount"
        rules={{ validate: (money) => (money !== null && money.amount > 0) || t('rates.problems.price') }}
        render={({ field, fieldState }) => (
          <MoneyField
            {...field}
            required
            label={t('costs.limit.amount')}
            min={0}
            currency={own}
            currencies={currencies}
            currencyLabel={t('fields.currency')}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="warnAt"
        render={({ field }) => (
          <NumberField {...field} label={t('costs.limit.warnAt')} min={1} max={100} after="%" />
        )}
      />
      <CheckField
        label={t('costs.limit.refuses')}
        hint={t('costs.limit.refusesHint')}
        {...form.register('refuses')}
      />
      <fieldset className="costs-people">
        <legend className="kit-label">{t('costs.limit.tells')}</legend>
        {people.map(({ id, name }) => (
          <CheckField key={id} label={name} value={String(id)} {...form.register('tells')} />
        ))}
      </fieldset>
    </FormDialog>
  )
}
