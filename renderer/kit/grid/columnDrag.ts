import { followPointer, isRightToLeft } from '../pointer.ts'

type Steps = {
  /** The column whose place it takes. */
  onMove: (target: string) => void
  /** Let go over the bar of groups; absent where there is none. */
  onGroup?: (() => void) | undefined
}

/** Pixels from the edge of the rows at which a dragged column scrolls them, and by how many each frame. */
const edge = 24
const push = 14

/**
 * Drags a column by its title: along the titles it takes another's place, over the bar of groups it groups the rows.
 * Only the mark of where it would land moves; the columns themselves change once, at the end.
 */
export function dragColumn(down: PointerEvent, title: string, id: string, { onMove, onGroup }: Steps): void {
  const grid = down.target instanceof Element ? down.target.closest<HTMLElement>('.kit-grid') : null
  const scroller = grid?.querySelector<HTMLElement>('.kit-grid-scroll')
  if (!grid || !scroller) return
  const heads = [...grid.querySelectorAll<HTMLElement>('.kit-head-cell')]
  const own = heads.findIndex((head) => head.dataset.column === id)
  const bar = onGroup && grid.querySelector<HTMLElement>('.kit-grid-bar')
  const rightToLeft = isRightToLeft(grid)
  let ghost: HTMLElement | undefined
  let landing: HTMLElement | undefined

  const mark = (next: HTMLElement | undefined, side = '') => {
    if (landing !== next) delete landing?.dataset.drop
    landing = next
    if (next) next.dataset.drop = side
  }
  followPointer(down, grid, {
    begin() {
      ghost = document.createElement('div')
      ghost.className = 'kit-column-ghost'
      ghost.textContent = title
      ghost.setAttribute('aria-hidden', 'true')
      grid.append(ghost)
      grid.dataset.moving = 'column'
    },
    move({ clientX, clientY }) {
      const around = grid.getBoundingClientRect()
      if (ghost) ghost.style.translate = `${clientX - around.left + 10}px ${clientY - around.top + 10}px`
      const view = scroller.getBoundingClientRect()
      if (clientX < view.left + edge) scroller.scrollBy(-push, 0)
      else if (clientX > view.right - edge) scroller.scrollBy(push, 0)
      const over = bar?.getBoundingClientRect()
      if (over && clientY >= over.top && clientY <= over.bottom) return mark(bar ?? undefined, 'in')
      if (clientY > view.top + 100 || clientY < around.top - 60) return mark(undefined)
      const place = heads.findIndex((head) => {
        const { left, right } = head.getBoundingClientRect()
        return clientX >= left && clientX < right
      })
      if (place < 0 || place === own) return mark(undefined)
      mark(heads[place], place > own === !rightToLeft ? 'right' : 'left')
    },
    end(landed) {
      ghost?.remove()
      delete grid.dataset.moving
      const target = landing
      mark(undefined)
      if (!landed || !target) return
      if (target === bar) onGroup?.()
      else if (target.dataset.column !== undefined) onMove(target.dataset.column)
    },
  })
}
