import { AmiCalls } from './calls.ts'
import { usualNaming, type Naming } from './channel.ts'
import { field, messages } from './messages.ts'
import type { PbxCall } from '../../../../app/calls.ts'

/** Bytes of one connection, in the pieces and at the seconds (since it was opened) in which they came. */
export interface RecordedConnection {
  readonly pieces: readonly { readonly seconds: number; readonly bytes: Uint8Array }[]
}

/** Cuts a recording by its timing ("offset,seconds"); without one everything comes at once. */
export function recordedConnection(bytes: Uint8Array, timing?: string): RecordedConnection {
  const marks = (timing ?? '')
    .split(/\r?\n/)
    .map((row) => row.split(',').map(Number))
    .flatMap(([offset, seconds]) =>
      offset !== undefined && seconds !== undefined && Number.isFinite(offset) && Number.isFinite(seconds)
        ? [{ offset, seconds }]
        : [],
    )
  if (marks.length === 0) return { pieces: [{ seconds: 0, bytes }] }
  return {
    pieces: marks.map(({ offset, seconds }, index) => ({
      seconds,
      bytes: bytes.subarray(offset, marks[index + 1]?.offset ?? bytes.length),
    })),
  }
}

/**
 * The calls that the bridge makes of recordings, in the order of their beginning. Several connections are one after
 * the other; how long the pause between them was is read off the exchange's own clock where it says it.
 */
export function replayAmi(
  connections: readonly RecordedConnection[],
  naming: Naming = usualNaming,
): PbxCall[] {
  const calls = new AmiCalls(naming)
  const told: PbxCall[] = []
  let now = 0
  let clock: { at: number; wall: number } | null = null
  for (const connection of connections) {
    const framing = messages()
    const opened = now
    const first = connection.pieces[0]?.seconds ?? 0
    // Some recorders count from the first connection on.
    let shift: number = first * 1000 > opened && opened > 0 ? 0 : opened
    for (const piece of connection.pieces) {
      for (const message of framing.take(piece.bytes)) {
        let at: number = Math.max(now, shift + piece.seconds * 1000)
        const wall = Date.parse(field(message, 'eventtv'))
        if (Number.isFinite(wall)) {
          if (clock && connection !== connections[0]) {
            const expected: number = clock.at + (wall - clock.wall)
            if (expected > at) {
              shift += expected - at
              at = expected
            }
          }
          clock = { at, wall }
        }
        now = at
        calls.hear(message, at)
        told.push(...calls.changes())
      }
      now = Math.max(now, shift + piece.seconds * 1000)
    }
    calls.lost(now)
  }
  calls.finish(now)
  told.push(...calls.changes())
  const last = new Map(told.map((call) => [call.id, call]))
  return [...last.values()].filter((call) => call.outcome !== null).sort((a, b) => a.startedAt - b.startedAt)
}
