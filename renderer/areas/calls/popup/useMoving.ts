import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { followPointer, isRightToLeft } from '../../../kit/pointer.ts'
import { keepPopup, usePopup } from '../../../shell/calls/popupStore.ts'

/** So far it goes with one press of an arrow, px. */
const step = 32

/** Keeps the whole of it on the page. */
function within(panel: HTMLElement, place: { end: number; bottom: number }) {
  const { width, height } = panel.getBoundingClientRect()
  const least = 4
  return {
    end: Math.round(Math.min(Math.max(least, place.end), window.innerWidth - width - least)),
    bottom: Math.round(Math.min(Math.max(least, place.bottom), window.innerHeight - height - least)),
  }
}

/** Moves the pop-up by its head, or with the arrow keys from its handle. */
export function useMoving(panel: RefObject<HTMLElement | null>) {
  const move = (along: number, down: number, from = usePopup.getState().place) => {
    if (!panel.current) return
    const towardsEnd = isRightToLeft(panel.current) ? -1 : 1
    keepPopup({
      place: within(panel.current, { end: from.end - along * towardsEnd, bottom: from.bottom - down }),
    })
  }
  return {
    drag(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || (event.target as Element).closest('button:not([data-move])')) return
      const { place: from } = usePopup.getState()
      const down = event.nativeEvent
      followPointer(down, event.currentTarget, {
        begin: () => undefined,
        move: ({ clientX, clientY }) => move(clientX - down.clientX, clientY - down.clientY, from),
        end: (landed) => landed || keepPopup({ place: from }),
      })
    },
    byKeys(event: KeyboardEvent) {
      const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const
      const way = ways[event.key as keyof typeof ways]
      if (!way) return
      event.preventDefault()
      event.stopPropagation()
      move(way[0] * step, way[1] * step)
    },
  }
}
