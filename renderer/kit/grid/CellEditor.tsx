import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { CellEdit } from './types.ts'

type Props<Row> = {
  row: Row
  /** The column's title, for screen readers. */
  label: string
  edit: CellEdit<Row>
  /** Saved, or nothing to save. `step`: to the next cell that can be changed (1), the one before (-1), or none. */
  onDone: (changed: Row | undefined, step: -1 | 0 | 1) => void
  onCancel: () => void
  describe: (error: unknown) => string
}

/**
 * Changes one cell where it stands. Enter saves, Tab saves and goes on, Esc leaves it as it was; what is refused stays
 * typed, with the reason under it.
 */
export function CellEditor<Row>({ row, label, edit, onDone, onCancel, describe }: Props<Row>) {
  const id = useId()
  const [before] = useState(() => edit.value(row))
  // Begun now, so that a change by somebody else between beginning and saving is noticed.
  const [save, setSave] = useState(() => edit.begin(row))
  const [value, setValue] = useState(before)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const over = useRef(false)
  const field = useRef<HTMLInputElement | HTMLSelectElement>(null)

  useEffect(() => {
    const element = field.current
    element?.focus()
    if (element instanceof HTMLInputElement) element.select()
    else
      try {
        element?.showPicker()
      } catch {
        // Only a key or a press may open it; the choice still works closed.
      }
  }, [])

  const end = async (wanted: string, step: -1 | 0 | 1) => {
    if (over.current) return
    over.current = true
    if (wanted === before) return onDone(undefined, step)
    const wrong = edit.check?.(wanted)
    if (wrong !== undefined) {
      over.current = false
      setProblem(wrong)
      return field.current?.focus()
    }
    setBusy(true)
    try {
      onDone(await save(wanted), step)
    } catch (error) {
      over.current = false
      setBusy(false)
      setProblem(describe(error))
      // Whoever reads that another changed it and saves again means it.
      setSave(() => edit.begin(row))
      field.current?.focus()
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      over.current = true
      onCancel()
    } else if (event.key === 'Enter') void end(value, 0)
    else if (event.key === 'Tab') void end(value, event.shiftKey ? -1 : 1)
    else return event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = {
    'aria-label': label,
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': problem === undefined ? undefined : id,
    value,
    onKeyDown,
    onBlur: () => void (problem === undefined && end(value, 0)),
  }
  return (
    <span className="kit-cell-editor" data-busy={busy || undefined}>
      {edit.choices ? (
        <select
          {...shared}
          ref={(element) => void (field.current = element)}
          onChange={(event) => {
            setProblem(undefined)
            setValue(event.currentTarget.value)
            void end(event.currentTarget.value, 0)
          }}
        >
          {edit.none !== undefined && <option value="">{edit.none}</option>}
          {edit.choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          ref={(element) => void (field.current = element)}
          type="text"
          dir="auto"
          autoComplete="off"
          readOnly={busy}
          maxLength={edit.maxLength}
          onChange={(event) => {
            setProblem(undefined)
            setValue(event.currentTarget.value)
          }}
        />
      )}
      {problem !== undefined && <Problem key={problem} id={id} text={problem} />}
    </span>
  )
}

/** Why it was refused: over everything, as rows and their grid cut off what stands out of them. */
function Problem({ id, text }: { id: string; text: string }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const element = place.current
    const cell = element?.parentElement?.getBoundingClientRect()
    if (!element || !cell) return
    element.showPopover()
    const { offsetWidth, offsetHeight } = element
    element.style.left = `${Math.max(4, Math.min(cell.left, window.innerWidth - offsetWidth - 4))}px`
    const under = cell.bottom + 2
    element.style.top = `${under + offsetHeight > window.innerHeight ? cell.top - offsetHeight - 2 : under}px`
  }, [])
  return (
    <span ref={place} id={id} role="alert" popover="manual" className="kit-cell-problem">
      {text}
    </span>
  )
}
