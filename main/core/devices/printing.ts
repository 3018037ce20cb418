import type { DeviceProblem, PrinterProblem } from '../../../app/devices.ts'
import { deviceProblem, officeSeat } from '../../../app/devices.ts'
import type { Device } from '../../../db/devices/devices.ts'
import { movePrintJob, nextPrintJob } from '../../../db/devices/printJobs.ts'
import type { PrintState } from '../../../db/devices/tables.ts'
import type { PbxProblem } from '../../bridges/connection/problems.ts'
import { NotPrinted, sendToPrinter } from '../../bridges/printer/sending.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'

/** A printer that was just switched on should not be waited for long. */
const PAUSE_MS = 3_000
/** Whoever closes the program does not wait longer than this for a printer. */
const STOP_MS = 2_000

export type Printer = Extract<Device, { kind: 'printer' }>

/**
 * The line in front of one printer, kept in the base. What surely has not left is tried again until it comes out; what
 * may have come out is never sent twice by itself: somebody looks at the paper and says.
 */
export class PrintQueue {
  readonly #office: Office
  readonly #printer: Printer
  readonly #pauseMs: number
  readonly #stopping = new AbortController()
  readonly #cutting = new AbortController()
  #problem: DeviceProblem | null = null
  #running: Promise<void> | null = null
  #again = false
  #wake: (() => void) | undefined

  constructor(office: Office, printer: Printer, pauseMs = PAUSE_MS) {
    this.#office = office
    this.#printer = printer
    this.#pauseMs = pauseMs
    this.look()
  }

  get problem(): DeviceProblem | null {
    return this.#problem
  }

  /** Something may be waiting. */
  look(): void {
    this.#again = true
    this.#wake?.()
    if (this.#running || this.#stopping.signal.aborted) return
    this.#running = this.#run()
      .catch((error: unknown) => note('error', `printing on ${this.#printer.name}`, error))
      .finally(() => {
        this.#running = null
      })
  }

  /** Sends nothing more. What is on its way is waited for, but not long. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#wake?.()
    const timer = setTimeout(() => this.#cutting.abort(), STOP_MS)
    await this.#running
    clearTimeout(timer)
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (this.#again && !signal.aborted) {
      this.#again = false
      // eslint-disable-next-line no-await-in-loop -- one after the other
      while (!signal.aborted && (await this.#next())) {
        // The next one.
      }
    }
  }

  /** Prints what is next. Says whether there may be more. */
  async #next(): Promise<boolean> {
    const job = await this.#office.use(() => nextPrintJob(this.#office.reading, this.#printer.id))
    if (!job) return false
    if (job.notAfter !== null && this.#office.now() > job.notAfter) {
      await this.#move(job.id, ['queued'], 'dropped')
      return true
    }
    // Written first: if the program ends now, nobody believes that it has not left.
    if (!(await this.#move(job.id, ['queued'], 'sending'))) return true
    const { connection, answers } = this.#printer.settings
    try {
      await sendToPrinter({ source: connection, answers }, job.bytes, this.#cutting.signal)
      this.#stands(null)
      await this.#move(job.id, ['sending'], 'printed')
    } catch (error) {
      const { problem, begun } = error instanceof NotPrinted ? error : new NotPrinted('broken', true)
      this.#stands(problem)
      // A drawer is heard to open, or is not.
      const doubted = job.notAfter === null ? 'unsure' : 'dropped'
      await this.#move(job.id, ['sending'], begun ? doubted : 'queued')
      if (!begun) await this.#pause()
    }
    return true
  }

  #stands(problem: PrinterProblem | PbxProblem | null): void {
    this.#problem = problem && deviceProblem(problem, this.#printer.settings.connection)
  }

  async #move(id: number, from: readonly PrintState[], to: PrintState): Promise<boolean> {
    return writeAs(this.#office, null, officeSeat, 'devices.printing', async ({ trx, tell }) => {
      tell({ type: 'device.changed' })
      return (await movePrintJob(trx, id, from, to)) !== undefined
    })
  }

  #pause(): Promise<void> {
    if (this.#stopping.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#wake = undefined
        resolve()
      }
      const timer = setTimeout(done, this.#pauseMs)
      this.#wake = done
    })
  }
}
