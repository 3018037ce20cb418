import { Controller, useFieldArray, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  mostQuestions,
  qualityQuestion,
  type Checklist,
  type QualityQuestion,
} from '../../../../app/contract/callQuality.ts'
import { ListField } from '../../../kit/form/ListField.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { office } from '../../../shell/office/office.ts'

interface Values {
  name: string
  questions: QualityQuestion[]
}

const fresh = (): QualityQuestion => ({ text: '', points: 5, weight: 1 })

/** A new checklist, or one that is there: changed questions hold for scores from now on. */
export function ChecklistDialog(props: { checklist: Checklist | undefined; onClosed: () => void }) {
  const { checklist, onClosed } = props
  const { t } = useTranslation()
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { name: checklist?.name ?? '', questions: checklist?.questions ?? [fresh()] },
  })
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'questions' })
  const save = async ({ name, questions }: Values): Promise<boolean> => {
    const saved = await office.callQuality.saveChecklist({
      ...(checklist ? { id: checklist.id } : {}),
      name,
      questions: questions.map(({ text, points, weight }) => ({ text, points, weight })),
    })
    toast({ tone: 'good', text: t('quality.checklistSaved', { name: saved.name }) })
    return true
  }
  const required = t('clients.problems.required')
  const renderQuestion = (index: number) => (
    <>
      <TextField
        bare
        label={t('quality.question')}
        placeholder={t('quality.questionExample')}
        maxLength={300}
        error={form.formState.errors.questions?.[index]?.text?.message}
        {...form.register(`questions.${index}.text`, {
          validate: (text) => text.trim() !== '' || required,
        })}
      />
      {(['points', 'weight'] as const).map((name) => (
        <div className="narrow quality-number" key={name}>
          <Controller
            control={form.control}
            name={`questions.${index}.${name}`}
            rules={{
              validate: (value) => qualityQuestion.shape[name].safeParse(value).success || required,
            }}
            render={({ field, fieldState }) => (
              <NumberField
                {...field}
                bare
                label={t(`quality.${name}`)}
                after={t(`quality.short.${name}`)}
                min={1}
                max={100}
                error={fieldState.error?.message}
              />
            )}
          />
        </div>
      ))}
    </>
  )
  return (
    <FormDialog
      form={form}
      title={t(checklist ? 'quality.editChecklist' : 'quality.newChecklist')}
      text={checklist ? t('quality.keptText') : undefined}
      onSave={save}
      onClosed={onClosed}
    >
      <TextField
        required
        label={t('quality.name')}
        maxLength={100}
        error={form.formState.errors.name?.message}
        {...form.register('name', { validate: (text) => text.trim() !== '' || required })}
      />
      <ListField
        wide
        label={t('quality.questions')}
        hint={t('quality.questionsHint')}
        rows={fields}
        atLeast={1}
        addLabel={t('quality.addQuestion')}
        onAdd={() => fields.length < mostQuestions && append(fresh(), { shouldFocus: false })}
        onRemove={remove}
        row={renderQuestion}
      />
    </FormDialog>
  )
}
