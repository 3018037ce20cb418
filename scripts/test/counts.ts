/** Reads what a test runner has written about itself. Counts are never guessed: no report means a failure. */

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The parts of vitest's JSON report that are counted. */
interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** The parts of Playwright's JSON report that are counted. `errors` are files that could not be loaded. */
interface PlaywrightReport {
  readonly errors: readonly unknown[]
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** A stage that is one check: it passes or it fails. */
export function oneCheck(passed: boolean): Counts {
  return passed ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

/** A file that broke before its first test counts as one failure besides the tests that failed. */
export function vitestCounts(json: string): Counts {
  const report = JSON.parse(json) as VitestReport
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles(json).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Files that could not be loaded, or whose process died under them. */
export const brokenFiles = (json: string): string[] =>
  (JSON.parse(json) as VitestReport).testResults
    .filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    .map(({ name }) => name)

/** The same report as if these files had not been run. */
export function withoutFiles(json: string, files: readonly string[]): string {
  const report = JSON.parse(json) as VitestReport
  const testResults = report.testResults.filter(({ name }) => !files.includes(name))
  const ended = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  const numPassedTests = ended.filter((status) => status === 'passed').length
  const numFailedTests = ended.filter((status) => status === 'failed').length
  const numPendingTests = ended.length - numPassedTests - numFailedTests
  return JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, numTodoTests: 0, testResults })
}

/** A test that passed only when repeated counts as passed; `troubles.ts` names it. */
export function playwrightCounts(json: string): Counts {
  const { stats, errors } = JSON.parse(json) as PlaywrightReport
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}

/**
 * What a runner's exit means: without a readable report, or when it ended badly although no test failed, or when
 * it ran nothing, the runner itself counts as one failure.
 */
export function runnerCounts(
  exitCode: number | null,
  json: string | undefined,
  read: (json: string) => Counts,
): Counts {
  let counts: Counts
  try {
    counts = read(json ?? '')
  } catch {
    return oneCheck(false)
  }
  const ran = counts.passed + counts.failed
  return counts.failed === 0 && (exitCode !== 0 || ran === 0) ? add(counts, oneCheck(false)) : counts
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
