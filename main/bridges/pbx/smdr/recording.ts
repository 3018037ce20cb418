import type { PbxCall } from '../../../../app/calls.ts'
import { lines } from '../../connection/lines.ts'
import { SmdrCalls } from './calls.ts'
import type { SmdrFormat } from './formats.ts'

/** The calls that the bridge makes of what an exchange printed, in the order of their beginning. */
export function replaySmdr(format: SmdrFormat, bytes: Uint8Array): PbxCall[] {
  const calls = new SmdrCalls(format)
  const now = Date.now()
  const rows = lines({ bareCr: true })
  for (const line of [...rows.take(bytes), ...rows.take(Buffer.from('\n'))]) calls.take(line, now, false)
  calls.finish(now)
  // A call is told again when another part of it is printed.
  const last = new Map(calls.changes().map((call) => [call.id, call]))
  return [...last.values()].filter((call) => call.outcome !== null).sort((a, b) => a.startedAt - b.startedAt)
}
