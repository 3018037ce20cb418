import { useRef, useState, type ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ask } from '../kit/ask.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Form } from '../kit/form/Form.tsx'
import { FormBar } from '../kit/form/FormBar.tsx'
import { sentenceOf } from './errors.ts'
import './formDialog.css'

interface Props<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>
  readonly title: string
  readonly text?: string | undefined
  readonly saveLabel?: string
  /** Says whether it is saved; then the dialog closes. What it throws is said over the fields, and the dialog stays. */
  readonly onSave: (values: Values) => Promise<boolean>
  readonly onClosed: () => void
  /** What else is wrong with the form as a whole. */
  readonly problem?: string | undefined
  readonly children: ReactNode
}

/** A short form over the window. It asks before it forgets what was typed. */
export function FormDialog<Values extends FieldValues>(props: Props<Values>) {
  const { form, title, text, saveLabel, onSave, onClosed, problem, children } = props
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  const [refused, setRefused] = useState<string>()
  const asking = useRef(false)
  const { isDirty } = form.formState

  const leave = async () => {
    // The question stands over this dialog: a press on its buttons is a press outside of this one.
    if (asking.current) return
    asking.current = true
    const agreed =
      !isDirty ||
      (await ask({
        title: t('shell.unsaved.title'),
        text: t('shell.unsaved.text'),
        yes: t('shell.unsaved.discard'),
        no: t('shell.unsaved.stay'),
        danger: true,
      }))
    asking.current = false
    if (agreed) setOpen(false)
  }
  const save = async (values: Values) => {
    setRefused(undefined)
    try {
      if (await onSave(values)) setOpen(false)
    } catch (error) {
      setRefused(sentenceOf(error))
    }
  }

  return (
    <Dialog open={open} onClose={() => void leave()} onClosed={onClosed} title={title} text={text}>
      <div className="form-dialog">
        <Form
          form={form}
          problem={problem ?? refused}
          onSave={save}
          bar={<FormBar onCancel={() => void leave()} {...(saveLabel ? { saveLabel } : {})} />}
        >
          {children}
        </Form>
      </div>
    </Dialog>
  )
}
