import { describe, expect, it } from 'vitest'
import type { LiveCall } from '../../../../app/liveCall.ts'
import { heardAgain, talkedSeconds, waitedSeconds, type HeardCall } from '../../../shell/calls/heard.ts'
import { shownCalls } from './shown.ts'

const told = (over: Partial<LiveCall> = {}): LiveCall => ({
  id: 1,
  exchangeId: 1,
  at: 1_000_000,
  direction: 'incoming',
  number: '012345678',
  e164: '+85512345678',
  name: '',
  line: null,
  startedAt: 1_000_000,
  answeredAt: null,
  endedAt: null,
  outcome: null,
  ringing: [],
  talking: [],
  employee: null,
  talkSeconds: 0,
  talkingSince: null,
  voiceMessage: false,
  own: 'rings',
  partOf: null,
  clientId: null,
  clients: [],
  ...over,
})

/** A call told several times, at these moments of this computer. */
const heard = (...steps: readonly [now: number, call: Partial<LiveCall>][]): HeardCall =>
  steps.reduce<HeardCall | undefined>(
    (before, [now, call]) => heardAgain(before, told({ at: 1_000_000 + now, ...call }), now),
    undefined,
  )!
const ids = (calls: readonly HeardCall[], now: number, more: { closed?: number; held?: number } = {}) =>
  shownCalls(calls, {
    closed: new Set(more.closed === undefined ? [] : [more.closed]),
    held: more.held ?? null,
    now,
  }).map(({ call }) => call.id)

describe('which calls are shown', () => {
  it('shows what rings at one’s own telephone and nobody else’s', () => {
    const own = heard([0, {}])
    const other = heard([0, { id: 2, own: null }])
    expect(ids([own, other], 60_000)).toEqual([1])
    expect(ids([own], 60_000, { closed: 1 })).toEqual([])
  })

  it('says for a moment that a colleague was quicker, then goes', () => {
    const call = heard([0, {}], [3000, { own: 'before', answeredAt: 1_003_000 }])
    expect(call).toMatchObject({ phase: 'elsewhere', since: 3000, talked: false })
    expect([ids([call], 7000), ids([call], 8000)]).toEqual([[1], []])
    expect(ids([call], 600_000, { held: 1 })).toEqual([1])
  })

  it('leaves time for a note after a talk, less after a call that nobody answered', () => {
    const talk = heard([0, {}], [3000, { own: 'talks' }], [9000, { own: 'before', endedAt: 1_009_000 }])
    const missed = heard([0, { id: 2 }], [9000, { id: 2, own: 'before', endedAt: 1_009_000 }])
    expect(ids([talk, missed], 16_000)).toEqual([1, 2])
    expect(ids([talk, missed], 18_000)).toEqual([1])
    expect(ids([talk, missed], 39_000)).toEqual([])
  })

  it('has what rings first, also while one talks', () => {
    const talk = heard([0, { own: 'talks', startedAt: 900_000 }])
    const rings = heard([5000, { id: 2, startedAt: 1_005_000 }])
    expect(ids([talk, rings], 6000)).toEqual([2, 1])
  })

  it('follows a call that went into another', () => {
    const call = heard([0, {}], [2000, { endedAt: 1_002_000, partOf: 7, own: 'before' }])
    expect(ids([call], 2000, { held: 1 })).toEqual([])
  })
})

describe('what is heard of a call', () => {
  it('is never undone by a slower answer', () => {
    const call = heard([5000, { own: 'talks' }])
    expect(heardAgain(call, told({ at: 1_001_000 }), 6000)).toBe(call)
  })

  it('runs its clocks by this computer, whatever the office’s says', () => {
    const rings = heard([70_000_000, { at: 1_004_000 }])
    expect(waitedSeconds(rings, 70_003_000)).toBe(7)
    const talks = heard([
      70_000_000,
      { at: 1_010_000, own: 'talks', answeredAt: 1_004_000, talkSeconds: 6, talkingSince: 1_004_000 },
    ])
    expect([talkedSeconds(talks, 70_005_000), waitedSeconds(talks, 70_005_000)]).toEqual([11, 4])
    const over = heard([0, { at: 1_010_000, endedAt: 1_010_000, talkSeconds: 6, own: 'before' }])
    expect(talkedSeconds(over, 90_000)).toBe(6)
  })
})
