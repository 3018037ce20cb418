import type { ReactNode } from 'react'
import { ListField } from '../../../kit/form/ListField.tsx'
import { useReadOnly } from './readOnly.ts'

interface Props {
  readonly label: string
  readonly rows: readonly { id: string }[]
  /** The fields of one line. */
  readonly renderRow: (index: number) => ReactNode
  readonly addLabel: string
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  readonly atLeast?: number
  /** Two lines beside one another, one under another, or one under another in half of the card. */
  readonly place?: 'paired' | 'single' | 'half'
}

/** Several of the same on a card: two beside one another where there is room. Only read: lines without buttons, none where there are none. */
export function CardList({ place = 'paired', renderRow, ...list }: Props) {
  const readOnly = useReadOnly()
  const classes = { paired: 'client-list paired wide', single: 'client-list wide', half: 'client-list' }[
    place
  ]
  if (!readOnly)
    return (
      <div className={classes}>
        <ListField {...list} row={renderRow} wide />
      </div>
    )
  if (list.rows.length === 0) return null
  return (
    <div className={classes}>
      <div className="kit-field wide" role="group" aria-label={list.label}>
        <span className="kit-label" aria-hidden="true">
          {list.label}
        </span>
        <ul className="kit-list">
          {list.rows.map(({ id }, index) => (
            <li key={id}>
              <div className="kit-list-row">{renderRow(index)}</div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
