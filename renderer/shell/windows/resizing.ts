import { frameOf, leastSize, shownRect } from './deskState.ts'
import { change, deskStore } from './deskStore.ts'
import { windowElement } from './focusing.ts'
import type { Handle, Rect } from './geometry.ts'
import { pullHandle } from './geometry.ts'
import { moveTo } from './moving.ts'
import { followPointer } from '../../kit/pointer.ts'
import { deskPoints } from './pointer.ts'

/** Pulls an edge or corner: the window alone is laid out anew with each frame, the desk's state changes at the end. */
export function dragHandle(down: PointerEvent, desk: HTMLElement, windowId: string, handle: Handle): void {
  const state = deskStore.getState()
  const frame = frameOf(state, windowId)
  const element = windowElement(windowId)
  if (!frame || !element) return
  const point = deskPoints(desk)
  const from = point(down)
  const origin = shownRect(state, frame)
  const min = leastSize(state, frame)
  let rect = origin
  followPointer(down, desk, {
    begin: () => {},
    move: (event) => {
      const at = point(event)
      rect = pullHandle(origin, handle, Math.round(at.start - from.start), Math.round(at.top - from.top), min)
      draw(element, rect)
    },
    end: (landed) => {
      if (landed) change((now) => moveTo(now, windowId, rect))
      const now = deskStore.getState()
      const after = frameOf(now, windowId)
      // React leaves styles alone that it believes unchanged.
      if (after) draw(element, shownRect(now, after))
    },
  })
}

function draw(element: HTMLElement, rect: Rect): void {
  for (const [name, value] of Object.entries(rectStyle(rect))) {
    element.style.setProperty(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    )
  }
}

/** The rectangle as the styles of an element on the desk. */
export function rectStyle(
  rect: Rect,
): Record<'insetInlineStart' | 'insetBlockStart' | 'inlineSize' | 'blockSize', string> {
  return {
    insetInlineStart: `${rect.start}px`,
    insetBlockStart: `${rect.top}px`,
    inlineSize: `${rect.width}px`,
    blockSize: `${rect.height}px`,
  }
}
