import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byCaller, isSameCaller, returnOf, returns, type CallForReturning } from './missedCalls.ts'

const call: fc.Arbitrary<CallForReturning> = fc
  .record({
    id: fc.nat(1000),
    direction: fc.constantFrom('incoming' as const, 'outgoing' as const, 'internal' as const),
    startedAt: fc.nat(100),
    answered: fc.boolean(),
    wait: fc.nat(20),
    ending: fc.constantFrom('', '111', '222', '333'),
    clientId: fc.constantFrom(null, 1, 2),
  })
  .map(({ answered, wait, ...rest }) => ({
    ...rest,
    answeredAt: answered ? rest.startedAt + wait : null,
    missed: rest.direction === 'incoming' && !answered,
  }))

test('a missed call is returned only by speaking with its caller later', () => {
  fc.assert(
    fc.property(call, fc.array(call, { maxLength: 20 }), (missed, others) => {
      const found = returnOf(missed, others)
      const speaking = others.filter(
        (one) =>
          missed.missed &&
          one.answeredAt !== null &&
          one.direction !== 'internal' &&
          one.startedAt >= missed.startedAt &&
          isSameCaller(one, missed),
      )
      expect(found === undefined).toBe(speaking.length === 0)
      if (found) for (const one of speaking) expect(one.answeredAt!).toBeGreaterThanOrEqual(found.answeredAt!)
    }),
  )
})

test('what came before, tries that nobody answered and whoever hid their number return nothing', () => {
  const missed: CallForReturning = {
    id: 1,
    direction: 'incoming',
    startedAt: 50,
    answeredAt: null,
    missed: true,
    ending: '111',
    clientId: null,
  }
  const back: CallForReturning = {
    ...missed,
    id: 2,
    direction: 'outgoing',
    missed: false,
    startedAt: 60,
    answeredAt: 65,
  }
  expect(returns(missed, back)).toBe(true)
  expect(returns(missed, { ...back, direction: 'incoming' })).toBe(true)
  expect(returns(missed, { ...back, startedAt: 40, answeredAt: 45 })).toBe(false)
  expect(returns(missed, { ...back, answeredAt: null })).toBe(false)
  expect(returns({ ...missed, ending: '' }, { ...back, ending: '' })).toBe(false)
  expect(returns({ ...missed, clientId: 7 }, { ...back, ending: '999', clientId: 7 })).toBe(true)
})

test('callers are told apart, each call once, and one client with two numbers is one caller', () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 30 }), (calls) => {
      const groups = byCaller(calls)
      expect(groups.flat().sort((a, b) => calls.indexOf(a) - calls.indexOf(b))).toEqual(calls)
      for (const [nth, group] of groups.entries())
        for (const other of groups.slice(nth + 1))
          for (const one of group) for (const two of other) expect(isSameCaller(one, two)).toBe(false)
    }),
  )
})
