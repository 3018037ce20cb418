import { expect, it } from 'vitest'
import { playwrightTroubles, vitestTroubles } from './troubles.ts'

it('names unit tests that failed, those that passed when repeated, and files that could not be loaded', () => {
  const json = JSON.stringify({
    testResults: [
      {
        name: '/project/app/money.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'money adds', status: 'passed', failureMessages: [] },
          {
            fullName: 'money divides',
            status: 'failed',
            failureMessages: ['\u001b[31mError: 1\u001b[39m\n at x'],
          },
          { fullName: 'money waits', status: 'passed', failureMessages: ['Error: late'] },
        ],
      },
      { name: '/project/db/lock.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
    ],
  })
  expect(vitestTroubles(json, '/project')).toEqual([
    { test: 'app/money.test.ts › money divides', said: 'Error: 1', unsteady: false },
    { test: 'app/money.test.ts › money waits', said: 'Error: late', unsteady: true },
    { test: 'db/lock.test.ts', said: 'no such file', unsteady: false },
  ])
})

it('names browser tests however deep they are described', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'desk.spec.ts',
    tests: [{ status, results: [{ ...(message && { error: { message } }) }, {}] }],
  })
  const json = JSON.stringify({
    suites: [
      {
        specs: [spec('opens', 'expected')],
        suites: [
          { specs: [spec('closes', 'unexpected', 'Error: gone\n'), spec('moves', 'flaky', 'Error: slow')] },
        ],
      },
    ],
  })
  expect(playwrightTroubles(json)).toEqual([
    { test: 'desk.spec.ts › closes', said: 'Error: gone', unsteady: false },
    { test: 'desk.spec.ts › moves', said: 'Error: slow', unsteady: true },
  ])
})
