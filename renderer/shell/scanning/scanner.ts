import { create } from 'zustand'
import { usualHabits, type ScannerHabits } from './burst.ts'

const kept = 'counterpart.scanner'

/** Most of it is somebody's own work with the settings of a browser: what does not fit is as usual. */
function keptHabits(): ScannerHabits {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<ScannerHabits>
    return {
      suffix: found.suffix === 'Tab' || found.suffix === 'none' ? found.suffix : usualHabits.suffix,
      prefix: typeof found.prefix === 'string' ? found.prefix.slice(0, 5) : usualHabits.prefix,
      pause: within(found.pause, limits.pause, usualHabits.pause),
      least: within(found.least, limits.least, usualHabits.least),
    }
  } catch {
    return usualHabits
  }
}

export const limits = { pause: [10, 100], least: [3, 20] } as const

const within = (value: unknown, [low, high]: readonly [number, number], usual: number): number =>
  typeof value === 'number' && value >= low && value <= high ? value : usual

/** The scanner of this computer: how it types, and what was read last. */
export const useScanner = create<{ habits: ScannerHabits; last: string | null }>(() => ({
  habits: keptHabits(),
  last: null,
}))

/** Kept with the computer: a scanner hangs on its cable. */
export function setHabits(habits: ScannerHabits): void {
  localStorage.setItem(kept, JSON.stringify(habits))
  useScanner.setState({ habits })
}
