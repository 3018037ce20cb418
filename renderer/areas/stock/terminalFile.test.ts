import { expect, test } from 'vitest'
import { readTerminalFile } from './terminalFile.ts'

const known: Record<string, { factor: number; item: { id: number } }> = {
  '4006381333931': { factor: 1000, item: { id: 1 } },
  '14006381333938': { factor: 12_000, item: { id: 1 } },
  A7: { factor: 1000, item: { id: 2 } },
}
const look = async (code: string) => known[code] ?? null

test('lines of a terminal are counts of the unit that the code stands for', async () => {
  const text = '\uFEFF4006381333931;3\r\n14006381333938;2\r\n\r\n"A7","0.250"\r\nA7\t1,5\r\n'
  expect(await readTerminalFile(text, look)).toEqual({
    counts: [
      { itemId: 1, quantity: 3000 },
      { itemId: 1, quantity: 24_000 },
      { itemId: 2, quantity: 250 },
      { itemId: 2, quantity: 1500 },
    ],
    wrong: [],
  })
})

test('every line that cannot be taken is named, by its number in the file', async () => {
  const text = 'A7;1\nunknown;2\nA7\nA7;x\n\nA7;0\nA7;2'
  expect(await readTerminalFile(text, look)).toEqual({
    counts: [
      { itemId: 2, quantity: 1000 },
      { itemId: 2, quantity: 2000 },
    ],
    wrong: [2, 3, 4, 6],
  })
})
