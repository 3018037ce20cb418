import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Warehouse } from '../../../app/contract/warehouses.ts'
import { fold } from '../../../app/folding.ts'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { office } from '../../shell/office/office.ts'

interface Props {
  readonly warehouse: Warehouse | undefined
  readonly branches: readonly { id: number; name: string }[]
  readonly onClosed: () => void
}

/** A new warehouse, or one that is there, with the branch it belongs to; a branch that is not there yet is made. */
export function WarehouseDialog({ warehouse, branches, onClosed }: Props) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const form = useForm({
    mode: 'onTouched',
    defaultValues: { name: warehouse?.name ?? '', branch: warehouse?.branch?.name ?? '' },
  })
  const branchOf = async (typed: string): Promise<number | null> => {
    if (typed === '') return null
    const known = branches.find(({ name }) => fold(name) === fold(typed))
    return known ? known.id : (await office.warehouses.saveBranch({ name: typed })).id
  }
  const save = async (values: { name: string; branch: string }): Promise<boolean> => {
    setProblem(undefined)
    try {
      const branchId = await branchOf(values.branch.trim())
      const id = warehouse === undefined ? {} : { id: warehouse.id }
      const { name } = await office.warehouses.save({ ...id, name: values.name, branchId })
      toast({ tone: 'good', text: t('stock.warehouse.saved', { name }) })
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    }
  }
  return (
    <FormDialog
      form={form}
      title={warehouse ? t('stock.warehouse.editTitle', { name: warehouse.name }) : t('stock.warehouse.new')}
      onSave={save}
      onClosed={onClosed}
      problem={problem}
    >
      <TextField
        required
        label={t('stock.warehouse.name')}
        maxLength={100}
        {...form.register('name', {
          validate: (text) => text.trim() !== '' || t('clients.problems.required'),
        })}
      />
      <TextField
        label={t('stock.warehouse.branch')}
        hint={t('stock.warehouse.branchHint')}
        maxLength={100}
        list="stock-branches"
        {...form.register('branch')}
      />
      <datalist id="stock-branches">
        {branches.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </FormDialog>
  )
}
