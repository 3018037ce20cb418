import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { ConnectionState } from '../connection/problems.ts'
import { pathAmong } from '../connection/serialLines.ts'
import { hasSocat, linePair } from '../connection/linePairForTests.ts'
import { codes } from './codes.ts'
import { listenToScanner } from './scanner.ts'
import { until } from '../connection/untilForTests.ts'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

function reader(ends: 'line' | 'tab' | 'pause') {
  const read: string[] = []
  const taking = codes(ends, (code) => read.push(code))
  return { read, take: (text: string) => taking.take(Buffer.from(text, 'latin1')) }
}

describe('what a scanner sends', () => {
  it('is a code, whatever end of line it is set to, cut at any byte', () => {
    const { read, take } = reader('line')
    for (const part of ['88400', '00000017\r', '\n4006381333931\n', 'A-17\r', 'B-18\r\n']) take(part)
    expect(read).toEqual(['8840000000017', '4006381333931', 'A-17', 'B-18'])
  })

  it('loses the marks of its frame, and keeps the separator of GS1', () => {
    const { read, take } = reader('line')
    take('\x020100000000000017\x1d10LOT\x03\r')
    expect(read).toEqual(['0100000000000017\x1d10LOT'])
  })

  it('ends with a tab where that is the setting, or with a rest', async () => {
    const tabs = reader('tab')
    tabs.take('4006381333931\tA-17\t')
    expect(tabs.read).toEqual(['4006381333931', 'A-17'])
    const rests = reader('pause')
    rests.take('40063813')
    rests.take('33931')
    expect(rests.read).toEqual([])
    await until(() => expect(rests.read).toEqual(['4006381333931']))
  })
})

it('a USB device is found again under another name, and never taken for its twin', () => {
  const usb = { vendor: '05e0', product: '1701', serial: 'S1' }
  const line = (path: string, serial: string) => ({ path, maker: '', usb: { ...usb, serial } })
  expect(pathAmong([line('/dev/ttyACM0', 'S2'), line('/dev/ttyACM1', 'S1')], '/dev/ttyACM0', usb)).toBe(
    '/dev/ttyACM1',
  )
  expect(pathAmong([line('/dev/ttyACM1', 'S1'), line('/dev/ttyACM2', 'S1')], '/dev/ttyACM0', usb)).toBe(
    '/dev/ttyACM0',
  )
  expect(pathAmong([], '/dev/ttyACM0', usb)).toBe('/dev/ttyACM0')
})

describe.skipIf(!hasSocat)('a scanner on a serial line (a pair of pseudo-terminals; needs socat)', () => {
  it('is heard, and heard again once it is plugged in again', async () => {
    const pair = await linePair()
    endings.push(pair.gone)
    const read: string[] = []
    const states: ConnectionState[] = []
    endings.push(
      listenToScanner(
        {
          connection: {
            kind: 'serial',
            path: pair.here,
            baud: 9600,
            bits: 8,
            parity: 'none',
            stopBits: 1,
            usb: null,
          },
          ends: 'line',
          seat: 'office',
        },
        { code: (code) => read.push(code), state: (state) => states.push(state) },
        30,
      ),
    )
    const connected = () => states.at(-1)?.kind === 'connected'
    await until(() => expect(connected()).toBe(true))
    const scan = async (text: string) => {
      const end = await open(pair.there, 'w')
      await end.write(text)
      await pause(30)
      await end.close()
    }
    await scan('4006381333931\r\n')
    await until(() => expect(read).toEqual(['4006381333931']))

    // Pulled out in the middle of a code.
    await scan('88400')
    await pair.pull()
    await until(() => expect(states.at(-1)?.problem).toBe('no_device'))
    await pair.plugIn()
    await until(() => expect(connected()).toBe(true))
    await scan('8840000000017\r\n')
    await until(() => expect(read).toEqual(['4006381333931', '8840000000017']))
  })
})
