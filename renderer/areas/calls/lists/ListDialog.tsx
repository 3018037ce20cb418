import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { callRules, usualRules } from '../../../../app/calling.ts'
import type { CallList } from '../../../../app/contract/callLists.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { ask, office } from '../../../shell/office/office.ts'
import { HoursFields, hoursOf, typedHours, type TypedHours } from '../HoursFields.tsx'

interface Values {
  name: string
  script: string
  attempts: number
  noAnswer: number
  busy: number
  hours: TypedHours
  callers: number[]
}

const { attempts, pauses } = callRules.shape

/** A new list, or the rules of one that is there. */
export function ListDialog(props: {
  list: CallList | undefined
  onSaved: (id: number) => void
  onClosed: () => void
}) {
  const { list, onSaved, onClosed } = props
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const people = useQuery(ask.clients.managers.queryOptions())
  const rules = list?.rules ?? usualRules
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      name: list?.name ?? '',
      script: list?.script ?? '',
      attempts: rules.attempts,
      noAnswer: rules.pauses.no_answer,
      busy: rules.pauses.busy,
      hours: typedHours(rules.hours),
      callers: list?.callers ?? [],
    },
  })

  const save = async (values: Values): Promise<boolean> => {
    setProblem(undefined)
    const hours = hoursOf(values.hours)
    if (!hours) {
      setProblem(t('callLists.wrongHours'))
      return false
    }
    try {
      const saved = await office.callLists.save({
        ...(list ? { id: list.id } : {}),
        name: values.name,
        script: values.script,
        rules: {
          attempts: values.attempts,
          pauses: { no_answer: values.noAnswer, busy: values.busy },
          hours,
        },
        callers: values.callers,
      })
      toast({ tone: 'good', text: t('callLists.saved', { name: values.name.trim() }) })
      onSaved(saved.id)
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  const numbers = {
    attempts: attempts,
    noAnswer: pauses.shape.no_answer,
    busy: pauses.shape.busy,
  } as const
  const labels = {
    attempts: t('callLists.attempts'),
    noAnswer: t('callLists.pauseNoAnswer'),
    busy: t('callLists.pauseBusy'),
  }
  return (
    <FormDialog
      form={form}
      title={list ? t('callLists.edit') : t('callLists.new')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <FieldGrid>
        <TextField
          wide
          required
          label={t('callLists.name')}
          maxLength={100}
          {...form.register('name', {
            validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          })}
        />
        <TextArea
          wide
          label={t('callLists.script')}
          hint={t('callLists.scriptHint')}
          maxLength={5000}
          rows={3}
          {...form.register('script')}
        />
      </FieldGrid>
      <div className="call-lists-rules">
        {(['attempts', 'noAnswer', 'busy'] as const).map((name) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            rules={{
              validate: (value) => numbers[name].safeParse(value).success || t('clients.problems.required'),
            }}
            render={({ field }) => <NumberField {...field} label={labels[name]} min={1} />}
          />
        ))}
      </div>
      <Controller
        control={form.control}
        name="hours"
        render={({ field: { value, onChange } }) => <HoursFields value={value} onChange={onChange} />}
      />
      <Controller
        control={form.control}
        name="callers"
        render={({ field: { value, onChange } }) => (
          <fieldset className="call-lists-callers">
            <legend className="kit-label">{t('callLists.callers')}</legend>
            <p className="kit-hint">{t('callLists.callersHint')}</p>
            {(people.data ?? [])
              .filter(({ id, active }) => active || value.includes(id))
              .map(({ id, name }) => (
                <CheckField
                  key={id}
                  label={name}
                  checked={value.includes(id)}
                  onChange={() =>
                    onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id])
                  }
                />
              ))}
          </fieldset>
        )}
      />
    </FormDialog>
  )
}
