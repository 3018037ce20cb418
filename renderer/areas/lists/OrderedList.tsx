import { Ellipsis, GripVertical } from 'lucide-react'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dot } from '../../kit/Badge.tsx'
import { MenuButton } from '../../kit/MenuButton.tsx'
import type { MenuEntry } from '../../kit/MenuEntries.tsx'
import type { Tone } from '../../kit/tone.ts'

/** One line of a list that people put in order. */
export interface Line {
  readonly id: number
  readonly name: string
  readonly tone?: Tone
  /** In a quiet tone behind the name. */
  readonly detail?: string | undefined
  /** At the end: how many clients have it. */
  readonly count?: string | undefined
}

interface Props {
  readonly label: string
  readonly lines: readonly Line[]
  readonly mayEdit: boolean
  readonly onOpen: (id: number) => void
  readonly onRetire?: (id: number) => void
  /** Absent where the order means nothing. */
  readonly onOrder?: (ids: readonly number[]) => void
  readonly menuOf: (line: Line) => readonly MenuEntry[]
}

/** Lines in the order that the office gives them: by dragging, or with Alt and an arrow key. */
export function OrderedList({ label, lines, mayEdit, onOpen, onRetire, onOrder, menuOf }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  // What was moved here stands where it was put until the office says so itself.
  const [moved, setMoved] = useState<{ of: readonly Line[]; ids: readonly number[] }>()
  const [dragged, setDragged] = useState<number>()
  const [said, setSaid] = useState('')
  const ids = moved?.of === lines ? moved.ids : lines.map(({ id }) => id)
  const inOrder = ids.flatMap((id) => lines.find((line) => line.id === id) ?? [])
  const order = mayEdit && onOrder !== undefined && lines.length > 1

  const put = (id: number, to: number): readonly number[] => {
    const others = ids.filter((one) => one !== id)
    const now = [...others.slice(0, to), id, ...others.slice(to)]
    setMoved({ of: lines, ids: now })
    return now
  }
  const buttons = () => [...list.current!.querySelectorAll<HTMLElement>('.lists-line-main')]
  const onKeyDown = (event: KeyboardEvent, line: Line, place: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const last = inOrder.length - 1
    if (event.altKey && step !== undefined && order) {
      const to = Math.min(last, Math.max(0, place + step))
      if (to !== place) {
        onOrder(put(line.id, to))
        setSaid(t('lists.movedTo', { name: line.name, place: to + 1, count: lines.length }))
      }
    } else if (step !== undefined && !event.altKey) buttons()[place + step]?.focus()
    else if (event.key === 'Home') buttons()[0]?.focus()
    else if (event.key === 'End') buttons()[last]?.focus()
    else if (event.key === 'Delete' && mayEdit && onRetire) onRetire(line.id)
    else return
    event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setDragged(undefined)
    if (moved?.of === lines) onOrder?.(moved.ids)
  }

  return (
    <>
      <ul className="lists-lines" aria-label={label} ref={list}>
        {inOrder.map((line, place) => (
          <li
            key={line.id}
            className={line.id === dragged ? 'lists-line dragged' : 'lists-line'}
            draggable={order}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', line.name)
              setDragged(line.id)
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return
              event.preventDefault()
              if (dragged !== line.id) put(dragged, place)
            }}
            onDrop={drop}
            onDragEnd={() => {
              // Let go outside of the list: everything stays as it was.
              if (dragged !== undefined) setMoved(undefined)
              setDragged(undefined)
            }}
          >
            {order && <GripVertical className="lists-grip" size={14} aria-hidden="true" />}
            <button
              type="button"
              className="lists-line-main"
              aria-keyshortcuts={order ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
              onKeyDown={(event) => onKeyDown(event, line, place)}
              onClick={() => onOpen(line.id)}
              disabled={!mayEdit}
            >
              {line.tone !== undefined && <Dot tone={line.tone} />}
              <bdi className="lists-line-name">{line.name}</bdi>
              {line.detail !== undefined && <span className="lists-line-detail">{line.detail}</span>}
            </button>
            {line.count !== undefined && <span className="lists-line-count kit-numbers">{line.count}</span>}
            {mayEdit && (
              <MenuButton
                iconOnly
                icon={Ellipsis}
                kind="quiet"
                size="small"
                align="end"
                label={t('lists.more', { name: line.name })}
                entries={menuOf(line)}
              />
            )}
          </li>
        ))}
      </ul>
      <span className="kit-unseen" role="status">
        {said}
      </span>
    </>
  )
}
