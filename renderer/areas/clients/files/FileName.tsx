import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** The name of a file while it is typed: Enter keeps it, Esc does not. The ending is left out of what is selected. */
export function FileName({ name, onDone }: { name: string; onDone: (name: string) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const dot = name.lastIndexOf('.')
    input.current?.focus()
    input.current?.setSelectionRange(0, dot > 0 ? dot : name.length)
  }, [name])
  return (
    <span className="kit-input client-file-rename">
      <input
        ref={input}
        dir="auto"
        maxLength={255}
        aria-label={t('files.name')}
        defaultValue={name}
        onBlur={(event) => onDone(event.currentTarget.value.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onDone(event.currentTarget.value.trim())
          else if (event.key === 'Escape') onDone(name)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
    </span>
  )
}
