/** Recordings of a real Asterisk with the truth beside them, kept outside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { PbxCall } from '../../../../app/calls.ts'
import { recordedConnection, type RecordedConnection } from './recording.ts'

const folder = path.resolve(import.meta.dirname, '../../../../../shared/telephony/ami')

interface TrueCall {
  readonly direction: string
  readonly kind?: string
  readonly from: string
  readonly asserted_number?: string
  readonly to: string
  readonly answered_by: string | null
  readonly employee: string | null
  readonly outcome: string
  readonly talk: number
  readonly start: number
  readonly phones: readonly { readonly extension: string; readonly rang?: number | null }[]
}

export interface Capture {
  readonly name: string
  readonly bytes: Buffer
  readonly timing: string
  readonly connection: RecordedConnection
  readonly calls: readonly TrueCall[]
}

/** All recordings; none where the folder is not there. */
export const captures: readonly Capture[] = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const name = file.replace(/\.json$/, '')
    const bytes = readFileSync(path.join(folder, `${name}.txt`))
    const timing = readFileSync(path.join(folder, `${name}.timing.csv`), 'utf8')
    const { calls } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { calls: TrueCall[] }
    return { name, bytes, timing, connection: recordedConnection(bytes, timing), calls }
  })

/** What people saw, of the truth and of what the bridge made of it, side by side. */
export function seenByPeople(call: PbxCall) {
  return {
    direction: call.direction,
    outside: call.direction === 'incoming' ? call.from : call.to,
    answeredBy: call.answeredBy,
    employee: call.employee,
    outcome: call.outcome,
    transferredTo: call.transferredTo,
  }
}

export function truth(call: TrueCall) {
  return {
    direction: call.direction,
    // A hidden number that the network knows arrives like any other.
    outside: call.direction === 'incoming' ? (call.asserted_number ?? call.from) : call.to,
    answeredBy: call.answered_by,
    employee: call.employee,
    outcome: call.outcome,
    transferredTo: [],
  }
}

/** The same recording with channels of its own, as if it were one of many calls of one exchange. */
export function renumbered(bytes: Buffer, index: number): Buffer {
  return Buffer.from(
    bytes
      .toString('utf8')
      .replace(/(\b1795\d{6}\.\d+)/g, `${index}-$1`)
      .replace(/crm-(call|msg)-/g, `crm-${index}-$1-`)
      .replace(/(c2c|msg)-(\d+)/g, `$1-${index}-$2`)
      .replace(/^(BridgeUniqueid: )/gm, `$1${index}-`),
  )
}

/** Many recordings said by one exchange at the same time, message by message in turn. */
export function interleaved(count: number): { readonly text: string; readonly calls: readonly TrueCall[] } {
  const chosen = Array.from({ length: count }, (_, index) => captures[index % captures.length]!)
  const streams = chosen.map(({ bytes }, index) =>
    renumbered(bytes, index)
      .toString('utf8')
      .split('\r\n\r\n')
      // One exchange starts once and answers the orders of whoever is there.
      .filter((block) => block.startsWith('Event: ') && !block.startsWith('Event: FullyBooted')),
  )
  const longest = Math.max(...streams.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, row) => streams.flatMap((blocks) => blocks[row] ?? []))
  return {
    text: inTurn
      .flat()
      .map((block) => `${block}\r\n\r\n`)
      .join(''),
    calls: chosen.flatMap(({ calls }) => calls),
  }
}
