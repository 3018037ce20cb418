import { describe, expect, it } from 'vitest'
import {
  add,
  brokenFiles,
  lastLine,
  nothing,
  oneCheck,
  playwrightCounts,
  runnerCounts,
  vitestCounts,
  withoutFiles,
} from './counts.ts'

const vitest = (over: object = {}) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...over,
  })
const playwright = (stats: object = {}, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

describe('counts of a vitest report', () => {
  it('takes passed, failed, skipped and todo tests', () => {
    expect(vitestCounts(vitest({ numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }))).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
    })
  })

  it('counts a file that could not be loaded, once', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(vitestCounts(vitest({ numFailedTests: 1, testResults })).failed).toBe(2)
  })
})

it('a file whose process died is named, and what it came to is left out', () => {
  const testResults = [
    { name: 'a', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
    { name: 'b', status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
    { name: 'c', status: 'failed', assertionResults: [{ status: 'failed' }] },
  ]
  const json = vitest({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 2, testResults })
  expect(brokenFiles(json)).toEqual(['b'])
  expect(vitestCounts(withoutFiles(json, ['b']))).toEqual({ passed: 1, failed: 1, skipped: 1 })
})

describe('counts of a Playwright report', () => {
  it('counts a file that could not be loaded as a failure, a test that passed at last as passed', () => {
    const report = playwright({ flaky: 1, unexpected: 1, skipped: 4 }, [{}])
    expect(playwrightCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 4 })
  })
})

describe('what the end of a runner means', () => {
  it('believes a report with a good end', () => {
    expect(runnerCounts(0, vitest(), vitestCounts)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  })

  it('adds no failure where tests failed', () => {
    expect(runnerCounts(1, vitest({ numFailedTests: 2 }), vitestCounts).failed).toBe(2)
  })

  it.each([
    ['no report', 0, undefined],
    ['half a report', 0, '{"numPass'],
    ['a bad end although nothing failed', 1, vitest()],
    ['a kill', null, vitest()],
    ['nothing run', 0, vitest({ numPassedTests: 0 })],
  ])('counts %s as a failure', (_, code, json) => {
    expect(runnerCounts(code, json, vitestCounts).failed).toBe(1)
  })
})

describe('the last line', () => {
  it('names skipped tests only where there are some', () => {
    expect(lastLine(add(oneCheck(true), nothing))).toBe('1 passed, 0 failed')
    expect(lastLine({ passed: 5, failed: 1, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
  })
})
