import type { codeEnds } from '../../../app/devices.ts'
import { lines } from '../connection/lines.ts'

/** Longer than any code that bars can hold. */
const LONGEST_CODE = 4_000
/** A scanner sends a code in one go: what comes after a rest of this length is the next one. */
const REST_MS = 60
const TAB = 9
const LF = 10

/** Takes bytes as they come and gives codes. */
export interface Codes {
  take(bytes: Uint8Array): void
}

/**
 * Bytes of a scanner into codes, cut at any byte. Marks of a frame (STX, ETX and their like) are taken off; the
 * separator of GS1 belongs to the code and stays.
 */
export function codes(ends: (typeof codeEnds)[number], onCode: (code: string) => void): Codes {
  const rows = lines({ longest: LONGEST_CODE, bareCr: true })
  let timer: NodeJS.Timeout | undefined
  const give = (found: readonly string[]) => {
    for (const row of found) {
      // eslint-disable-next-line no-control-regex -- marks of a frame are control characters
      const code = row.replace(/[\0-\x1c\x1e\x1f\x7f]/g, '').trim()
      if (code !== '') onCode(code)
    }
  }
  return {
    take(bytes) {
      const tabs = ends === 'tab' ? bytes.map((byte) => (byte === TAB ? LF : byte)) : bytes
      give(rows.take(tabs))
      if (ends !== 'pause') return
      clearTimeout(timer)
      timer = setTimeout(() => give(rows.take(Uint8Array.of(LF))), REST_MS)
      timer.unref()
    },
  }
}
