import type { DeskState, Frame } from './deskState.ts'
import { frameOf, isPaged, leastSize, placeRect, shownRect, visibleFrames } from './deskState.ts'
import { change, changeAndFocus, deskStore } from './deskStore.ts'
import { windowElement } from './focusing.ts'
import type { Rect } from './geometry.ts'
import { TITLE_HEIGHT, contains, keepReachable } from './geometry.ts'
import { group, moveTab, ungroup } from './grouping.ts'
import { momentStore } from './moment.ts'
import { moveTo, place } from './moving.ts'
import { otherScreens } from './otherScreens.ts'
import type { DeskPoint } from './pointer.ts'
import { followPointer, isRightToLeft } from '../../kit/pointer.ts'
import { deskPoints } from './pointer.ts'

/** How near the edge of the desk the pointer has to be to put a window on a half of it, px. */
const EDGE = 10
/** How long a title rests over another before they become tabs, ms: passing over it means nothing. */
const DWELL = 250

/** Drags the window's whole frame by its title bar. */
export function dragTitle(down: PointerEvent, desk: HTMLElement, windowId: string): void {
  if (isPaged(deskStore.getState())) return
  const point = deskPoints(desk)
  let drag: FrameDrag | undefined
  followPointer(down, desk, {
    begin: () => {
      drag = beginDrag(desk, windowId, point(down))
    },
    move: (event) => drag?.move(point(event)),
    end: (landed, event) => drag?.end(landed, event),
  })
}

/** Drags one tab: along the bar it changes places with its neighbours, away from it it becomes a frame of its own. */
export function dragTab(down: PointerEvent, desk: HTMLElement, windowId: string): void {
  if (isPaged(deskStore.getState())) return
  const point = deskPoints(desk)
  let drag: FrameDrag | undefined
  const move = (event: PointerEvent) => {
    if (drag) return drag.move(point(event))
    const state = deskStore.getState()
    const frame = frameOf(state, windowId)
    if (!frame) return
    const at = point(event)
    const bar = { ...shownRect(state, frame), height: TITLE_HEIGHT }
    const around = { ...bar, top: bar.top - 24, height: bar.height + 48 }
    if (contains(around, at.start, at.top)) return swapTabs(event, desk, frame, windowId)
    const rect = { ...frame.rect, start: at.start - 96, top: at.top - TITLE_HEIGHT / 2 }
    changeAndFocus((now) => ungroup(now, windowId, rect))
    drag = beginDrag(desk, windowId, at)
    drag.move(at)
  }
  followPointer(down, desk, { begin: move, move, end: (landed, event) => drag?.end(landed, event) })
}

function swapTabs(event: PointerEvent, desk: HTMLElement, frame: Frame, windowId: string): void {
  const tabs = windowElement(frame.front)?.querySelectorAll<HTMLElement>('.window-tab') ?? []
  for (const [index, tab] of [...tabs].entries()) {
    const { left, width } = tab.getBoundingClientRect()
    const own = frame.tabs.indexOf(windowId)
    if (event.clientX < left || event.clientX > left + width || index === own) continue
    // Past its middle, or two tabs of different widths would change places to and fro.
    const onward = event.clientX > left + width / 2 !== isRightToLeft(desk)
    if (onward === index > own) change((state) => moveTab(state, windowId, index))
  }
}

interface FrameDrag {
  move(at: DeskPoint): void
  end(landed: boolean, event: PointerEvent): void
}

function beginDrag(desk: HTMLElement, windowId: string, from: DeskPoint): FrameDrag {
  const before = deskStore.getState()
  change((state) => pickUp(state, windowId, from))
  const picked = deskStore.getState()
  const frame = frameOf(picked, windowId)
  momentStore.setState({ lifted: frame?.id ?? null })
  const element = windowElement(windowId)
  const origin = frame ? shownRect(picked, frame) : { start: 0, top: 0, width: 0, height: 0 }
  const towardsEnd = isRightToLeft(desk) ? -1 : 1
  let rect = origin
  let landing: Landing | undefined
  let resting: { id: string; timer: number } | undefined

  const show = (next: Landing | undefined) => {
    if (next?.key === landing?.key) return
    landing = next
    const into = next?.key.startsWith('group') ? 'group' : 'place'
    momentStore.setState({ landing: next ? { rect: next.rect, into } : null })
  }
  const rest = (target: Frame | undefined) => {
    if (target?.id === resting?.id) return
    window.clearTimeout(resting?.timer)
    resting = target && {
      id: target.id,
      timer: window.setTimeout(() => show(groupLanding(windowId, target)), DWELL),
    }
  }
  return {
    move(at) {
      const moved = {
        ...origin,
        start: origin.start + at.start - from.start,
        top: origin.top + at.top - from.top,
      }
      rect = keepReachable(moved, picked.size)
      const along = Math.round((rect.start - origin.start) * towardsEnd)
      if (element) {
        element.style.transform = `translate3d(${along}px, ${Math.round(rect.top - origin.top)}px, 0)`
      }
      const edge = frame && edgeLanding(picked, windowId, frame, at)
      const target = frame && !edge ? titleUnder(deskStore.getState(), frame, at) : undefined
      rest(target)
      if (!target || landing?.key !== `group ${target.id}`) show(edge)
    },
    end(landed, event) {
      rest(undefined)
      momentStore.setState({ lifted: null })
      if (element) element.style.transform = ''
      const chosen = landing
      show(undefined)
      const { tearOff } = otherScreens.getState()
      const tornAway = landed && tearOff && isOffPage(event)
      if (!landed || tornAway)
        change((state) => ({ ...state, frames: { ...state.frames, ...keptFrames(before, state) } }))
      else if (chosen) changeAndFocus(chosen.land)
      else
        change((state) =>
          moveTo(state, windowId, { ...rect, start: Math.round(rect.start), top: Math.round(rect.top) }),
        )
      if (tornAway) tearOff(windowId, { x: event.screenX, y: event.screenY })
    },
  }
}

/** How far outside the page a window has to be let go to stay there, px: less is a hand that went too far. */
const AWAY = 24

const isOffPage = ({ clientX, clientY }: PointerEvent): boolean =>
  clientX < -AWAY ||
  clientY < -AWAY ||
  clientX > window.innerWidth + AWAY ||
  clientY > window.innerHeight + AWAY

/** A maximised window comes off the edge under the pointer, at the size it has when free. */
function pickUp(state: DeskState, windowId: string, from: DeskPoint): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame || frame.place === 'free') return state
  const shown = shownRect(state, frame)
  const share = (from.start - shown.start) / shown.width
  return moveTo(state, windowId, {
    ...frame.rect,
    start: from.start - share * frame.rect.width,
    top: shown.top,
  })
}

/** Frames as they were before the drag, as far as they are still there. */
function keptFrames(before: DeskState, now: DeskState): DeskState['frames'] {
  return Object.fromEntries(
    Object.entries(before.frames).filter(([id, frame]) => {
      const tabs = now.frames[id]?.tabs
      return tabs?.length === frame.tabs.length && tabs.every((tab) => frame.tabs.includes(tab))
    }),
  )
}

interface Landing {
  readonly key: string
  readonly rect: Rect
  readonly land: (state: DeskState) => DeskState
}

function edgeLanding(state: DeskState, windowId: string, frame: Frame, at: DeskPoint): Landing | undefined {
  const to =
    at.top < EDGE / 2
      ? 'full'
      : at.start < EDGE
        ? 'start'
        : at.start > state.size.width - EDGE
          ? 'end'
          : undefined
  if (!to) return undefined
  return {
    key: to,
    rect: placeRect(to, state.size, leastSize(state, frame)),
    land: (now) => place(now, windowId, to),
  }
}

function groupLanding(windowId: string, target: Frame): Landing {
  return {
    key: `group ${target.id}`,
    rect: { ...shownRect(deskStore.getState(), target), height: TITLE_HEIGHT },
    land: (now) => group(now, windowId, target.front),
  }
}

/** The frame whose title bar lies directly under the dragged one at this point. */
function titleUnder(state: DeskState, dragged: Frame, at: DeskPoint): Frame | undefined {
  const under = visibleFrames(state)
    .filter((frame) => frame.id !== dragged.id && contains(shownRect(state, frame), at.start, at.top))
    .at(-1)
  return under && at.top < shownRect(state, under).top + TITLE_HEIGHT ? under : undefined
}
