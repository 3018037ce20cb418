import type { DeskState } from './deskState.ts'
import { changeFrame, changeWindow, frameOf, nextZ, shownRect } from './deskState.ts'
import type { Rect } from './geometry.ts'
import { keepReachable } from './geometry.ts'
import { leaveFrame } from './opening.ts'

/** Puts every tab of the window's frame behind the tabs of `intoId`'s frame; the window comes to the front. */
export function group(state: DeskState, windowId: string, intoId: string): DeskState {
  const from = frameOf(state, windowId)
  const into = frameOf(state, intoId)
  if (!from || !into || from.id === into.id) return state
  const { [from.id]: _gone, ...frames } = state.frames
  const moved = from.tabs.reduce<DeskState>((now, id) => changeWindow(now, id, { frame: into.id }), {
    ...state,
    frames,
  })
  return changeFrame(moved, into.id, {
    tabs: [...into.tabs, ...from.tabs],
    front: windowId,
    minimised: false,
    z: nextZ(state),
  })
}

/** Puts every window into one frame, that of `intoId`. */
export function groupAll(state: DeskState, intoId: string): DeskState {
  const grouped = Object.values(state.frames)
    .map((frame) => frame.front)
    .reduce((now, id) => group(now, id, intoId), state)
  const frame = frameOf(grouped, intoId)
  return frame ? changeFrame(grouped, frame.id, { front: intoId }) : state
}

/** Takes a tab out into a frame of its own at the rectangle, or a step beside the frame it leaves. */
export function ungroup(state: DeskState, windowId: string, rect?: Rect): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame || frame.tabs.length < 2) return state
  const left = leaveFrame(state, windowId)
  const now = shownRect(state, frame)
  const beside = frame.place === 'free' ? { ...now, start: now.start + 36, top: now.top + 36 } : frame.rect
  const id = `f${state.nextId}`
  return {
    ...changeWindow(left, windowId, { frame: id }),
    frames: {
      ...left.frames,
      [id]: {
        id,
        rect: keepReachable(rect ?? beside, state.size),
        on: state.size,
        place: 'free',
        minimised: false,
        z: nextZ(state),
        tabs: [windowId],
        front: windowId,
      },
    },
    nextId: state.nextId + 1,
  }
}

/** Moves a tab to another place among its frame's tabs. */
export function moveTab(state: DeskState, windowId: string, index: number): DeskState {
  const frame = frameOf(state, windowId)
  if (!frame || frame.tabs[index] === windowId) return state
  const tabs = frame.tabs.filter((id) => id !== windowId)
  tabs.splice(index, 0, windowId)
  return changeFrame(state, frame.id, { tabs })
}
