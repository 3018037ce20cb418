import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'

/** CSS pixels below which columns beside one another say nothing any more: a phone held upright. */
const narrow = 480

/** Whether the grid round an element has no room for columns. */
export function useNarrow(inside: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false)
  useLayoutEffect(() => {
    const grid = inside.current?.parentElement
    if (!grid) return
    const observer = new ResizeObserver(() => setNarrow(grid.clientWidth > 0 && grid.clientWidth < narrow))
    observer.observe(grid)
    return () => observer.disconnect()
  }, [inside])
  return isNarrow
}
