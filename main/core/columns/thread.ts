import { parentPort, workerData } from 'node:worker_threads'
import { callArea } from '../../../db/calls/columns/area.ts'
import { clientArea } from '../../../db/clients/columns/area.ts'
import { RecordColumns, type Question } from '../../../db/columns/asking.ts'
import { openForReading, type ReadingConnection } from '../../../db/connection.ts'
import { endReading } from '../readerEnd.ts'

/** The kinds of records that stand in columns. */
const areas = {
  clients: (base: ReadingConnection, stillWanted: () => void) =>
    new RecordColumns(base, clientArea, stillWanted),
  calls: (base: ReadingConnection, stillWanted: () => void) => new RecordColumns(base, callArea, stillWanted),
} as const
export type ColumnsArea = keyof typeof areas

/**
 * Runs in a worker thread that keeps the columns of all records of one kind: what is asked of it and what it is told arrive in
 * one line, so whatever is asked after a change sees the change.
 */
export interface ColumnsData {
  readonly file: string
  readonly area: ColumnsArea
  /** The number of the question that nobody waits for any more. */
  readonly cancelled: Int32Array
}
export type ColumnsMessage =
  | { readonly number: number; readonly question: Question; readonly args: readonly unknown[] }
  | { readonly changed: readonly number[] | undefined }
  | { readonly changedInPlace: readonly number[] }
  | typeof endReading
export type ColumnsAnswer = { readonly number: number } & (
  { readonly result: unknown } | { readonly cancelled: true } | { readonly error: string }
)

/** Thrown out of a question that nobody waits for. */
class Cancelled extends Error {}

if (parentPort) {
  const port = parentPort
  const { file, area, cancelled } = workerData as ColumnsData
  const base = openForReading(file)
  let current = 0
  const columns = areas[area](base, () => {
    if (Atomics.load(cancelled, 0) === current) throw new Cancelled()
  })
  const answer = (said: ColumnsAnswer) => port.postMessage(said)
  port.on('message', (message: ColumnsMessage) => {
    if (message === endReading) {
      base.close()
      port.close()
    } else if ('changed' in message) columns.changed(message.changed)
    else if ('changedInPlace' in message) columns.changedInPlace(message.changedInPlace)
    else {
      const { number, question, args } = message
      current = number
      try {
        const ask = columns[question].bind(columns) as (...args: readonly unknown[]) => unknown
        answer({ number, result: ask(...args) })
      } catch (error) {
        if (error instanceof Cancelled) answer({ number, cancelled: true })
        else
          answer({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      }
    }
  })
}
