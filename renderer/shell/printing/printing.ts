import { hasLetters, type CodePage } from '../../../app/receipts/codePages.ts'
import type { Receipt, ReceiptPart } from '../../../app/receipts/receipt.ts'
import { office } from '../office/office.ts'
import { drawRow } from './drawing.ts'

/** A printer as the office tells of it. */
export interface ReceiptPrinter {
  readonly id: number
  readonly columns: number
  readonly dots: number
  readonly pages: readonly CodePage[]
}

/** A receipt with every row that the printer has no letters for as a picture. */
export async function readyFor(printer: ReceiptPrinter, { title, parts }: Receipt): Promise<Receipt> {
  const { columns, dots, pages } = printer
  const ready = parts.map((part): ReceiptPart | Promise<ReceiptPart> =>
    part.kind === 'row' && !part.cells.every(({ text }) => hasLetters(text, pages))
      ? drawRow(part, columns, dots)
      : part,
  )
  return { title, parts: await Promise.all(ready) }
}

/** Puts a receipt into the printer's queue. Answers at once: whether it comes out, the printer's line in Devices says. */
export async function printReceipt(printer: ReceiptPrinter, receipt: Receipt): Promise<void> {
  await office.devices.print({ printer: printer.id, receipt: await readyFor(printer, receipt) })
}
