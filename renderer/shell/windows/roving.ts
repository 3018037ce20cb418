import type { KeyboardEvent } from 'react'

/**
 * Arrow keys, Home and End among the items of a bar that is one stop of Tab. Gives the item to go to, in the
 * direction one reads.
 */
export function rovingTarget(event: KeyboardEvent<HTMLElement>, items: string): HTMLElement | undefined {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(items)]
  const at = all.findIndex((item) => item === document.activeElement)
  if (at < 0) return undefined
  const onward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = onward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  const step = event.key === onward ? 1 : event.key === back ? -1 : 0
  if (event.key === 'Home') return all[0]
  if (event.key === 'End') return all.at(-1)
  return step === 0 ? undefined : all[(at + step + all.length) % all.length]
}
