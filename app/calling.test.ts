import { expect, test } from 'vitest'
import { afterAttempt, usualRules, type Attempted } from './calling.ts'

/** Monday, 23 November 2026, 10:00 in Phnom Penh. */
const at = Date.UTC(2026, 10, 23, 3)
const HOUR = 3_600_000
const once: Attempted = { result: 'no_answer', attempts: 1, at, callBackAt: null, zones: ['Asia/Phnom_Penh'] }

test('whoever did not answer is called again after the pause, when it is permitted there', () => {
  expect(afterAttempt(usualRules, once)).toEqual({ done: false, nextAt: at + 2 * HOUR, agreed: false })
  const evening = { ...once, at: at + 7 * HOUR }
  expect(afterAttempt(usualRules, evening)).toMatchObject({ nextAt: at + 23 * HOUR })
  expect(afterAttempt(usualRules, { ...once, result: 'busy' })).toMatchObject({ nextAt: at + HOUR / 4 })
})

test('no more often than agreed on in the rule, unless they want to be called', () => {
  expect(afterAttempt(usualRules, { ...once, attempts: 3 })).toEqual({ done: true })
  expect(afterAttempt(usualRules, { ...once, attempts: 2 })).toMatchObject({ done: false })
  const asked = { ...once, result: 'call_back', attempts: 9, callBackAt: at + 13 * HOUR } as const
  expect(afterAttempt(usualRules, asked)).toEqual({ done: false, nextAt: at + 13 * HOUR, agreed: true })
})

test.each(['reached', 'refused', 'wrong_number'] as const)('%s is the end of it', (result) => {
  expect(afterAttempt(usualRules, { ...once, result })).toEqual({ done: true })
})
