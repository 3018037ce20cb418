import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import { DateField } from '../../../kit/form/DateField.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { isKey } from '../../../shell/keys.ts'
import { sentenceOf } from '../../../shell/errors.ts'

/** Writes what was typed; on a Mac ⌘ stands for Ctrl. */
export const writeKeys = 'Ctrl+Enter'

interface Props {
  readonly label: string
  readonly first: string
  /** Of a step: the day it is due, '' where none is said. */
  readonly due: string | undefined
  readonly placeholder?: string | undefined
  /** The verb on the button. */
  readonly save: string
  /** Throws what the office refuses: it is said here, and what was typed stays. */
  readonly onSave: (text: string, due: string) => Promise<void>
  readonly onTyped?: (text: string) => void
  readonly onCancel?: () => void
}

/** The words of a remark as they are typed: Ctrl+Enter writes them. */
export function RemarkText(props: Props) {
  const { label, first, placeholder, save, onSave, onTyped, onCancel } = props
  const { t } = useTranslation()
  const [text, setText] = useState(first)
  const [due, setDue] = useState(props.due ?? '')
  const [problem, setProblem] = useState<string>()
  const busy = useRef(false)
  const type = (next: string) => {
    setText(next)
    onTyped?.(next)
  }
  const write = async () => {
    if (text.trim() === '' || busy.current) return
    busy.current = true
    setProblem(undefined)
    try {
      await onSave(text.trim(), due)
      type('')
      setDue('')
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      busy.current = false
    }
  }
  const open = text !== '' || onCancel !== undefined
  return (
    <div
      className="client-remark-text"
      onKeyDown={(event) => {
        if (isKey(event.nativeEvent, writeKeys)) void write()
        else if (event.key === 'Escape' && onCancel) onCancel()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <TextArea
        label={label}
        bare
        rows={1}
        maxLength={5000}
        placeholder={placeholder}
        value={text}
        error={problem}
        autoFocus={onCancel !== undefined}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {(open || props.due !== undefined) && (
        <div className="client-remark-buttons">
          {props.due !== undefined && (
            <DateField
              label={t('timeline.dueDay')}
              bare
              title={t('timeline.dueDay')}
              value={due}
              onChange={(event) => setDue(event.currentTarget.value)}
            />
          )}
          {onCancel && (
            <Button size="small" onClick={onCancel}>
              {t('kit.cancel')}
            </Button>
          )}
          <Button
            size="small"
            kind="primary"
            keys={writeKeys}
            disabled={text.trim() === ''}
            onClick={() => void write()}
          >
            {save}
          </Button>
        </div>
      )}
    </div>
  )
}
