import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ListEntry } from '../../../app/contract/lists.ts'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'

interface Props {
  readonly entry: ListEntry
  readonly others: readonly ListEntry[]
  readonly nameOf: (entry: ListEntry) => string
  readonly count: number
  readonly onClosed: () => void
}

/** Everybody who has one entry gets another; the first goes out of use. */
export function MergeDialog({ entry, others, nameOf, count, onClosed }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const form = useForm({ defaultValues: { into: '' } })

  const undo = async (merge: number) => {
    try {
      await office.lists.undoMerge({ merge })
      toast({ tone: 'good', text: t('lists.merge.undone', { name: nameOf(entry) }) })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  const save = async ({ into }: { into: string }): Promise<boolean> => {
    const other = others.find(({ id }) => String(id) === into)
    if (!other) return false
    const done = await office.lists.mergeEntry({ id: entry.id, into: other.id })
    toast({
      tone: 'good',
      text: t('lists.merge.done', {
        name: nameOf(entry),
        into: nameOf(other),
        count: done.count,
        shown: notation.number(done.count),
      }),
      action: { label: t('lists.undo'), onChoose: () => void undo(done.merge) },
    })
    return true
  }
  return (
    <FormDialog
      form={form}
      title={t('lists.merge.title', { name: nameOf(entry) })}
      text={t('lists.merge.text', { count, shown: notation.number(count) })}
      saveLabel={t('lists.merge.yes')}
      onSave={save}
      onClosed={onClosed}
    >
      <SelectField
        required
        label={t('lists.merge.into')}
        none=""
        options={others.map((other) => ({ id: String(other.id), label: nameOf(other) }))}
        {...form.register('into', { validate: (id) => id !== '' || t('clients.problems.required') })}
      />
    </FormDialog>
  )
}
