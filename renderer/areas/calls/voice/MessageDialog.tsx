import { useQuery } from '@tanstack/react-query'
import { FileAudio } from 'lucide-react'
import { useRef, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { audioProblems, type VoiceMessage } from '../../../../app/contract/voiceMessages.ts'
import { usualVoiceRules, voiceRules } from '../../../../app/voice.ts'
import { Button } from '../../../kit/Button.tsx'
import { Field } from '../../../kit/form/Field.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { bringFile } from '../../../shell/office/bringing.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { HoursFields, hoursOf, typedHours, type TypedHours } from '../HoursFields.tsx'

interface Values {
  name: string
  exchange: string
  lines: number
  attempts: number
  pause: number
  hours: TypedHours
  file: File | null
}

const most = voiceRules.shape

/** A new message, or one that does not run: its recording, who calls, and by what rule. */
export function MessageDialog(props: {
  message: VoiceMessage | undefined
  onSaved: (id: number) => void
  onClosed: () => void
}) {
  const { message, onSaved, onClosed } = props
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const exchanges = useQuery(ask.voiceMessages.exchanges.queryOptions())
  const chooser = useRef<HTMLInputElement>(null)
  const rules = message?.rules ?? usualVoiceRules
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: {
      name: message?.name ?? '',
      exchange: String(message?.exchange ?? ''),
      lines: rules.lines,
      attempts: rules.attempts,
      pause: rules.pause,
      hours: typedHours(rules.hours),
      file: null,
    },
  })
  /** Says what is wrong with the recording; the upload where nothing is. */
  const brought = async (file: File): Promise<string | undefined> => {
    const { upload } = await bringFile(file)
    const { problem: wrong, said } = await office.voiceMessages.checkFile({ upload, name: file.name })
    if (wrong === null) return upload
    setProblem(
      [t(`voice.audio.${audioProblems.find((one) => one === wrong) ?? 'not_audio'}`), said]
        .filter(Boolean)
        .join(' – '),
    )
    return undefined
  }
  const save = async ({ name, exchange, file, ...rule }: Values): Promise<boolean> => {
    setProblem(undefined)
    const hours = hoursOf(rule.hours)
    if (!hours || (!file && !message)) {
      setProblem(t(hours ? 'voice.chooseFile' : 'callLists.wrongHours'))
      return false
    }
    try {
      const upload = file ? await brought(file) : undefined
      if (file && upload === undefined) return false
      const { id } = await office.voiceMessages.save({
        ...(message ? { id: message.id } : {}),
        ...(file && upload !== undefined ? { file: { upload, name: file.name } } : {}),
        name,
        exchange: Number(exchange),
        rules: { lines: rule.lines, attempts: rule.attempts, pause: rule.pause, hours },
      })
      toast({ tone: 'good', text: t('callLists.saved', { name: name.trim() }) })
      onSaved(id)
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  const required = (text: string) => text.trim() !== '' || t('clients.problems.required')
  return (
    <FormDialog
      form={form}
      title={t(message ? 'voice.edit' : 'voice.new')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <TextField
        required
        label={t('callLists.name')}
        maxLength={100}
        {...form.register('name', { validate: required })}
      />
      <Controller
        control={form.control}
        name="file"
        render={({ field: { value, onChange, onBlur, ref } }) => (
          <Field label={t('voice.file')} hint={t('voice.fileHint')} required={!message}>
            {(control) => (
              <div className="voice-file">
                <input
                  {...control}
                  ref={(input) => {
                    chooser.current = input
                    ref(input)
                  }}
                  type="file"
                  className="kit-unseen"
                  tabIndex={-1}
                  accept=".wav,.ulaw,.alaw,audio/*"
                  onBlur={onBlur}
                  onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
                />
                <Button icon={FileAudio} onClick={() => chooser.current?.click()}>
                  {t('voice.choose')}
                </Button>
                <bdi>{value?.name ?? message?.file.name}</bdi>
              </div>
            )}
          </Field>
        )}
      />
      <SelectField
        required
        label={t('voice.exchange')}
        none={t('voice.chooseExchange')}
        options={(exchanges.data ?? []).map(({ id, name }) => ({ id: String(id), label: name }))}
        {...form.register('exchange', { validate: required })}
      />
      <div className="call-lists-rules">
        {(['lines', 'attempts', 'pause'] as const).map((name) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            rules={{
              validate: (value) => most[name].safeParse(value).success || t('clients.problems.required'),
            }}
            render={({ field }) => <NumberField {...field} label={t(`voice.${name}`)} min={1} />}
          />
        ))}
      </div>
      <Controller
        control={form.control}
        name="hours"
        render={({ field: { value, onChange } }) => <HoursFields value={value} onChange={onChange} />}
      />
    </FormDialog>
  )
}
