import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { DateField } from '../../kit/form/DateField.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'

/** Until when the books are closed, and by right the way to close them. */
export function ClosedUntil() {
  const { t } = useTranslation()
  const notation = useNotation()
  const mayClose = useMay()('journal.close')
  const [changing, setChanging] = useState(false)
  const { data } = useQuery(ask.journal.closedUntil.queryOptions())
  if (!data) return null
  const said =
    data.until === null ? t('stock.close.open') : t('stock.close.until', { day: notation.date(data.until) })
  if (!mayClose) return <span className="kit-hint">{said}</span>
  return (
    <>
      <Button icon={Lock} onClick={() => setChanging(true)}>
        {said}
      </Button>
      {changing && <CloseDialog until={data.until} onClosed={() => setChanging(false)} />}
    </>
  )
}

function CloseDialog({ until, onClosed }: { until: string | null; onClosed: () => void }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ defaultValues: { until: until ?? '' } })
  const save = async (values: { until: string }): Promise<boolean> => {
    try {
      await office.journal.close({ until: values.until === '' ? null : values.until })
      toast({ tone: 'good', text: t('stock.close.saved') })
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  return (
    <FormDialog
      form={form}
      title={t('stock.close.title')}
      text={t('stock.close.text')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <DateField label={t('stock.close.day')} {...form.register('until')} />
    </FormDialog>
  )
}
