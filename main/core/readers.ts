import { availableParallelism } from 'node:os'
import { Worker, type Transferable } from 'node:worker_threads'
import { Refusal, type ErrorCode } from '../../app/errors.ts'
import { endThread, resourceLimits, roomApart } from './readerEnd.ts'
import type { ReaderAnswer, ReaderJob, ReaderJobs, ReaderProgress, ReaderRequest } from './reader.ts'

type Args<Job extends ReaderJob> = Parameters<ReaderJobs[Job]>[1]
type Result<Job extends ReaderJob> = Awaited<ReturnType<ReaderJobs[Job]>>

/** How a job is run. */
export interface ReaderWays {
  /** What is handed over to the thread with the arguments instead of copied. */
  readonly transfer?: Transferable[]
  /** In a thread of its own that ends with it: for what is long, so that the others stay free for who waits. */
  readonly apart?: boolean
}

interface Waiting {
  readonly request: ReaderRequest
  readonly ways: ReaderWays
  readonly tell: ((progress: ReaderProgress) => void) | undefined
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

interface Reader {
  readonly worker: Worker
  readonly apart: boolean
  current: Waiting | undefined
}

/** Jobs that leave their thread with more memory than the others need: it goes with them. */
const heavy: ReadonlySet<ReaderJob> = new Set(['clients.export'])
/** So many threads there are for long jobs, beside those of the others. */
const mostApart = 3

/** The built program has the worker as a script of its own beside it. */
const script = new URL(import.meta.url.endsWith('.ts') ? './reader.ts' : './reader.js', import.meta.url)

/**
 * Read-only worker threads, started as they are needed: a long report holds up neither calls nor other reports.
 * SQLite cannot be interrupted from here: a cancelled job goes on unheard until its thread next reads what it was sent,
 * which ends it. Meanwhile a new thread takes its place.
 */
export class Readers {
  readonly #file: string
  readonly #most = Math.max(2, Math.min(4, availableParallelism() - 1))
  readonly #readers: Reader[] = []
  readonly #queue: Waiting[] = []
  #number = 0
  #closed = false
  /** Threads that are on their way out. */
  #ending = 0

  constructor(file: string) {
    this.#file = file
  }

  /** `tell` hears how far a long job is. Throws Refusal CANCELLED when the signal ends it. */
  run<Job extends ReaderJob>(
    job: Job,
    args: Args<Job>,
    signal?: AbortSignal,
    tell?: (progress: ReaderProgress) => void,
    ways: ReaderWays = {},
  ): Promise<Result<Job>> {
    return new Promise((resolve, reject) => {
      if (this.#closed || signal?.aborted) return reject(new Refusal('CANCELLED'))
      const waiting: Waiting = {
        request: { number: this.#number++, job, args },
        ways,
        tell,
        resolve: resolve as (result: never) => void,
        reject,
      }
      signal?.addEventListener('abort', () => this.#cancel(waiting), { once: true })
      this.#queue.push(waiting)
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const waiting of this.#queue.splice(0)) waiting.reject(new Refusal('CANCELLED'))
    await Promise.all(this.#readers.splice(0).map((reader) => this.#stop(reader, new Refusal('CANCELLED'))))
  }

  #next(): void {
    for (const waiting of this.#queue.slice()) {
      const apart = waiting.ways.apart === true
      const reader = this.#free(apart)
      if (!reader) continue
      this.#queue.splice(this.#queue.indexOf(waiting), 1)
      reader.current = waiting
      reader.worker.postMessage(waiting.request, waiting.ways.transfer ?? [])
    }
  }

  #free(apart: boolean): Reader | undefined {
    const alike = this.#readers.filter((reader) => reader.apart === apart)
    const idle = alike.find((reader) => !reader.current)
    if (idle) return idle
    // Whoever asks and cancels in quick turns does not get more threads than the computer can bear.
    const most = apart ? mostApart : this.#most
    return alike.length < most && this.#ending < 2 * most ? this.#start(apart) : undefined
  }

  #start(apart: boolean): Reader {
    const worker = new Worker(script, {
      workerData: { file: this.#file },
      resourceLimits: apart ? roomApart : resourceLimits,
    })
    const reader: Reader = { worker, apart, current: undefined }
    worker.unref()
    worker.on('message', (answer: ReaderAnswer) => {
      const waiting = reader.current
      if ('progress' in answer) {
        if (waiting?.request.number === answer.number) waiting.tell?.(answer.progress)
        return
      }
      reader.current = undefined
      if (waiting?.request.number === answer.number) {
        if ('error' in answer) waiting.reject(new Error(answer.error))
        else if ('refused' in answer) waiting.reject(refusalOf(answer.refused))
        else waiting.resolve(answer.result as never)
      }
      if (waiting && (apart || heavy.has(waiting.request.job))) this.#lose(reader, new Refusal('CANCELLED'))
      else this.#next()
    })
    worker.on('error', (error) => this.#lose(reader, error))
    this.#readers.push(reader)
    return reader
  }

  #cancel(waiting: Waiting): void {
    const queued = this.#queue.indexOf(waiting)
    if (queued >= 0) {
      this.#queue.splice(queued, 1)
      waiting.reject(new Refusal('CANCELLED'))
      return
    }
    const reader = this.#readers.find((candidate) => candidate.current === waiting)
    if (reader) this.#lose(reader, new Refusal('CANCELLED'))
  }

  #lose(reader: Reader, error: Error): void {
    const at = this.#readers.indexOf(reader)
    if (at >= 0) this.#readers.splice(at, 1)
    void this.#stop(reader, error)
    if (!this.#closed) this.#next()
  }

  async #stop(reader: Reader, error: Error): Promise<void> {
    const { worker, current } = reader
    reader.current = undefined
    current?.reject(error)
    this.#ending++
    await endThread(worker, current ? (this.#closed ? 'closing' : 'cancelled') : 'idle')
    this.#ending--
    if (!this.#closed) this.#next()
  }
}

/** A refusal as it was thrown in the thread. */
function refusalOf({ code, data }: { code: ErrorCode; data: unknown }): Refusal {
  const Refused = Refusal as new (code: ErrorCode, data: unknown) => Refusal
  return new Refused(code, data)
}
