import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CallScore, Checklist } from '../../../../app/contract/callQuality.ts'
import { resultOf } from '../../../../app/quality.ts'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { resultText } from './results.ts'

interface Values {
  /** Id of the version of the questions. */
  version: string
  /** Points; '' where a question did not come up. */
  answers: string[]
  words: string
}

interface Props {
  readonly call: number
  readonly score: CallScore | null
  readonly checklists: readonly Checklist[]
  readonly onClosed: () => void
}

const pointsOf = (answers: readonly string[]) =>
  answers.map((answer) => (answer === '' ? null : Number(answer)))

/** Scores a call by one of the checklists in use, or by the questions that it was scored by already. */
export function ScoreDialog({ call, score, checklists, onClosed }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [problem, setProblem] = useState<string>()
  const current = checklists.filter(({ retired, version }) => !retired && version !== score?.version)
  const choices = [
    ...(score ? [{ version: score.version, name: score.checklist, questions: score.questions }] : []),
    ...current,
  ]
  const form = useForm<Values>({
    defaultValues: {
      version: String(choices[0]?.version ?? ''),
      answers: score?.answers.map((points) => (points === null ? '' : String(points))) ?? [],
      words: score?.words ?? '',
    },
  })
  const { version, answers } = useWatch({ control: form.control }) as Values
  const questions = choices.find((choice) => String(choice.version) === version)?.questions ?? []
  const given = (all: readonly string[]) => pointsOf(questions.map((_, index) => all[index] ?? ''))
  const result = resultOf(questions, given(answers))
  const save = async (values: Values): Promise<boolean> => {
    const points = given(values.answers)
    if (resultOf(questions, points) === null) {
      setProblem(t('quality.nothingScored'))
      return false
    }
    try {
      await office.callQuality.score({
        call,
        version: Number(values.version),
        answers: points,
        words: values.words,
        revision: score?.revision ?? 0,
      })
      toast({ tone: 'good', text: t('quality.scored') })
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  return (
    <FormDialog
      form={form}
      title={t('quality.scoreTitle')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <SelectField
        label={t('quality.columns.checklist')}
        options={choices.map((choice) => ({ id: String(choice.version), label: choice.name }))}
        {...form.register('version', { onChange: () => form.setValue('answers', []) })}
      />
      {questions.map(({ text, points, weight }, index) => (
        <SelectField
          key={`${version} ${index} ${text}`}
          label={text}
          hint={t('quality.counts', { points: notation.number(points), weight: notation.number(weight) })}
          none={t('quality.notAsked')}
          options={Array.from({ length: points + 1 }, (_, least) => ({
            id: String(points - least),
            label: notation.number(points - least),
          }))}
          {...form.register(`answers.${index}`)}
        />
      ))}
      <TextArea
        label={t('quality.columns.words')}
        hint={t('quality.wordsHint')}
        maxLength={2000}
        rows={3}
        {...form.register('words')}
      />
      <p className="quality-result" aria-live="polite">
        {t('quality.comesTo', { result: result === null ? '–' : resultText(notation, result) })}
      </p>
    </FormDialog>
  )
}
