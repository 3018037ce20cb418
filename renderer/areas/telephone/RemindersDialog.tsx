import { useQuery } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { missedRules, type MissedRules } from '../../../app/contract/callHistory.ts'
import { SwitchField } from '../../kit/form/CheckField.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { toast } from '../../kit/toasts.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { ask, office } from '../../shell/office/office.ts'

/** When people are reminded of callers who wait, and who is. */
export function RemindersDialog({ onClosed }: { onClosed: () => void }) {
  const { data } = useQuery({ ...ask.callHistory.reminders.queryOptions(), gcTime: 0 })
  return data ? <RemindersForm rules={data} onClosed={onClosed} /> : null
}

function RemindersForm({ rules, onClosed }: { rules: MissedRules; onClosed: () => void }) {
  const { t } = useTranslation()
  const form = useForm<MissedRules>({ mode: 'onTouched', defaultValues: rules })
  const save = async (values: MissedRules): Promise<boolean> => {
    await office.callHistory.saveReminders(values)
    toast({ tone: 'good', text: t('telephone.reminders.saved') })
    return true
  }
  return (
    <FormDialog
      form={form}
      title={t('telephone.reminders.title')}
      text={t('telephone.reminders.text')}
      onSave={save}
      onClosed={onClosed}
    >
      <SwitchField label={t('telephone.reminders.on')} {...form.register('on')} />
      <Controller
        control={form.control}
        name="afterMinutes"
        rules={{
          validate: (value) =>
            missedRules.shape.afterMinutes.safeParse(value).success || t('telephone.reminders.wrong'),
        }}
        render={({ field }) => <NumberField {...field} label={t('telephone.reminders.after')} min={1} />}
      />
      <SelectField
        label={t('telephone.reminders.tell')}
        options={missedRules.shape.tell.options.map((id) => ({ id, label: t(`telephone.reminders.${id}`) }))}
        {...form.register('tell')}
      />
    </FormDialog>
  )
}
