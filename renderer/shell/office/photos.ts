import { useEffect, useSyncExternalStore } from 'react'
import { office } from './office.ts'

/** Pictures that are kept for the next time they are shown: some screens of faces. */
const mostKept = 500

interface Kept {
  /** Of the picture, once it is here; null where it could not be had. */
  address: string | null | undefined
  shownBy: number
}

const kept = new Map<string, Kept>()
const listeners = new Set<() => void>()

function fetchPhoto(client: number, photo: string): void {
  const entry: Kept = { address: undefined, shownBy: 0 }
  kept.set(photo, entry)
  office.files
    .photo({ client, photo })
    .then(
      (file) => (entry.address = URL.createObjectURL(file)),
      // Asked again when it is shown next: the line may have broken.
      () => kept.delete(photo),
    )
    .finally(() => listeners.forEach((heed) => heed()))
  for (const [oldest, { address, shownBy }] of kept) {
    if (kept.size <= mostKept) break
    if (shownBy > 0) continue
    kept.delete(oldest)
    if (address) URL.revokeObjectURL(address)
  }
}

const subscribe = (heed: () => void) => {
  listeners.add(heed)
  return () => void listeners.delete(heed)
}

/** The address of a client's picture for an `<img>`, once it is here. Fetched once per page, whatever shows it. */
export function usePhoto(client: number, photo: string | null | undefined): string | undefined {
  useEffect(() => {
    if (!photo) return undefined
    if (!kept.has(photo)) fetchPhoto(client, photo)
    const entry = kept.get(photo)!
    // Those shown last go last.
    kept.delete(photo)
    kept.set(photo, entry)
    entry.shownBy++
    return () => void entry.shownBy--
  }, [client, photo])
  return useSyncExternalStore(subscribe, () => (photo ? (kept.get(photo)?.address ?? undefined) : undefined))
}
