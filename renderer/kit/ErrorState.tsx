import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useKitWords } from './words.ts'

type Props = { title: string; text?: string; onRetry?: (() => void) | undefined; children?: ReactNode }

/** A place that could not be filled: what happened, what was kept, what to do. */
export function ErrorState({ title, text, onRetry, children }: Props) {
  const words = useKitWords()
  return (
    <div className="kit-place" data-tone="bad" role="alert">
      <span className="kit-place-icon">
        <TriangleAlert size={22} aria-hidden="true" />
      </span>
      <h3>{title}</h3>
      {text && <p>{text}</p>}
      <div className="kit-place-actions">
        {onRetry && (
          <Button icon={RotateCw} onClick={onRetry}>
            {words.retry}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
