import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Size } from './geometry.ts'

/** Named parts of an address: `/clients/:id` on `/clients/12` gives `{ id: '12' }`. */
export type Params = Readonly<Record<string, string>>

/** A kind of window: what stands behind every address of one pattern. */
export interface WindowKind {
  /** `/clients/:id`; a part with a colon stands for any one part. */
  readonly pattern: string
  /** In the person's language; asked again when the language changes. Content may tell a better one. */
  readonly title: (params: Params) => string
  readonly icon: LucideIcon
  /** In CSS px. */
  readonly size: Size & { readonly minWidth?: number; readonly minHeight?: number }
  /** Usually `React.lazy(…)`; asks `useWindow()` for what it shows. */
  readonly component: ComponentType
  /** The area of the program it belongs to, as in `renderer/areas/`. */
  readonly area: string
  /** Its page of the help, where that is not the area's. */
  readonly help?: string
}

export interface Match {
  readonly kind: WindowKind
  readonly params: Params
  /** What follows `?` in the address. */
  readonly query: Params
}

const kinds = new Map<string, WindowKind>()

/** Makes addresses of this pattern openable; gives back what takes it away again. */
export function registerKind(kind: WindowKind): () => void {
  kinds.set(kind.pattern, kind)
  return () => {
    if (kinds.get(kind.pattern) === kind) kinds.delete(kind.pattern)
  }
}

/** The least size a window of this kind can be given, px. */
export function leastOf(kind: WindowKind): Size {
  return { width: kind.size.minWidth ?? 320, height: kind.size.minHeight ?? 200 }
}

/** One spelling per address: a leading slash, none at the end, no hash. */
export function normaliseAddress(address: string): string {
  const [beforeHash = ''] = address.split('#')
  const [path = '', query = ''] = beforeHash.split('?')
  const parts = path.split('/').filter(Boolean)
  return `/${parts.join('/')}${query ? `?${query}` : ''}`
}

/** The kind an address belongs to; of several the one with a word, not a parameter, in the earliest part. */
export function matchAddress(address: string): Match | undefined {
  const [path = '', query = ''] = normaliseAddress(address).split('?')
  const parts = path.split('/').slice(1)
  let best: { kind: WindowKind; params: Params; rank: string } | undefined
  for (const kind of kinds.values()) {
    const found = matchParts(kind.pattern, parts)
    // '0' (a word) sorts before '1' (a parameter).
    if (found && (!best || found.rank < best.rank)) best = { kind, ...found }
  }
  return (
    best && { kind: best.kind, params: best.params, query: Object.fromEntries(new URLSearchParams(query)) }
  )
}

function matchParts(pattern: string, parts: string[]): { params: Params; rank: string } | undefined {
  const wanted = normaliseAddress(pattern).split('/').slice(1)
  if (wanted.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  let rank = ''
  for (const [index, want] of wanted.entries()) {
    const part = parts[index] ?? ''
    if (want.startsWith(':')) {
      if (part === '') return undefined
      params[want.slice(1)] = decode(part)
      rank += '1'
    } else {
      if (want !== part) return undefined
      rank += '0'
    }
  }
  return { params, rank }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A lone per cent sign, typed by hand: taken as it stands.
    return part
  }
}
