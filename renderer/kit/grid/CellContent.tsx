import type { ReactNode } from 'react'

/** Words and numbers in their own direction, cut at their own end; anything else as it is. */
export function CellContent({ children }: { children: ReactNode }) {
  if (typeof children !== 'string' && typeof children !== 'number') return children
  return (
    <span className="kit-text" dir="auto">
      {children}
    </span>
  )
}
