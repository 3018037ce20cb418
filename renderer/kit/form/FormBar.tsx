import type { ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { Dot } from '../Badge.tsx'
import { useKitWords } from '../words.ts'
import { useFormState } from './formState.ts'

type Props = {
  onCancel: () => void
  /** "Save" if not said. */
  saveLabel?: string
  /** Keys of saving and cancelling, from the shell's table. */
  saveKeys?: string
  cancelKeys?: string
  /** More buttons, at the start. */
  children?: ReactNode
}

/** The end of a form: is it saved, Cancel, Save. */
export function FormBar({ onCancel, saveLabel, saveKeys, cancelKeys, children }: Props) {
  const words = useKitWords()
  const { dirty, saving } = useFormState()
  return (
    <footer className="kit-form-bar">
      {children}
      <span className="kit-form-state" role="status">
        {saving ? (
          words.saving
        ) : dirty ? (
          <>
            <Dot tone="warn" />
            {words.unsaved}
          </>
        ) : null}
      </span>
      <Button onClick={onCancel} keys={cancelKeys}>
        {words.cancel}
      </Button>
      <Button type="submit" kind="primary" busy={saving} keys={saveKeys}>
        {saveLabel ?? words.save}
      </Button>
    </footer>
  )
}
