import { filePart } from '../../../app/contract/files.ts'
import { office } from './office.ts'

/** A file that the office has, for the session to attach or to take for a photo. */
export interface Brought {
  readonly upload: string
  readonly hash: string
  readonly type: string
}

/**
 * Brings a file to the office, part by part: over the same line as every call, which comes back by itself after a gap.
 * `tell` hears how many bytes are there. Throws what the office refuses, and the signal's reason where it ends it.
 */
export async function bringFile(
  file: Blob,
  signal?: AbortSignal,
  tell?: (bytes: number) => void,
): Promise<Brought> {
  const { upload } = await office.files.begin({ size: file.size })
  try {
    for (let offset = 0; ; offset += filePart) {
      signal?.throwIfAborted()
      const bytes = new File([file.slice(offset, offset + filePart)], 'part')
      // eslint-disable-next-line no-await-in-loop -- one after the other, as the office writes them
      const { file: kept } = await office.files.part({ upload, offset, bytes })
      tell?.(Math.min(file.size, offset + filePart))
      if (kept) return { upload, ...kept }
      if (offset >= file.size) throw new Error('The file became longer while it was read.')
    }
  } catch (error) {
    office.files.drop({ upload }).catch(() => undefined)
    throw error
  }
}

/** Fetches a file of a client, part by part. Throws what the office refuses. */
export const fetchFile = (
  { id, size, type }: { readonly id: number; readonly size: number; readonly type: string },
  signal?: AbortSignal,
): Promise<Blob> =>
  allParts(size, type, (offset) => office.files.read({ id, offset }, signal ? { signal } : {}))

/** Fetches the recording of a call, of which the log tells. Throws what the office refuses. */
export async function fetchRecording(call: number, signal: AbortSignal | undefined): Promise<Blob> {
  const options = signal ? { signal } : {}
  const { size, type } = await office.recordings.open({ call }, options)
  return allParts(size, type, (offset) => office.recordings.part({ call, offset }, options))
}

async function allParts(size: number, type: string, read: (offset: number) => Promise<Blob>): Promise<Blob> {
  const parts: Blob[] = []
  for (let offset = 0; offset === 0 || offset < size;) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, as each is kept in memory on its way
    const part = await read(offset)
    if (part.size === 0) break
    parts.push(part)
    offset += part.size
  }
  return new Blob(parts, { type })
}
