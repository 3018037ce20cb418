import type { KeyboardEvent } from 'react'

export type GridMoves = {
  active: number
  column: number
  rows: number
  columns: number
  /** Rows of one screen. */
  page: number
  goTo: (row: number, how: { extend: boolean; keep: boolean }) => void
  goToColumn: (column: number) => void
  /** Up from the first row: into what stands over the columns. */
  leaveUp: () => void
  open: () => void
  /** Opens the cell in focus to be changed; false where it cannot be. */
  edit: () => boolean
  look: (() => void) | undefined
  toggle: () => void
  selectAll: () => void
  /** False when there was nothing to clear: then Esc belongs to what is round the grid. */
  clear: () => boolean
  /** Opens or closes a group; false where the row is none. */
  unfold: (open: boolean) => boolean
}

/** What a key does to a grid whose rows have the focus. Keys of the whole window are the shell's. */
export function onGridKey(event: KeyboardEvent<HTMLElement>, moves: GridMoves): void {
  // Fields inside the grid have their own keys.
  if (event.target !== event.currentTarget || event.altKey) return
  const how = { extend: event.shiftKey, keep: event.ctrlKey || event.metaKey }
  const last = moves.rows - 1
  const row = (index: number) => {
    if (last >= 0) moves.goTo(Math.min(last, Math.max(0, index)), how)
    return true
  }
  const along = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  const aside = (step: number) => {
    if (moves.unfold(step > 0)) return true
    moves.goToColumn(Math.min(moves.columns - 1, Math.max(-1, moves.column + step)))
    return true
  }
  const act = (): boolean => {
    switch (event.key) {
      case 'ArrowDown':
        return row(moves.active + 1)
      case 'ArrowUp':
        if (moves.active === 0 && !how.extend) {
          moves.leaveUp()
          return true
        }
        return row(moves.active < 0 ? 0 : moves.active - 1)
      case 'PageDown':
        return row(moves.active + moves.page)
      case 'PageUp':
        return row(moves.active - moves.page)
      case 'Home':
        return row(0)
      case 'End':
        return row(last)
      case 'ArrowRight':
        return aside(along)
      case 'ArrowLeft':
        return aside(-along)
      case 'Enter':
        if (how.keep || moves.active < 0) return false
        if (!moves.edit()) moves.open()
        return true
      case 'F2':
        return moves.edit()
      case ' ':
        if (moves.active < 0) return false
        if (moves.look && !how.keep && !how.extend) moves.look()
        else moves.toggle()
        return true
      case 'Escape':
        return moves.clear()
      default:
        if (event.code !== 'KeyA' || !how.keep || how.extend) return false
        moves.selectAll()
        return true
    }
  }
  if (!act()) return
  event.preventDefault()
  event.stopPropagation()
}
