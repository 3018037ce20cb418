import type { KeyboardEvent } from 'react'

export type TileMoves = {
  active: number
  count: number
  /** Tiles side by side. */
  across: number
  /** Lines of one screen. */
  lines: number
  goTo: (index: number, how: { extend: boolean; keep: boolean }) => void
  open: () => void
  look: (() => void) | undefined
  toggle: () => void
  selectAll: () => void
  /** False when there was nothing to clear: then Esc belongs to what is round the tiles. */
  clear: () => boolean
}

/** What a key does to tiles in two dimensions; the same keys as in a grid otherwise. */
export function onTileKey(event: KeyboardEvent<HTMLElement>, moves: TileMoves): void {
  if (event.target !== event.currentTarget || event.altKey) return
  const { active, count, across } = moves
  const how = { extend: event.shiftKey, keep: event.ctrlKey || event.metaKey }
  const last = count - 1
  const to = (index: number) => {
    if (last >= 0) moves.goTo(Math.min(last, Math.max(0, index)), how)
    return true
  }
  const aside = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  /** Down to a line that is not full ends at its last tile; there is no line above the first. */
  const lines = (by: number) => {
    if (active < 0) return to(0)
    const next = active + by * across
    if (next < 0) return to(active % across)
    const lastLine = Math.floor(last / across)
    return to(next > last ? (Math.floor(active / across) < lastLine ? last : active) : next)
  }
  const act = (): boolean => {
    switch (event.key) {
      case 'ArrowRight':
        return to(active < 0 ? 0 : active + aside)
      case 'ArrowLeft':
        return to(active < 0 ? 0 : active - aside)
      case 'ArrowDown':
        return lines(1)
      case 'ArrowUp':
        return lines(-1)
      case 'PageDown':
        return lines(moves.lines)
      case 'PageUp':
        return lines(-moves.lines)
      case 'Home':
        return to(0)
      case 'End':
        return to(last)
      case 'Enter':
        if (how.keep || active < 0) return false
        moves.open()
        return true
      case ' ':
        if (active < 0) return false
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
