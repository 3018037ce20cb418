import { z } from 'zod'
import type { DeskState, Frame, OpenWindow } from './deskState.ts'
import { visibleFrames } from './deskState.ts'
import { leastOf, matchAddress, normaliseAddress } from './kinds.ts'

const px = z.number().min(-20_000).max(20_000)
const length = z.number().min(1).max(20_000)
const size = z.object({ width: length, height: length })

const savedTab = z.object({
  address: z.string().min(1).max(2_000),
  title: z.string().max(500).optional(),
  /** Its number in the task strip. */
  task: z.number().catch(0),
})

const savedFrame = z.object({
  rect: size.extend({ start: px, top: px }),
  on: size,
  place: z.enum(['free', 'full', 'start', 'end']).catch('free'),
  minimised: z.boolean().catch(false),
  front: z.number().int().min(0).catch(0),
  tabs: z.array(z.unknown()).max(200),
})

const savedTorn = z.object({
  address: z.string().min(1).max(2_000),
  title: z.string().max(500),
  at: size.extend({ left: px, top: px }),
})

// The inner parts are checked one by one: a broken frame must not take the others with it.
const savedDesk = z.object({
  version: z.literal(1),
  frames: z.array(z.unknown()).max(200),
  sizes: z.record(z.string(), z.unknown()).catch({}),
  torn: z.array(z.unknown()).max(50).catch([]),
})

const savedSize = size.extend({ full: z.boolean() })

/** A desk as it is kept between two days: plain JSON, frames from back to front. */
export interface SavedDesk {
  readonly version: 1
  readonly frames: readonly (Omit<z.infer<typeof savedFrame>, 'tabs'> & {
    readonly tabs: readonly { readonly address: string; readonly title?: string; readonly task: number }[]
  })[]
  readonly sizes: Readonly<Record<string, z.infer<typeof savedSize>>>
  /** Windows that stood in windows of their own. */
  readonly torn: readonly z.infer<typeof savedTorn>[]
}

export function saveDesk(state: DeskState): SavedDesk {
  const tasks = Object.keys(state.windows)
  const hidden = Object.values(state.frames).filter((frame) => frame.minimised)
  return {
    version: 1,
    sizes: state.sizes,
    torn: Object.values(state.torn).map(({ address, title, at }) => ({ address, title, at })),
    frames: [...hidden, ...visibleFrames(state)].map(({ rect, on, place, minimised, front, tabs }) => ({
      rect,
      on,
      place,
      minimised,
      front: tabs.indexOf(front),
      tabs: tabs.flatMap((id) => {
        const window = state.windows[id]
        if (!window) return []
        const title = window.title === null ? {} : { title: window.title }
        return [{ address: window.address, task: tasks.indexOf(id), ...title }]
      }),
    })),
  }
}

/**
 * The desk as it was saved. Whatever cannot be read is left out: at worst the desk is empty. Addresses without a
 * kind (a right taken away, a window of an older program) are dropped, as are second windows of one address.
 */
export function readDesk(saved: unknown, state: DeskState): DeskState {
  const whole = savedDesk.safeParse(typeof saved === 'string' ? parseJson(saved) : saved)
  // Ids go on from where they were: a window must never be taken for one that had its id before.
  let nextId = state.nextId
  const windows: { task: number; window: OpenWindow }[] = []
  const frames: Record<string, Frame> = {}
  const seen = new Set<string>()
  for (const [depth, given] of (whole.data?.frames ?? []).entries()) {
    const { data } = savedFrame.safeParse(given)
    if (!data) continue
    const frameId = `f${nextId++}`
    const tabs: string[] = []
    let front: string | undefined
    for (const [index, tab] of data.tabs.entries()) {
      const read = readWindow(tab, `w${nextId}`, frameId, seen)
      if (!read) continue
      nextId++
      windows.push(read)
      tabs.push(read.window.id)
      if (index === data.front) front = read.window.id
    }
    const first = tabs[0]
    if (first === undefined) continue
    const { rect, on, place, minimised } = data
    frames[frameId] = { id: frameId, rect, on, place, minimised, z: depth + 1, tabs, front: front ?? first }
  }
  const sizes = Object.entries(whole.data?.sizes ?? {}).flatMap(([kind, given]) => {
    const { data } = savedSize.safeParse(given)
    return data ? [[kind, data] as const] : []
  })
  windows.sort((a, b) => a.task - b.task)
  return {
    ...state,
    windows: Object.fromEntries(windows.map(({ window }) => [window.id, window])),
    frames,
    sizes: Object.fromEntries(sizes),
    nextId,
  }
}

/** What of a saved desk stood in windows of their own, as far as it can still be opened. */
export function readTorn(saved: unknown): SavedDesk['torn'] {
  const whole = savedDesk.safeParse(typeof saved === 'string' ? parseJson(saved) : saved)
  return (whole.data?.torn ?? []).flatMap((given) => {
    const { data } = savedTorn.safeParse(given)
    return data && matchAddress(data.address) ? [{ ...data, address: normaliseAddress(data.address) }] : []
  })
}

function readWindow(tab: unknown, id: string, frame: string, seen: Set<string>) {
  const { data } = savedTab.safeParse(tab)
  if (!data) return undefined
  const address = normaliseAddress(data.address)
  const match = matchAddress(address)
  if (!match || seen.has(address)) return undefined
  seen.add(address)
  const window: OpenWindow = {
    id,
    address,
    kind: match.kind.pattern,
    frame,
    min: leastOf(match.kind),
    title: data.title ?? null,
    badge: null,
    dirty: false,
    kept: false,
  }
  return { window, task: data.task }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
