import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import { rateDays, type Rate, type RateDays } from '../../../../app/rates.ts'
import { fineOf, fineText, prefixOf, timeText } from '../../../../app/ratesFile.ts'
import { FieldGrid } from '../../../kit/form/FieldGrid.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { office } from '../../../shell/office/office.ts'
import { hoursOf, stepsOf } from './rateColumns.ts'

interface Values {
  prefix: string
  name: string
  per: Rate['per']
  price: string
  connection: string
  least: string
  free: string
  steps: string
  days: RateDays
  hours: string
}

interface Props {
  readonly table: RateTableRow
  /** Undefined for a new one. */
  readonly rate: Rate | undefined
  readonly onClosed: () => void
}

/** One rate with all it says. */
export function RateDialog({ table, rate, onClosed }: Props) {
  const { t } = useTranslation()
  const { currency } = table
  const amount = (fine: number | undefined) => (fine === undefined ? '0' : fineText(fine, currency))
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      prefix: rate?.prefix ?? '',
      name: rate?.name ?? '',
      per: rate?.per ?? 'minute',
      price: rate ? amount(rate.price) : '',
      connection: amount(rate?.connection),
      least: amount(rate?.least),
      free: String(rate?.freeSeconds ?? 0),
      steps: rate ? `${rate.firstStep}/${rate.nextStep}` : '60/60',
      days: rate?.days ?? 'all',
      hours: rate?.hours ? `${timeText(rate.hours.from)}–${timeText(rate.hours.until)}` : '',
    },
  })
  const price = (text: string) =>
    (text.trim() !== '' && fineOf(text.trim(), currency) !== undefined) || t('rates.problems.price')

  const save = async (values: Values): Promise<boolean> => {
    try {
      await office.callRates.saveRate({
        table: table.id,
        ...(rate ? { id: rate.id } : {}),
        prefix: prefixOf(values.prefix)!,
        name: values.name.trim(),
        per: values.per,
        price: fineOf(values.price.trim(), currency)!,
        connection: fineOf(values.connection.trim(), currency)!,
        least: fineOf(values.least.trim(), currency)!,
        freeSeconds: Number(values.free),
        ...stepsOf(values.steps)!,
        days: values.days,
        hours: hoursOf(values.hours)!,
      })
      return true
    } catch (error) {
      if (codeOf(error) === 'RATE_TAKEN')
        form.setError('prefix', { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else throw error
      return false
    }
  }

  return (
    <FormDialog
      form={form}
      title={rate ? t('rates.editRate') : t('rates.newRate')}
      onSave={save}
      onClosed={onClosed}
    >
      <FieldGrid>
        <TextField
          label={t('rates.rate.prefix')}
          hint={t('rates.rate.prefixHint')}
          maxLength={30}
          {...form.register('prefix', {
            validate: (text) => prefixOf(text) !== undefined || t('rates.problems.prefix'),
          })}
        />
        <TextField label={t('rates.rate.name')} maxLength={100} {...form.register('name')} />
        <TextField
          required
          label={t('rates.rate.price')}
          after={currency}
          inputMode="decimal"
          maxLength={20}
          {...form.register('price', { validate: price })}
        />
        <SelectField
          label={t('rates.rate.per')}
          options={(['minute', 'call'] as const).map((id) => ({ id, label: t(`rates.per.${id}`) }))}
          {...form.register('per')}
        />
        <TextField
          label={t('rates.rate.steps')}
          hint={t('rates.rate.stepsHint')}
          maxLength={9}
          {...form.register('steps', {
            validate: (text) => stepsOf(text) !== undefined || t('rates.problems.steps'),
          })}
        />
        <TextField
          label={t('rates.rate.free')}
          hint={t('rates.rate.freeHint')}
          inputMode="numeric"
          maxLength={4}
          {...form.register('free', {
            validate: (text) =>
              (/^\d{1,4}$/.test(text) && Number(text) <= 3600) || t('rates.problems.seconds'),
          })}
        />
        <TextField
          label={t('rates.rate.connection')}
          after={currency}
          inputMode="decimal"
          maxLength={20}
          {...form.register('connection', { validate: price })}
        />
        <TextField
          label={t('rates.rate.least')}
          after={currency}
          inputMode="decimal"
          maxLength={20}
          {...form.register('least', { validate: price })}
        />
        <SelectField
          label={t('rates.rate.days')}
          options={rateDays.map((id) => ({ id, label: t(`rates.days.${id}`) }))}
          {...form.register('days')}
        />
        <TextField
          label={t('rates.rate.hours')}
          hint={t('rates.rate.hoursHint')}
          maxLength={20}
          {...form.register('hours', {
            validate: (text) => hoursOf(text) !== undefined || t('rates.problems.time'),
          })}
        />
      </FieldGrid>
    </FormDialog>
  )
}
