import { byteOf, codePages, isAscii, type CodePage } from '../../../app/receipts/codePages.ts'
import type { Receipt, ReceiptPart, ReceiptPicture, ReceiptRow } from '../../../app/receipts/receipt.ts'
import { linesOf } from '../../../app/receipts/rows.ts'

/** What a printer has. */
export interface PrinterMake {
  readonly columns: number
  readonly pages: readonly CodePage[]
  readonly cuts: boolean
}

const ESC = 0x1b
const GS = 0x1d
const FS = 0x1c
const LF = 0x0a

/** The highest strip of a picture that is sent at once: small printers have small memories. */
const STRIP = 128

const kinds = { 'ean-13': 67, 'ean-8': 68, 'code-39': 69, 'code-128': 73 } as const

/**
 * A receipt in the language of receipt printers (ESC/POS, as in Epson's reference for its TM printers). What no code
 * page of the printer has comes out as a question mark: whoever wants it readable sends it as a picture.
 */
export function escPos({ parts }: Receipt, make: PrinterMake): Uint8Array {
  // As after switching on; no double-byte letters, which Chinese printers begin with.
  const start = [ESC, 0x40, FS, 0x2e]
  return Uint8Array.from([...start, ...parts.flatMap((part) => bytesOf(part, make))])
}

/** What opens a drawer that hangs on the printer, at the pin 2 or 5 of its plug. For a tenth of a second. */
export const drawerKick = (pin: 2 | 5): Uint8Array => Uint8Array.of(ESC, 0x70, pin === 2 ? 0 : 1, 50, 250)

function bytesOf(part: ReceiptPart, make: PrinterMake): number[] {
  switch (part.kind) {
    case 'row':
      return rowBytes(part, make)
    case 'rule':
      return [...text('-'.repeat(make.columns), make.pages), LF]
    case 'bars':
      return centred(part.symbol === 'qr' ? qrBytes(part.text) : barBytes(part.symbol, part.text))
    case 'picture':
      return centred(pictureBytes(part))
    case 'feed':
      return [ESC, 0x64, part.lines]
    case 'cut':
      // Where nothing cuts, the last line still has to come out from under the cover.
      return make.cuts ? [GS, 0x56, 66, 0] : [ESC, 0x64, 4]
  }
}

function rowBytes(row: ReceiptRow, { columns, pages }: PrinterMake): number[] {
  const style = [ESC, 0x45, row.bold ? 1 : 0, GS, 0x21, row.big ? 0x11 : 0]
  return [
    ...style,
    ...linesOf(row, columns).flatMap((line) => [...text(line, pages), LF]),
    ESC,
    0x45,
    0,
    GS,
    0x21,
    0,
  ]
}

/** Letters as bytes, each from a code page that has it. What none has is a question mark. */
export function text(line: string, pages: readonly CodePage[]): number[] {
  let chosen: CodePage | undefined
  return [...line].flatMap((letter) => {
    if (isAscii(letter)) return [letter.charCodeAt(0)]
    const page = [chosen, ...pages].find((one) => one && byteOf(letter, one) !== undefined)
    const byte = page && byteOf(letter, page)
    if (page === undefined || byte === undefined) return [0x3f]
    if (page === chosen) return [byte]
    chosen = page
    return [ESC, 0x74, codePages[page].number, byte]
  })
}

const centred = (bytes: readonly number[]): number[] => [ESC, 0x61, 1, ...bytes, ESC, 0x61, 0]

function barBytes(symbol: keyof typeof kinds, code: string): number[] {
  const ascii = [...code].map((letter) => letter.charCodeAt(0) & 0x7f)
  // Code 128 says first which of its sets is meant; its own sign for that is doubled where it stands in the text.
  const data =
    symbol === 'code-128'
      ? [0x7b, 0x42, ...ascii.flatMap((byte) => (byte === 0x7b ? [byte, byte] : [byte]))]
      : ascii
  // 64 dots high, two wide, figures below.
  return [GS, 0x68, 64, GS, 0x77, 2, GS, 0x48, 2, GS, 0x6b, kinds[symbol], data.length, ...data]
}

function qrBytes(code: string): number[] {
  const data = [...Buffer.from(code, 'utf8')]
  const order = (fn: number, ...more: number[]) => {
    const length = more.length + 2
    return [GS, 0x28, 0x6b, length & 0xff, length >> 8, 49, fn, ...more]
  }
  return [...order(65, 50, 0), ...order(67, 6), ...order(69, 49), ...order(80, 48, ...data), ...order(81, 48)]
}

function pictureBytes({ width, height, dots }: ReceiptPicture): number[] {
  const bits = Buffer.from(dots, 'base64')
  const across = width / 8
  const bytes: number[] = []
  for (let top = 0; top < height; top += STRIP) {
    const rows = Math.min(STRIP, height - top)
    const strip = Buffer.alloc(rows * across)
    bits.copy(strip, 0, top * across)
    bytes.push(GS, 0x76, 0x30, 0, across & 0xff, across >> 8, rows & 0xff, rows >> 8, ...strip)
  }
  return bytes
}
