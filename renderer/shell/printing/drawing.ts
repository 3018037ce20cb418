import type { ReceiptPicture, ReceiptRow } from '../../../app/receipts/receipt.ts'
import { widthsOf } from '../../../app/receipts/rows.ts'

/** A column of letters on receipt paper is so many dots wide, and a line so many high. */
const COLUMN = 12
const LINE = 32
const LETTER = 24

type Pen = OffscreenCanvasRenderingContext2D

function penFor(width: number, height: number, { bold, big }: ReceiptRow): Pen {
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('no canvas')
  // The faces of the program have every script that it speaks.
  const { fontFamily } = getComputedStyle(document.body)
  pen.font = `${bold ? 700 : 500} ${big ? 2 * LETTER : LETTER}px ${fontFamily}`
  return pen
}

/** The text in lines that are no wider than so many dots, broken where the language lets it. */
function fold(pen: Pen, text: string, width: number): string[] {
  const pieces = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  )
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && pen.measureText((line + piece).trimEnd()).width > width) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trim()]
}

const rightToLeft = (text: string): boolean => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)

/** A row as a picture, for printers that lack its letters: the same columns, the same places. */
export async function drawRow(row: ReceiptRow, columns: number, dots: number): Promise<ReceiptPicture> {
  const { cells, big = false } = row
  await document.fonts.load(
    `${LETTER}px ${getComputedStyle(document.body).fontFamily}`,
    cells.map(({ text }) => text).join(' '),
  )
  const scale = big ? 2 : 1
  const widths = widthsOf(cells, Math.floor(columns / scale)).map((width) => width * COLUMN * scale)
  const measuring = penFor(8, 8, row)
  const lines = cells.map(({ text }, index) => fold(measuring, text, widths[index]!))
  const height = Math.max(...lines.map(({ length }) => length)) * LINE * scale
  const pen = penFor(dots, height, row)
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, dots, height)
  pen.fillStyle = 'black'
  pen.textBaseline = 'middle'
  let left = 0
  for (const [index, { align = 'start', text }] of cells.entries()) {
    const width = widths[index]!
    const turned = rightToLeft(text)
    pen.direction = turned ? 'rtl' : 'ltr'
    pen.textAlign = align
    const atLeft = turned ? align === 'end' : align === 'start'
    const x = align === 'center' ? left + width / 2 : atLeft ? left : left + width
    for (const [at, line] of lines[index]!.entries()) pen.fillText(line, x, (at + 0.5) * LINE * scale)
    left += width + COLUMN * scale
  }
  return { kind: 'picture', width: dots, height, dots: dotsOf(pen, dots, height) }
}

/** Black or white, eight dots in a byte, as base64. */
function dotsOf(pen: Pen, width: number, height: number): string {
  const { data } = pen.getImageData(0, 0, width, height)
  const bytes = new Uint8Array((width / 8) * height)
  for (let dot = 0; dot < width * height; dot++)
    if (data[dot * 4]! < 144) bytes[dot >> 3]! |= 0x80 >> (dot & 7)
  let letters = ''
  for (const byte of bytes) letters += String.fromCharCode(byte)
  return btoa(letters)
}
