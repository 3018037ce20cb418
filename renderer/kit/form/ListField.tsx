import { Plus, X } from 'lucide-react'
import { useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../Button.tsx'
import { IconButton } from '../IconButton.tsx'
import { useKitWords } from '../words.ts'

type Props = {
  label: string
  /** From `useFieldArray`, or anything with ids. */
  rows: readonly { id: string }[]
  /** The fields of one row, with `bare` labels. Class `narrow` for a short one. */
  row: (index: number) => ReactNode
  /** "Add phone". */
  addLabel: string
  onAdd: () => void
  onRemove: (index: number) => void
  /** Rows that must stay. */
  atLeast?: number
  wide?: boolean
  hint?: string
}

/** Several of the same: phones, addresses. A new row takes the focus; after a removal it goes to the row before. */
export function ListField(props: Props) {
  const { label, rows, row, addLabel, onAdd, onRemove, atLeast = 0, wide, hint } = props
  const words = useKitWords()
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const focusRow = (index: number) =>
    // After React has drawn the new list.
    requestAnimationFrame(() => {
      const target = list.current?.children[index]?.querySelector<HTMLElement>('input, select, textarea')
      target?.focus()
    })
  return (
    <div className={wide ? 'kit-field wide' : 'kit-field'} role="group" aria-labelledby={id}>
      <span className="kit-label" id={id}>
        {label}
      </span>
      <ul className="kit-list" ref={list}>
        {rows.map(({ id: key }, index) => (
          <li key={key}>
            <div className="kit-list-row">{row(index)}</div>
            {rows.length > atLeast && (
              <IconButton
                icon={X}
                label={`${words.remove} ${label} ${words.number(index + 1)}`}
                tip={false}
                onClick={() => {
                  onRemove(index)
                  focusRow(Math.max(0, index - 1))
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {hint && <span className="kit-hint">{hint}</span>}
      <Button
        kind="quiet"
        size="small"
        icon={Plus}
        className="kit-list-add"
        onClick={() => {
          onAdd()
          focusRow(rows.length)
        }}
      >
        {addLabel}
      </Button>
    </div>
  )
}
