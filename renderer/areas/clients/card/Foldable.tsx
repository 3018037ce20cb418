import { Plus } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import { useReadOnly } from './readOnly.ts'

/** A field that few cards need. */
export interface Foldable {
  readonly id: string
  readonly label: string
  readonly filled: boolean
  readonly field: ReactNode
}

/**
 * Fields that are drawn once they say something, or when somebody asks for them; the others are one line of words to
 * press. So a card is as long as what is known of the client.
 */
export function Foldables({ fields }: { fields: readonly Foldable[] }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const place = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<readonly string[]>([])
  const isOpen = ({ id, filled }: Foldable) => filled || opened.includes(id)
  const open = (id: string) => {
    setOpened([...opened, id])
    // After React has drawn it.
    requestAnimationFrame(() => {
      const field = place.current?.parentElement?.querySelector(`[data-folded="${id}"]`)
      // A list has no line yet: its button makes the first.
      const target =
        field?.querySelector<HTMLElement>('input, select, textarea') ?? field?.querySelector('button')
      target?.focus()
      if (target instanceof HTMLButtonElement) target.click()
    })
  }
  const folded = readOnly ? [] : fields.filter((field) => !isOpen(field))
  return (
    <>
      {fields.filter(isOpen).map(({ id, field }) => (
        <div key={id} data-folded={id} className="client-folded">
          {field}
        </div>
      ))}
      <div className="client-more wide" ref={place} role="group" aria-label={t('fields.more')}>
        {folded.length > 0 && <span className="client-soft">{t('fields.more')}</span>}
        {folded.map(({ id, label }) => (
          <Button key={id} kind="quiet" size="small" icon={Plus} onClick={() => open(id)}>
            {label}
          </Button>
        ))}
      </div>
    </>
  )
}
