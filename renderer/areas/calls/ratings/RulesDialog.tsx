import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { longestMessage, ratingRules, type RatingRules } from '../../../../app/contract/ratings.ts'
import { languages } from '../../../../app/languages.ts'
import { CheckField, SwitchField } from '../../../kit/form/CheckField.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { ask, office } from '../../../shell/office/office.ts'
import { HoursFields, hoursOf, typedHours, type TypedHours } from '../HoursFields.tsx'
import { MessageFields, wrongMessageIn } from './MessageFields.tsx'

type Values = Omit<RatingRules, 'hours'> & { hours: TypedHours }

/** After which calls clients are asked what they thought of it. */
export function RulesDialog({ onClosed }: { onClosed: () => void }) {
  const rules = useQuery(ask.ratings.rules.queryOptions())
  return rules.data ? <RulesForm rules={rules.data} onClosed={onClosed} /> : null
}

const directions = ['incoming', 'outgoing'] as const
const numbers = ['leastSeconds', 'everyDays', 'validDays'] as const

function RulesForm({ rules, onClosed }: { rules: RatingRules; onClosed: () => void }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { ...rules, hours: typedHours(rules.hours) },
  })
  const save = async (values: Values): Promise<boolean> => {
    const hours = hoursOf(values.hours)
    setProblem(hours ? undefined : t('callLists.wrongHours'))
    if (!hours) return false
    await office.ratings.saveRules({ ...values, hours })
    toast({ tone: 'good', text: t('ratings.rulesSaved') })
    return true
  }
  return (
    <FormDialog
      form={form}
      title={t('ratings.rules')}
      text={t('ratings.waits')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <SwitchField label={t('ratings.on')} {...form.register('on')} />
      <Controller
        control={form.control}
        name="directions"
        render={({ field: { value, onChange } }) => (
          <fieldset className="ratings-directions">
            <legend className="kit-label">{t('ratings.directions')}</legend>
            {directions.map((one) => (
              <CheckField
                key={one}
                label={t(`ratings.${one}`)}
                checked={value.includes(one)}
                onChange={() =>
                  onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one])
                }
              />
            ))}
          </fieldset>
        )}
      />
      {numbers.map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          rules={{
            validate: (value) =>
              ratingRules.shape[name].safeParse(value).success || t('clients.problems.required'),
          }}
          render={({ field }) => <NumberField {...field} label={t(`ratings.${name}`)} min={0} />}
        />
      ))}
      <SelectField
        label={t('ratings.channel')}
        options={(['sms', 'email'] as const).map((id) => ({ id, label: t(`ratings.channels.${id}`) }))}
        {...form.register('channel')}
      />
      <TextField
        dir="ltr"
        label={t('ratings.address')}
        hint={t('ratings.addressHint')}
        maxLength={200}
        {...form.register('address', {
          validate: (text) => ratingRules.shape.address.safeParse(text).success || t('ratings.wrongAddress'),
        })}
      />
      <Controller
        control={form.control}
        name="messages"
        rules={{
          validate: (messages) => {
            const wrong = wrongMessageIn(messages)
            return (
              wrong === undefined ||
              t('ratings.wrongMessage', { language: languages[wrong].name, most: longestMessage })
            )
          },
        }}
        render={({ field: { value, onChange }, fieldState: { error } }) => (
          <MessageFields value={value} onChange={onChange} error={error?.message} />
        )}
      />
      <Controller
        control={form.control}
        name="hours"
        render={({ field: { value, onChange } }) => <HoursFields value={value} onChange={onChange} />}
      />
    </FormDialog>
  )
}
