import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readyFormats } from '../../../app/terminals/formats.ts'
import { lineReader } from '../../../app/terminals/reading.ts'
import { hasSocat, linePair } from '../connection/linePairForTests.ts'
import { watchFolder } from './folder.ts'
import { listenToTerminal } from './stream.ts'
import { readTransfer } from './transfer.ts'
import { until } from '../connection/untilForTests.ts'

const read = (format: keyof typeof readyFormats, text: string) =>
  readTransfer(readyFormats[format], Buffer.from(text))
const pairs = ({ lines }: ReturnType<typeof read>) =>
  lines.map(({ barcode, quantity }) => [barcode, quantity])

describe('what terminals write', () => {
  it.each([
    ['semicolon', '4006381333931;12\r\n"A-17";0,5;shelf 3\r\n'],
    ['comma', '4006381333931,12\nA-17,0.5\n'],
    ['tab', '4006381333931\t12\rA-17\t0.5\r'],
    ['fixed', '4006381333931    12\r\nA-17            0.5\r\n\x1a'],
    ['cipherlab', '4006381333931,12,2026/11/21,09:15:00\r\nA-17,0.5,2026/11/21,09:15:07\r\n'],
    ['zebra', '21.11.26,09:15:00,EAN13,4006381333931,12\nA,09:15:07,C128,A-17,0.5\n'],
  ] as const)('is read as %s', (format, text) => {
    const found = read(format, text)
    expect(pairs(found)).toEqual([
      ['4006381333931', 12_000],
      ['A-17', 500],
    ])
    expect(found).toMatchObject({ strange: [], cutOff: false })
  })

  it('counts one for each line where only codes are sent', () => {
    expect(pairs(read('barcodes', 'A-17\nA-17\n'))).toEqual([
      ['A-17', 1000],
      ['A-17', 1000],
    ])
  })

  it('is not believed where a line does not fit, or the end is missing', () => {
    expect(read('semicolon', '4006381333931;12\nA-17;tw')).toMatchObject({ strange: ['A-17;tw'] })
    const ended = { kind: 'lines', pattern: '{barcode};{quantity}', end: 'END' } as const
    expect(readTransfer(ended, Buffer.from('A-17;1\nEND\n'))).toMatchObject({ cutOff: false, strange: [] })
    expect(readTransfer(ended, Buffer.from('A-17;1\n'))).toMatchObject({ cutOff: true })
  })

  it('says what is wrong with a pattern', () => {
    for (const [pattern, fault] of [
      ['{quantity}', 'barcode'],
      ['{barcode};{amount}', 'unknown'],
      ['{barcode}[;{quantity}', 'closed'],
      ['{barcode};{barcode}', 'twice'],
    ] as const)
      expect(() => lineReader({ pattern })).toThrow(expect.objectContaining({ fault }))
  })

  it('may be a table of dBASE, which says how long it is', () => {
    const file = dbf([
      [' ', '4006381333931', '12.000'],
      ['*', 'DELETED', '1.000'],
      [' ', 'A-17', '0.500'],
    ])
    const found = readTransfer(readyFormats.dbf, file)
    expect(pairs(found)).toEqual([
      ['4006381333931', 12_000],
      ['A-17', 500],
    ])
    expect(found).toMatchObject({ strange: [], cutOff: false })
    expect(readTransfer(readyFormats.dbf, file.subarray(0, -20))).toMatchObject({ cutOff: true })
    expect(readTransfer(readyFormats.dbf, Buffer.from('no table'))).toMatchObject({ cutOff: true })
  })
})

/** A table as dBASE III writes it: BARCODE of 20 letters, QUANTITY of 10 with 3 decimals. */
function dbf(rows: readonly (readonly [string, string, string])[]): Buffer {
  const header = Buffer.alloc(97)
  header[0] = 3
  header.writeUInt32LE(rows.length, 4)
  header.writeUInt16LE(97, 8)
  header.writeUInt16LE(31, 10)
  header.write('BARCODE', 32)
  header.write('C', 43)
  header[48] = 20
  header.write('QUANTITY', 64)
  header.write('N', 75)
  header[80] = 10
  header[96] = 0x0d
  const body = rows.map(([mark, code, count]) => `${mark}${code.padEnd(20)}${count.padStart(10)}`).join('')
  return Buffer.concat([header, Buffer.from(`${body}\x1a`)])
}

it('a file is taken from the folder once it is whole, and put on its shelf', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-terminal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const taken: string[] = []
  const states: string[] = []
  const stop = watchFolder(
    folder,
    async (name, bytes) => {
      taken.push(`${name}: ${Buffer.from(bytes).toString()}`)
      return name.startsWith('bad') ? 'broken' : 'taken'
    },
    ({ kind }) => states.push(kind),
    40,
  )
  onTestFinished(stop)
  mkdirSync(path.join(folder, 'below'))
  writeFileSync(path.join(folder, 'count.txt'), 'A-17;1')
  writeFileSync(path.join(folder, 'bad.csv'), '?')
  writeFileSync(path.join(folder, 'notes.doc'), 'not for us')
  await until(() => expect(taken.toSorted()).toEqual(['bad.csv: ?', 'count.txt: A-17;1']))
  await until(() => expect(readdirSync(path.join(folder, 'taken'))[0]).toMatch(/^count .*\.txt$/))
  await until(() => expect(readdirSync(path.join(folder, 'broken'))[0]).toMatch(/^bad .*\.csv$/))
  expect(existsSync(path.join(folder, 'notes.doc'))).toBe(true)
  expect(states).toEqual(['connected'])
})

describe.skipIf(!hasSocat)('a terminal on a serial line (pseudo-terminals; needs socat)', () => {
  it('sends in one go; what breaks off is said to be cut', async () => {
    const pair = await linePair()
    onTestFinished(pair.gone)
    const came: string[] = []
    const states: string[] = []
    const line = { kind: 'serial', path: pair.here, baud: 9600, bits: 8, parity: 'none' } as const
    onTestFinished(
      listenToTerminal(
        line,
        (bytes, cut) => came.push(`${Buffer.from(bytes).toString()}${cut ? ' (cut)' : ''}`),
        ({ kind }) => states.push(kind),
        { restMs: 150, pauseMs: 30 },
      ),
    )
    await until(() => expect(states.at(-1)).toBe('connected'))
    const end = await open(pair.there, 'w')
    await end.write('A-17;1\r\nB-')
    await end.write('18;2\r\n')
    await until(() => expect(came).toEqual(['A-17;1\r\nB-18;2\r\n']))
    await end.write('A-17;1\r\nB-')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await end.close()
    await pair.pull()
    await until(() => expect(came.at(-1)).toBe('A-17;1\r\nB- (cut)'))
  })
})
