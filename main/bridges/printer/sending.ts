import type { PrinterProblem } from '../../../app/devices.ts'
import { ConnectionProblem, problemOf, type PbxProblem } from '../connection/problems.ts'
import { openSource, type OpenSource, type Source } from '../connection/source.ts'

/** So long a printer has to say how it is. */
const ANSWER_MS = 2_000
/** So long a receipt may take to be printed. */
const PRINT_MS = 45_000

export interface PrinterLine {
  readonly source: Source
  /** Whether it says how it is when it is asked: only then it is known that a receipt came out. */
  readonly answers: boolean
}

/** What became of a receipt that was not printed for certain. */
export class NotPrinted extends Error {
  readonly problem: PrinterProblem | PbxProblem
  /** Some of it has left: it may have come out. */
  readonly begun: boolean

  constructor(problem: PrinterProblem | PbxProblem, begun: boolean) {
    super(problem)
    this.problem = problem
    this.begun = begun
  }
}

/**
 * Sends bytes to a printer and resolves once they are printed: as the printer itself says, or, of one that says
 * nothing, once they have left this computer. Rejects with `NotPrinted`; the signal
 * cuts it off.
 */
export async function sendToPrinter(
  { source, answers }: PrinterLine,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  const asking = new Asking()
  const printer = await openSource(source, { take: (said) => asking.take(said) }).catch((error: unknown) => {
    throw new NotPrinted(problemOf(error), false)
  })
  let begun = false
  const close = () => printer.close()
  signal?.addEventListener('abort', close)
  try {
    const broken = printer.over.then((problem) => Promise.reject(new ConnectionProblem(problem)))
    broken.catch(() => undefined)
    if (answers) await Promise.race([ready(printer, asking), broken])
    begun = true
    printer.write(bytes)
    // Asked for in the line of all orders, so it is answered when what is before it is done.
    const printed = answers
      ? asking.ask(printer, [0x1d, 0x72, 1], PRINT_MS)
      : within(printer.finish(), PRINT_MS)
    await Promise.race([printed, broken])
  } catch (error) {
    throw error instanceof NotPrinted ? error : new NotPrinted(problemOf(error), begun)
  } finally {
    signal?.removeEventListener('abort', close)
    close()
  }
}

/** Asks a printer how it is before anything is sent. Rejects with what is wrong. */
async function ready(printer: OpenSource, asking: Asking): Promise<void> {
  // DLE EOT 2 and 4 of ESC/POS: what keeps it from printing, and the paper.
  const state = await asking.ask(printer, [0x10, 0x04, 2], ANSWER_MS)
  if (state & 0x04) throw new NotPrinted('cover_open', false)
  if (state & 0x20) throw new NotPrinted('paper_out', false)
  if (state & 0x40) throw new NotPrinted('printer_error', false)
  const paper = await asking.ask(printer, [0x10, 0x04, 4], ANSWER_MS)
  if (paper & 0x60) throw new NotPrinted('paper_out', false)
}

/** Questions that are answered with one byte, one after the other. */
class Asking {
  #answered: ((byte: number) => void) | undefined

  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      const answered = this.#answered
      this.#answered = undefined
      answered?.(byte)
    }
  }

  ask(printer: OpenSource, order: readonly number[], limit: number): Promise<number> {
    const answer = new Promise<number>((resolve) => {
      this.#answered = resolve
    })
    printer.write(Uint8Array.from(order))
    return within(answer, limit)
  }
}

/** Rejects with `silent` where it takes longer. */
async function within<T>(what: Promise<T>, limit: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new ConnectionProblem('silent')), limit)
  try {
    return await Promise.race([what, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
