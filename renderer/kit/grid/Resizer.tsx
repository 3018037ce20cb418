import type { PointerEvent } from 'react'
import { isRightToLeft } from '../pointer.ts'

type Props = {
  label: string
  place: number
  column: string
  onDone: (width: number) => void
}

/** The line between two titles; pressed twice, it makes the column as wide as what is in it. It moves the width itself while dragged; the rows draw again once, at the end. */
export function Resizer({ label, place, column, onDone }: Props) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.stopPropagation()
    const handle = event.currentTarget
    const grid = handle.closest<HTMLElement>('.kit-grid')
    const start = handle.parentElement?.getBoundingClientRect().width ?? 0
    const sign = isRightToLeft(handle) ? -1 : 1
    const from = event.clientX
    let width = start
    handle.setPointerCapture(event.pointerId)
    const onMove = (move: globalThis.PointerEvent) => {
      width = Math.max(40, start + (move.clientX - from) * sign)
      grid?.style.setProperty(`--w${place}`, `${width}px`)
      grid?.style.setProperty(`--g${place}`, '0')
    }
    const onEnd = () => {
      handle.removeEventListener('pointermove', onMove)
      handle.removeEventListener('lostpointercapture', onEnd)
      if (width !== start) onDone(width)
    }
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('lostpointercapture', onEnd)
  }
  return (
    <span
      className="kit-resizer"
      title={label}
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onDoubleClick={(event) => {
        const grid = event.currentTarget.closest('.kit-grid')
        if (grid) onDone(fittingWidth(grid, column))
      }}
    />
  )
}

/** The width that shows a column's cells whole, as far as they are drawn. */
function fittingWidth(grid: Element, column: string): number {
  const range = document.createRange()
  const cells = grid.querySelectorAll(`.kit-cell[data-column="${CSS.escape(column)}"]`)
  const widths = [...cells].map((cell) => {
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell)
    range.selectNodeContents(cell)
    const inside = Math.max(range.getBoundingClientRect().width, wholeWidth(cell))
    return inside + Number.parseFloat(paddingInlineStart) + Number.parseFloat(paddingInlineEnd)
  })
  return Math.ceil(Math.max(60, ...widths)) + 8
}

/** What is cut off counts too. */
function wholeWidth(cell: Element): number {
  let most = 0
  for (const part of cell.querySelectorAll('*'))
    if (part.scrollWidth > part.clientWidth)
      most = Math.max(
        most,
        part.scrollWidth + part.getBoundingClientRect().left - cell.getBoundingClientRect().left,
      )
  return most
}
