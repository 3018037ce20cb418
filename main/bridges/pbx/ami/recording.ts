import { AmiCalls } from './calls.ts'
import { usualNaming, type Naming } from './channel.ts'
import { field, messages, type AmiMessage } from './messages.ts'
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

/** A message and when it came, in seconds since its connection was opened. */
interface Said {
  readonly seconds: number
  readonly message: AmiMessage
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
  const last = new Map<string, PbxCall>()
  const keep = () => {
    for (const call of calls.changes()) last.set(call.id, call)
  }
  let before: { readonly said: readonly Said[]; readonly opened: number } | null = null
  let now = 0
  for (const { pieces } of connections) {
    const framing = messages()
    const said = pieces.flatMap(({ seconds, bytes }) =>
      framing.take(bytes).map((message) => ({ seconds, message })),
    )
    const opened: number = before ? reopened(before, said, now) : 0
    for (const { seconds, message } of said) {
      now = Math.max(now, opened + seconds * 1000)
      calls.hear(message, now)
      keep()
    }
    now = Math.max(now, opened + (pieces.at(-1)?.seconds ?? 0) * 1000)
    calls.lost(now)
    before = { said, opened }
  }
  calls.finish(now)
  keep()
  return [...last.values()].filter((call) => call.outcome !== null).sort((a, b) => a.startedAt - b.startedAt)
}

/** When the next connection was opened, milliseconds after the first; at the earliest when the one before broke. */
function reopened(
  before: { readonly said: readonly Said[]; readonly opened: number },
  said: readonly Said[],
  broke: number,
): number {
  // Some recorders count on from the first connection.
  if (broke > 0 && (said[0]?.seconds ?? 0) * 1000 >= broke) return 0
  const [wall, wallBefore] = [wallClock(said), wallClock(before.said)]
  if (wall !== null && wallBefore !== null) return Math.max(broke, before.opened + wall - wallBefore)
  const [up, upBefore] = [uptime(said), uptime(before.said)]
  const running = up !== null && upBefore !== null && up > upBefore
  return running ? Math.max(broke, before.opened + (up - upBefore) * 1000) : broke
}

/** The exchange's clock when the connection was opened, to the millisecond; security events bear it. */
function wallClock(said: readonly Said[]): number | null {
  for (const { seconds, message } of said) {
    const wall = Date.parse(field(message, 'eventtv'))
    if (Number.isFinite(wall)) return wall - seconds * 1000
  }
  return null
}

/** For how many seconds the exchange had been up when the connection was opened. */
function uptime(said: readonly Said[]): number | null {
  const booted = said.find(({ message }) => message.name === 'FullyBooted')
  return booted ? Number(field(booted.message, 'uptime')) - booted.seconds : null
}
