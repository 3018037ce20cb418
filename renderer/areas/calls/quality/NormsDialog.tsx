import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { qualityNorms, type QualityNorms } from '../../../../app/contract/callQuality.ts'
import { FieldGrid } from '../../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../../kit/form/NumberField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { office } from '../../../shell/office/office.ts'

const { answer, return: returning } = qualityNorms.shape
const fields = {
  'answer.percent': answer.shape.percent,
  'answer.seconds': answer.shape.seconds,
  'return.percent': returning.shape.percent,
  'return.minutes': returning.shape.minutes,
} as const
const names = Object.keys(fields) as (keyof typeof fields)[]

/** What the office sets itself for answering and returning calls. */
export function NormsDialog({ norms, onClosed }: { norms: QualityNorms; onClosed: () => void }) {
  const { t } = useTranslation()
  const form = useForm<QualityNorms>({ mode: 'onTouched', defaultValues: norms })
  const save = async (values: QualityNorms): Promise<boolean> => {
    await office.callQuality.saveNorms(values)
    toast({ tone: 'good', text: t('quality.normsSaved') })
    return true
  }
  return (
    <FormDialog
      form={form}
      title={t('quality.norms')}
      text={t('quality.normsText')}
      onSave={save}
      onClosed={onClosed}
    >
      <FieldGrid>
        {names.map((name) => (
          <Controller
            key={name}
            control={form.control}
            name={name}
            rules={{
              validate: (value) => fields[name].safeParse(value).success || t('clients.problems.required'),
            }}
            render={({ field, fieldState }) => (
              <NumberField
                {...field}
                label={t(`quality.norm.${name}`)}
                min={1}
                {...(name.endsWith('percent') ? { after: '%' } : {})}
                error={fieldState.error?.message}
              />
            )}
          />
        ))}
      </FieldGrid>
    </FormDialog>
  )
}
