import { Users } from 'lucide-react'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { activeWindow, frameOf, windowList } from './deskState.ts'
import { deskWith, idOf } from './deskForTests.ts'
import { group } from './grouping.ts'
import { registerKind } from './kinds.ts'
import { minimise, place } from './moving.ts'
import { focus } from './opening.ts'
import { readDesk, readTorn, saveDesk } from './saving.ts'
import { tearOff } from './tornOff.ts'

let forget: (() => void)[] = []
beforeAll(() => {
  forget = ['/clients', '/clients/:id', '/log'].map((pattern) =>
    registerKind({
      pattern,
      title: () => pattern,
      icon: Users,
      size: { width: 600, height: 400, minWidth: 320, minHeight: 200 },
      component: () => null,
      area: 'clients',
    }),
  )
})
afterAll(() => {
  for (const each of forget) each()
})

const fresh = deskWith()

describe('a saved desk', () => {
  test('knows what stood on other screens, without what can no longer be opened', () => {
    const open = deskWith('/clients', '/clients/1')
    const at = { left: 1400, top: -40, width: 760, height: 560 }
    const torn = { id: 't', address: '/clients/1', title: 'Mekong Rice', at }
    const after = tearOff(open, idOf(open, '/clients/1') ?? '', torn)
    expect(windowList(after).map((window) => window.address)).toEqual(['/clients'])
    const saved: unknown = JSON.parse(JSON.stringify(saveDesk(after)))
    expect(readTorn(saved)).toEqual([{ address: '/clients/1', title: 'Mekong Rice', at }])
    expect(readDesk(saved, fresh).torn).toEqual({})
    const broken = { ...saveDesk(after), torn: [{ address: '/gone', title: '', at }, { address: 5 }, null] }
    expect(readTorn(broken)).toEqual([])
    expect(readTorn('{')).toEqual([])
  })

  test('comes back as it was: places, depth, tabs, the order of the task strip', () => {
    const open = deskWith('/clients', '/log', '/clients/1', '/clients/2')
    const [list, log, one, two] = ['/clients', '/log', '/clients/1', '/clients/2'].map((a) => idOf(open, a))
    const grouped = group(open, two ?? '', one ?? '')
    const before = focus(minimise(place(grouped, log ?? '', 'end'), list ?? ''), two ?? '')
    const after = readDesk(JSON.parse(JSON.stringify(saveDesk(before))), fresh)
    expect(saveDesk(after)).toEqual(saveDesk(before))
    expect(windowList(after).map((window) => window.address)).toEqual(windowList(open).map((w) => w.address))
    expect(after.windows[activeWindow(after) ?? '']?.address).toBe('/clients/2')
    expect(frameOf(after, idOf(after, '/clients'))?.minimised).toBe(true)
  })

  test('never takes an id that was in use: React would show old content under a new address', () => {
    const before = deskWith('/clients')
    const after = readDesk(saveDesk(before), before)
    expect(idOf(after, '/clients')).not.toBe(idOf(before, '/clients'))
  })

  test('drops addresses without a kind, and second windows of one address', () => {
    const saved = saveDesk(deskWith('/clients', '/gone', '/gone/5'))
    const twice = { ...saved, frames: [...saved.frames, ...saved.frames] }
    expect(windowList(readDesk(twice, fresh)).map((window) => window.address)).toEqual(['/clients'])
  })

  test('keeps what is whole beside what is broken', () => {
    const saved = saveDesk(deskWith('/clients', '/log'))
    const [first, second] = saved.frames
    const broken = {
      ...saved,
      frames: [{ ...first, rect: { start: 'left' } }, null, 7, second],
      sizes: { a: 1 },
    }
    expect(windowList(readDesk(broken, fresh)).map((window) => window.address)).toEqual(['/log'])
  })

  test.each([undefined, null, '', '{', '[]', 'null', 0, {}, { version: 2, frames: [] }, { version: 1 }])(
    'that is %j gives an empty desk',
    (saved) => {
      expect(windowList(readDesk(saved, fresh))).toEqual([])
    },
  )

  test('is never the end of the start, whatever it holds', () => {
    const piece = fc.oneof(fc.anything(), fc.constantFrom('/clients', '/log', 1, -1, 1e9))
    const frame = fc.record(
      { rect: piece, on: piece, place: piece, minimised: piece, front: piece, tabs: fc.array(piece) },
      { requiredKeys: [] },
    )
    const saved = fc.record({
      version: fc.constant(1),
      frames: fc.array(fc.oneof(frame, piece)),
      sizes: piece,
    })
    fc.assert(fc.property(fc.oneof(saved, fc.anything()), (any) => void readDesk(any, fresh)))
  })
})
