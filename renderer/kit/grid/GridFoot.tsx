import type { ReactNode } from 'react'
import { ErrorState } from '../ErrorState.tsx'
import { useKitWords } from '../words.ts'

type Props = {
  /** Undefined until the first answer. */
  total: number | undefined
  selected: number
  failed: boolean
  onRetry: () => void
  children: ReactNode
}

/** How many there are, how many are selected, and what could not be fetched. */
export function GridFoot({ total, selected, failed, onRetry, children }: Props) {
  const words = useKitWords()
  return (
    <div className="kit-grid-foot">
      <span role="status">
        {total === undefined ? words.loading : words.rows(total)}
        {selected > 0 && <b> · {words.rowsSelected(selected)}</b>}
      </span>
      {failed && (
        <span className="kit-grid-failed">
          {words.couldNotLoad}{' '}
          <button type="button" className="kit-link" onClick={onRetry}>
            {words.retry}
          </button>
        </span>
      )}
      {children}
    </div>
  )
}

/** What stands where rows would be: why they did not come, or that there are none. */
export function GridPlace(props: {
  failed: { title: string; text?: string } | undefined
  onRetry: () => void
  empty: ReactNode
}) {
  const { failed, onRetry, empty } = props
  if (failed)
    return (
      <div className="kit-grid-place">
        <ErrorState {...failed} onRetry={onRetry} />
      </div>
    )
  return empty === null ? null : <div className="kit-grid-place">{empty}</div>
}
