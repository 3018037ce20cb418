import { useQueryClient } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { backupPlan, type BackupPlan } from '../../../app/contract/backups.ts'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { ask, office } from '../../shell/office/office.ts'
import { WeekDays } from '../../shell/WeekDays.tsx'

interface Values {
  days: number[]
  /** As one line: `12:00, 18:30`. */
  times: string
  keepDays: number
  keepWeeks: number
  keepMonths: number
  copyTo: string
}

const valuesOf = ({ days, times, keep, copyTo }: BackupPlan): Values => ({
  days: [...days],
  times: times.join(', '),
  keepDays: keep.days,
  keepWeeks: keep.weeks,
  keepMonths: keep.months,
  copyTo: copyTo ?? '',
})

/** Also 9:00 and 9.00, as people write them. */
const timesIn = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((time) => time.replace('.', ':').replace(/^(\d):/, '0$1:'))

const planOf = ({ days, times, keepDays, keepWeeks, keepMonths, copyTo }: Values): BackupPlan => ({
  days,
  times: timesIn(times),
  keep: { days: keepDays, weeks: keepWeeks, months: keepMonths },
  copyTo: copyTo.trim() === '' ? null : copyTo.trim(),
})

/** When backups are made by themselves, how many stay, and where their copies go. */
export function PlanDialog({ plan, onClosed }: { plan: BackupPlan; onClosed: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const form = useForm<Values>({ mode: 'onTouched', defaultValues: valuesOf(plan) })

  const save = async (values: Values): Promise<boolean> => {
    await office.backups.savePlan(planOf(values))
    await queries.invalidateQueries({ queryKey: ask.backups.key() })
    toast({ tone: 'good', text: t('backups.plan.saved') })
    return true
  }
  const { keep } = backupPlan.shape
  const number = (name: 'keepDays' | 'keepWeeks' | 'keepMonths', part: 'days' | 'weeks' | 'months') => (
    <Controller
      control={form.control}
      name={name}
      rules={{
        validate: (value) => keep.shape[part].safeParse(value).success || t(`backups.plan.wrong.${part}`),
      }}
      render={({ field }) => (
        <NumberField {...field} label={t(`backups.plan.keep.${part}`)} min={part === 'days' ? 1 : 0} />
      )}
    />
  )
  return (
    <FormDialog form={form} title={t('backups.plan.title')} onSave={save} onClosed={onClosed}>
      <FieldGrid>
        <Controller
          control={form.control}
          name="days"
          rules={{ validate: (days) => days.length > 0 || t('backups.plan.wrong.weekdays') }}
          render={({ field: { value, onChange, onBlur, ref }, fieldState: { error } }) => (
            <WeekDays value={value} onChange={onChange} onBlur={onBlur} ref={ref} error={error?.message} />
          )}
        />
        <TextField
          wide
          required
          dir="ltr"
          label={t('backups.plan.times')}
          hint={t('backups.plan.timesHint')}
          {...form.register('times', {
            validate: (text) =>
              backupPlan.shape.times.safeParse(timesIn(text)).success || t('backups.plan.wrong.times'),
          })}
        />
      </FieldGrid>
      <fieldset className="backups-keep">
        <legend>{t('backups.plan.keepHelp')}</legend>
        {number('keepDays', 'days')}
        {number('keepWeeks', 'weeks')}
        {number('keepMonths', 'months')}
      </fieldset>
      <FieldGrid>
        <TextField
          wide
          dir="ltr"
          label={t('backups.plan.copyTo')}
          hint={t('backups.plan.copyToHint')}
          maxLength={500}
          {...form.register('copyTo')}
        />
      </FieldGrid>
    </FormDialog>
  )
}
