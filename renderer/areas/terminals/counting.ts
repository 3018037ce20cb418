import { create } from 'zustand'
import { thousandths } from '../../../app/quantity.ts'
import { codeOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'

/** One thing that is being counted; the quantity as people write it. */
export interface Counted {
  readonly barcode: string
  readonly quantity: number
}

interface Count {
  readonly key: string
  readonly name: string
  readonly lines: readonly Counted[]
}

interface Counting {
  /** What is being counted. */
  readonly lines: readonly Counted[]
  /** What was sent and is not known to have arrived. */
  readonly waiting: readonly Count[]
  /** How many the office has taken since the page was opened. */
  readonly arrived: number
}

const kept = 'counterpart.counting'

/** Somebody may have cleared a part of it: what does not fit is as at the beginning. */
function keptCounting(): Counting {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? '{}') as Partial<Counting>
    return { lines: found.lines ?? [], waiting: found.waiting ?? [], arrived: 0 }
  } catch {
    return { lines: [], waiting: [], arrived: 0 }
  }
}

/** The count of this computer or telephone: it stays through a gap in the network, and when the page is closed. */
export const useCounting = create<Counting>(keptCounting)
useCounting.subscribe(({ lines, waiting }) => localStorage.setItem(kept, JSON.stringify({ lines, waiting })))

/** Adds to what is counted of a code; the latest stands first. */
export function count(barcode: string, quantity: number): void {
  useCounting.setState(({ lines }) => {
    const before = lines.find((line) => line.barcode === barcode)?.quantity ?? 0
    const others = lines.filter((line) => line.barcode !== barcode)
    return { lines: [{ barcode, quantity: before + quantity }, ...others] }
  })
}

/** Puts another quantity in its place; none takes the line away. */
export function recount(barcode: string, quantity: number | null): void {
  useCounting.setState(({ lines }) => ({
    lines: lines.flatMap((line) =>
      line.barcode !== barcode ? [line] : quantity === null ? [] : [{ barcode, quantity }],
    ),
  }))
}

/** The count is done: it waits to be sent (`sendWaiting`). */
export function finishCount(name: string): void {
  const key = Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-')
  useCounting.setState(({ lines, waiting }) => ({
    lines: [],
    waiting: [...waiting, { key, name, lines: lines.filter(({ quantity }) => Number.isFinite(quantity)) }],
  }))
}

let sending = false

/** Sends what waits, one after the other; each by its key, so that it is kept once however often it is sent. */
export async function sendWaiting(): Promise<void> {
  if (sending) return
  sending = true
  try {
    for (let next = useCounting.getState().waiting[0]; next; next = useCounting.getState().waiting[0]) {
      const { key, name, lines } = next
      const whole = lines.map(({ barcode, quantity }) => ({
        barcode,
        quantity: Math.round(quantity * thousandths),
      }))
      // eslint-disable-next-line no-await-in-loop -- one after the other
      await office.terminals.send({ key, name, lines: whole })
      useCounting.setState(({ waiting, arrived }) => ({
        waiting: waiting.filter((one) => one.key !== key),
        arrived: arrived + 1,
      }))
    }
  } catch (error) {
    // A gap in the network is no news: it is tried again. A refusal is for whoever reads it.
    if (codeOf(error) !== undefined) throw error
  } finally {
    sending = false
  }
}
