import { open } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Receipt } from '../../../app/receipts/receipt.ts'
import { hasSocat, linePair } from '../connection/linePairForTests.ts'
import { drawerKick, escPos } from './escpos.ts'
import { paper } from './paperForTests.ts'
import { PracticePrinter } from './printerForTests.ts'
import { sendToPrinter } from './sending.ts'

const make = { columns: 32, pages: ['wpc1252', 'pc866'], cuts: true } as const

const receipt = (...parts: Receipt['parts']): Receipt => ({ title: 'Receipt 17', parts })
const row = (...cells: { text: string; width?: number; align?: 'end' | 'center' }[]) =>
  ({ kind: 'row', cells }) as const

describe('a receipt in the language of printers', () => {
  it('has its columns, its bold and big lines, in the code page that knows the letters', () => {
    const bytes = escPos(
      receipt(
        { ...row({ text: 'Café Angkor', align: 'center' }), big: true },
        { kind: 'rule' },
        row({ text: 'Чай зелёный' }, { text: '2 × 3.50', width: 9, align: 'end' }),
        { ...row({ text: 'Total' }, { text: '7.00', width: 8, align: 'end' }), bold: true },
        row({ text: 'តែ' }),
      ),
      make,
    )
    expect(paper(bytes)).toEqual([
      '#  Café Angkor',
      '-'.repeat(32),
      'Чай зелёный             2 × 3.50',
      '*Total                       7.00',
      '??',
    ])
  })

  it('breaks what is too long between words, cell by cell', () => {
    const long = 'Jasmine rice of the new harvest, twenty-five kilograms'
    const lines = paper(escPos(receipt(row({ text: long }, { text: '48.00', width: 8, align: 'end' })), make))
    expect(lines).toEqual(['Jasmine rice of the new    48.00', 'harvest, twenty-five', 'kilograms'])
  })

  it('has bars, a QR code, pictures in strips, the cut, and opens the drawer', () => {
    const dots = Buffer.alloc(8 * 200, 0)
    dots[8 * 150] = 0xff
    const bytes = escPos(
      receipt(
        { kind: 'bars', symbol: 'ean-13', text: '4006381333931' },
        { kind: 'bars', symbol: 'code-128', text: 'A{17' },
        { kind: 'bars', symbol: 'qr', text: 'https://counterpart.example' },
        { kind: 'picture', width: 64, height: 200, dots: dots.toString('base64') },
        { kind: 'feed', lines: 1 },
        { kind: 'cut' },
      ),
      make,
    )
    expect(paper(Uint8Array.from([...bytes, ...drawerKick(5)]))).toEqual([
      '[bars 67: 4006381333931]',
      '[bars 73: {BA{{17]',
      '[QR: https://counterpart.example]',
      '[picture 64×128, 0 black]',
      '[picture 64×72, 8 black]',
      '',
      '[cut]',
      '[drawer at pin 5]',
    ])
  })
})

describe('a printer in the network', () => {
  const bytes = escPos(receipt(row({ text: 'Tea' })), make)
  const practice = async () => {
    const printer = new PracticePrinter()
    await printer.listen()
    onTestFinished(() => printer.close())
    const send = () =>
      sendToPrinter({ source: { kind: 'tcp', host: '127.0.0.1', port: printer.port }, answers: true }, bytes)
    return { printer, send }
  }

  it('prints, and says so itself', async () => {
    const { printer, send } = await practice()
    await send()
    expect(printer.paper).toEqual(['Tea'])
  })

  it('is asked first: without paper, or with an open cover, nothing is sent', async () => {
    const { printer, send } = await practice()
    printer.paperState = 0x72
    await expect(send()).rejects.toMatchObject({ problem: 'paper_out', begun: false })
    printer.paperState = 0x12
    printer.state = 0x16
    await expect(send()).rejects.toMatchObject({ problem: 'cover_open', begun: false })
    printer.mute = true
    await expect(send()).rejects.toMatchObject({ problem: 'silent', begun: false })
    expect(printer.paper).toEqual([])
  })

  it('that goes away in the middle may have printed', async () => {
    const { printer, send } = await practice()
    printer.breaksOff = true
    await expect(send()).rejects.toMatchObject({ problem: 'lost', begun: true })
  })
})

it.skipIf(!hasSocat)('a printer on a serial line prints (pseudo-terminals; needs socat)', async () => {
  const { here, there, gone } = await linePair()
  onTestFinished(gone)
  const end = await open(there, 'r')
  const line = { kind: 'serial', path: here, baud: 19_200, bits: 8, parity: 'none', stopBits: 1 } as const
  const bytes = escPos(receipt(row({ text: 'Tea' }), { kind: 'cut' }), make)
  await sendToPrinter({ source: line, answers: false }, bytes)
  const { buffer, bytesRead } = await end.read(Buffer.alloc(1_000))
  await end.close()
  expect(paper(buffer.subarray(0, bytesRead))).toEqual(['Tea', '[cut]'])
})
