import { Worker } from 'node:worker_threads'
import type { AnyFilter, Question, RecordColumns } from '../../../db/columns/asking.ts'
import { Refusal } from '../../../app/errors.ts'
import type { OfficeEvent } from '../../../app/events.ts'
import { endThread, resourceLimits } from '../readerEnd.ts'
import type { ColumnsAnswer, ColumnsArea, ColumnsData, ColumnsMessage } from './thread.ts'

interface Waiting {
  readonly number: number
  readonly question: Question
  readonly args: readonly unknown[]
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

/** What is told when records of a kind change. */
const eventOf = { clients: 'client.changed', calls: 'call.changed' } as const satisfies Record<
  ColumnsArea,
  OfficeEvent['type']
>

/** The built program has the worker as a script of its own beside it. */
const script = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './columns.js', import.meta.url)

/**
 * Whatever is asked about many records of one kind at once, by any field: answered by a thread that has all of them in
 * columns. The thread begins with the first question and reads every record; from then on it is told what each change
 * changed.
 */
export class Columns<Filter extends AnyFilter, Scope> {
  readonly #file: string
  readonly #area: ColumnsArea
  #worker: Worker | undefined
  readonly #queue: Waiting[] = []
  #current: Waiting | undefined
  #cancelled = new Int32Array(new SharedArrayBuffer(4))
  #number = 0
  #closed = false

  constructor(file: string, area: ColumnsArea) {
    this.#file = file
    this.#area = area
  }

  /** Throws Refusal CANCELLED when the signal ends it. */
  ask<Asked extends Question>(
    question: Asked,
    args: Parameters<RecordColumns<Filter, Scope>[Asked]>,
    signal?: AbortSignal,
  ): Promise<ReturnType<RecordColumns<Filter, Scope>[Asked]>> {
    return new Promise((resolve, reject) => {
      if (this.#closed || signal?.aborted) return reject(new Refusal('CANCELLED'))
      const waiting = {
        number: ++this.#number,
        question,
        args,
        resolve: resolve as (result: never) => void,
        reject,
      }
      signal?.addEventListener('abort', () => this.#cancel(waiting), { once: true })
      this.#queue.push(waiting)
      this.#next()
    })
  }

  /** Reads all records now, as somebody looks at them and will soon ask. */
  prepare(): void {
    if (!this.#worker) this.ask('load', []).catch(() => undefined)
  }

  heed(event: OfficeEvent): void {
    if (event.type === eventOf[this.#area]) this.changed(event.ids)
  }

  /** Called once it is committed; undefined where it is not known who changed. */
  changed(ids: readonly number[] | undefined): void {
    this.#post({ changed: ids })
  }

  /** These changed, but neither came nor went nor have another name: they keep their places, so it takes little. */
  changedInPlace(ids: readonly number[]): void {
    this.#post({ changedInPlace: ids })
  }

  async close(): Promise<void> {
    this.#closed = true
    const worker = this.#worker
    this.#lose(new Refusal('CANCELLED'))
    for (const waiting of this.#queue.splice(0)) waiting.reject(new Refusal('CANCELLED'))
    if (worker) await endThread(worker)
  }

  #post(message: ColumnsMessage): void {
    this.#worker?.postMessage(message)
  }

  /** One question at a time is in the thread: what is no longer wanted leaves the queue without it. */
  #next(): void {
    if (this.#current || this.#queue.length === 0) return
    this.#worker ??= this.#start()
    const { number, question, args } = (this.#current = this.#queue.shift()!)
    this.#post({ number, question, args })
  }

  #start(): Worker {
    this.#cancelled = new Int32Array(new SharedArrayBuffer(4))
    const workerData: ColumnsData = { file: this.#file, area: this.#area, cancelled: this.#cancelled }
    const worker = new Worker(script, { workerData, resourceLimits })
    worker.unref()
    worker.on('message', (answer: ColumnsAnswer) => {
      const waiting = this.#current
      if (waiting?.number !== answer.number) return
      this.#current = undefined
      if ('result' in answer) waiting.resolve(answer.result as never)
      else waiting.reject('error' in answer ? new Error(answer.error) : new Refusal('CANCELLED'))
      this.#next()
    })
    worker.on('error', (error) => {
      if (this.#worker !== worker) return
      this.#lose(error)
      if (!this.#closed) this.#next()
    })
    return worker
  }

  #lose(error: Error): void {
    const waiting = this.#current
    this.#worker = undefined
    this.#current = undefined
    if (waiting) Atomics.store(this.#cancelled, 0, waiting.number)
    waiting?.reject(error)
  }

  #cancel(waiting: Waiting): void {
    const queued = this.#queue.indexOf(waiting)
    if (queued >= 0) this.#queue.splice(queued, 1)
    else if (this.#current === waiting) Atomics.store(this.#cancelled, 0, waiting.number)
    waiting.reject(new Refusal('CANCELLED'))
  }
}
