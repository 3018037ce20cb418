import { expect, it } from 'vitest'
import { Coded } from './column.ts'

it('keeps what every record has, however many different values come, in no more room than they need', () => {
  const count = 70_000
  const column = new Coded(100, false)
  column.grow(count)
  const room = () => column.codes.BYTES_PER_ELEMENT
  const rooms: number[] = []
  for (let slot = 0; slot < count; slot++) {
    column.set(slot, `city ${slot}`)
    if (room() !== rooms.at(-1)) rooms.push(room())
  }
  expect(rooms).toEqual([1, 2, 4])
  const lost = Array.from({ length: count }, (_, slot) => slot).filter(
    (slot) => column.values[column.codes[slot]!]![0] !== `city ${slot}`,
  )
  expect(lost).toEqual([])
  column.set(5, 'city 6')
  column.set(6, null)
  expect(column.values[column.codes[5]!]).toEqual(['city 6'])
  expect(column.values[column.codes[6]!]).toEqual([])

  const grown = new Coded(10, false)
  for (let slot = 0; slot < 300; slot++) {
    if (slot === 10) grown.grow(300)
    grown.set(slot, slot)
  }
  expect(grown.values[grown.codes[299]!]).toEqual([299])
})
