/**
 * Bytes into lines. Cut at any byte, a line comes out whole; a line without end is let go of, up to where the next
 * begins, so that nobody fills the memory.
 */
export interface Lines {
  /** The lines that these bytes complete, without their ends. */
  take(bytes: Uint8Array): string[]
}

export const LONGEST_LINE = 64 * 1024

const LF = 10
const CR = 13

/** Lines end in LF or CRLF; with `bareCr` also in a CR alone, as exchanges on serial lines are set to. */
export function lines({ longest = LONGEST_LINE, bareCr = false } = {}): Lines {
  let waiting: Buffer[] = []
  let held = 0
  let letGo = false
  let afterCr = false

  const finish = (last: Buffer): string | undefined => {
    const whole = held === 0 ? last : Buffer.concat([...waiting, last])
    const lost = letGo || whole.length > longest
    waiting = []
    held = 0
    letGo = false
    if (lost) return undefined
    const end = whole.length > 0 && whole[whole.length - 1] === CR ? whole.length - 1 : whole.length
    return whole.toString('utf8', 0, end)
  }

  return {
    take(bytes) {
      const found: string[] = []
      const buffer = Buffer.from(bytes)
      let from = 0
      for (let place = 0; place < buffer.length; place++) {
        const byte = buffer[place]
        const ends = byte === LF || (bareCr && byte === CR)
        const secondOfPair = bareCr && byte === LF && afterCr
        afterCr = byte === CR
        if (!ends) continue
        const line = secondOfPair ? undefined : finish(buffer.subarray(from, place))
        if (line !== undefined) found.push(line)
        from = place + 1
      }
      const rest = buffer.subarray(from)
      if (rest.length === 0) return found
      if (letGo || held + rest.length > longest) {
        waiting = []
        held = 0
        letGo = true
      } else {
        waiting.push(rest)
        held += rest.length
      }
      return found
    },
  }
}
