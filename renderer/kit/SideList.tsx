import type { ReactNode } from 'react'
import { SelectField } from './form/SelectField.tsx'

/** One of the things that are opened beside the list. */
export interface SideEntry {
  readonly id: number
  readonly name: string
  /** Below the name, small. */
  readonly details: readonly string[]
  /** Behind the name, where there is one line for it. */
  readonly short?: string | undefined
}

interface Props {
  /** For screen readers: what the list is. */
  readonly label: string
  /** On the choice that takes its place where the window is narrow. */
  readonly choiceLabel: string
  readonly entries: readonly SideEntry[]
  /** Undefined while a new one is being made. */
  readonly chosen: number | undefined
  /** What is said then. */
  readonly none?: string | undefined
  readonly onChoose: (id: number) => void
  /** Over the list: how to make another one. */
  readonly children?: ReactNode
  readonly after?: ReactNode
}

/**
 * Things by name beside the one that is open, one line above it where the window is narrow. Stands first in an element
 * with the class `kit-side`, with what is open after it.
 */
export function SideList(props: Props) {
  const { label, choiceLabel, entries, chosen, none, onChoose, children, after } = props
  return (
    <nav className="kit-side-list" aria-label={label}>
      {children}
      <div className="kit-side-choice">
        <SelectField
          bare
          label={choiceLabel}
          value={chosen ?? ''}
          none={chosen === undefined ? none : undefined}
          onChange={(event) => event.currentTarget.value && onChoose(Number(event.currentTarget.value))}
          options={entries.map(({ id, name, short }) => ({
            id: String(id),
            label: short === undefined ? name : `${name} – ${short}`,
          }))}
        />
      </div>
      <ul>
        {entries.map(({ id, name, details }) => (
          <li key={id}>
            <button
              type="button"
              className="kit-side-entry"
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <bdi>{name}</bdi>
              <small className="kit-numbers">
                {details.map((detail) => (
                  <span key={detail}>{detail}</span>
                ))}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {after}
    </nav>
  )
}
