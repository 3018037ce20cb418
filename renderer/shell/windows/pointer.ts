import { isRightToLeft } from '../../kit/pointer.ts'

export interface DeskPoint {
  readonly start: number
  readonly top: number
}

/** Turns page coordinates into the desk's own, which count from its start edge. */
export function deskPoints(desk: HTMLElement): (event: PointerEvent) => DeskPoint {
  const area = desk.getBoundingClientRect()
  const rightToLeft = isRightToLeft(desk)
  return (event) => ({
    start: rightToLeft ? area.right - event.clientX : event.clientX - area.left,
    top: event.clientY - area.top,
  })
}
