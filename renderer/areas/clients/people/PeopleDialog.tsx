import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { DateField } from '../../../kit/form/DateField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import './people.css'

interface Props {
  readonly title: string
  readonly text?: string
  /** What the button that does it says. */
  readonly confirm: string
  readonly disabled?: boolean
  /** Closing is its own; where it fails the dialog stays and says why. */
  readonly onConfirm: () => Promise<void> | void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question about who works where: by Enter or the button it is done, once. */
export function PeopleDialog({
  title,
  text,
  confirm,
  disabled = false,
  onConfirm,
  onClose,
  children,
}: Props) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const run = async () => {
    if (disabled || busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await onConfirm()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      {...(text === undefined ? {} : { text })}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={disabled} onClick={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      <form
        className="people-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void run()
        }}
      >
        {problem !== undefined && <Banner tone="bad">{problem}</Banner>}
        {children}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}

/** What somebody does at a place, and since which day; both may be unknown. */
export interface Job {
  readonly position: string
  /** YYYY-MM-DD, or empty. */
  readonly since: string
}
export const noJob: Job = { position: '', since: '' }

export function JobFields({ job, onChange }: { job: Job; onChange: (job: Job) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        label={t('clients.fields.position')}
        value={job.position}
        onChange={(event) => onChange({ ...job, position: event.currentTarget.value })}
      />
      <DateField
        label={t('people.sinceDay')}
        value={job.since}
        onChange={(event) => onChange({ ...job, since: event.currentTarget.value })}
      />
    </>
  )
}
