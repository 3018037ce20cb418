/** Names what went wrong in a run, so that the end of its output says it even where the beginning is cut off. */
import path from 'node:path'

export interface Trouble {
  /** File and titles. */
  readonly test: string
  /** The first line of what it said at its first try. */
  readonly said: string
  /** It failed first and passed when repeated: a fault of the test or of the program to be looked for. */
  unsteady: boolean
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message?: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly tests: readonly {
      readonly status: string
      readonly results: readonly { readonly error?: { readonly message?: string } }[]
    }[]
  }[]
}

// eslint-disable-next-line no-control-regex -- colours of a terminal
const colours = /\u001b\[[\d;]*m/g

const firstLine = (message: string | undefined): string =>
  (message ?? '').replace(colours, '').split('\n')[0]!.trim()

/** Of vitest's JSON report; a file that could not be loaded is one. */
export function vitestTroubles(json: string, root: string): Trouble[] {
  const { testResults } = JSON.parse(json) as VitestReport
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name)
    const troubles = assertionResults
      .filter((test) => test.status === 'failed' || (test.failureMessages?.length ?? 0) > 0)
      .map(({ fullName, status: ended, failureMessages }) => ({
        test: `${file} › ${fullName}`,
        said: firstLine(failureMessages?.[0]),
        unsteady: ended === 'passed',
      }))
    return status === 'failed' && troubles.every(({ unsteady }) => unsteady)
      ? [...troubles, { test: file, said: firstLine(message), unsteady: false }]
      : troubles
  })
}

/** Of Playwright's JSON report. */
export function playwrightTroubles(json: string): Trouble[] {
  const walk = (suite: PlaywrightSuite): Trouble[] => [
    ...(suite.specs ?? []).flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ status, results }) => ({
          test: `${file} › ${title}`,
          said: firstLine(results.find(({ error }) => error)?.error?.message),
          unsteady: status === 'flaky',
        })),
    ),
    ...(suite.suites ?? []).flatMap(walk),
  ]
  return walk(JSON.parse(json) as PlaywrightSuite)
}
