/**
 * `npm test`: types, lint, formatting, unit tests, the build and browser tests, in this order and all of them, so
 * that one run shows everything that is wrong. The last line is `N passed, N failed[, N skipped]`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BROWSER_VARIABLE, findBrowser } from './browser.ts'
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
  type Counts,
} from './test/counts.ts'
import { installOnDebian } from './test/debian.ts'
import { playwrightTroubles, vitestTroubles, type Trouble } from './test/troubles.ts'

/** A stage that takes longer hangs. */
const STAGE_LIMIT_MS = 30 * 60_000

/**
 * Many tests drive real processes, files and lines on a machine that may be busy. Where one failure throws away the
 * work of a day, a test is tried once more, and named at the end; at a developer's desk it has failed.
 */
const RETRIES = process.env['CI'] ? 1 : 0

const root = path.resolve(import.meta.dirname, '..')
const reports = mkdtempSync(path.join(tmpdir(), 'counterpart-test-'))
const results: { name: string; counts: Counts }[] = []
const troubles: Trouble[] = []

/** Runs a tool of node_modules by this same Node, its output on screen. Null is a tool that was killed. */
function run(tool: string, args: readonly string[], env: Record<string, string> = {}): number | null {
  const ended = spawnSync(process.execPath, [path.join(root, tool), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: STAGE_LIMIT_MS,
  })
  if (ended.error) console.log(`${tool}: ${ended.error.message}`)
  return ended.status
}

function stage(name: string, check: () => Counts): Counts {
  console.log(`\n=== ${name}`)
  const counts = check()
  results.push({ name, counts })
  return counts
}

function report(name: string): string | undefined {
  try {
    return readFileSync(path.join(reports, name), 'utf8')
  } catch {
    return undefined
  }
}

function typeCheck(): Counts {
  const projects = ['app/tsconfig.json', 'tsconfig.json', 'renderer/tsconfig.json']
  const codes = projects.map((project) => run('node_modules/typescript/bin/tsc', ['-p', project]))
  return oneCheck(codes.every((code) => code === 0))
}

function unitTests(files: readonly string[] = []): Counts {
  const output = path.join(reports, files.length === 0 ? 'unit.json' : 'unit-again.json')
  const code = run('node_modules/vitest/vitest.mjs', [
    'run',
    '--allowOnly=false',
    `--retry=${RETRIES}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...files,
  ])
  const json = report(path.basename(output))
  if (json !== undefined) troubles.push(...vitestTroubles(json, root))
  const broken = json === undefined || files.length > 0 || RETRIES === 0 ? [] : brokenFiles(json)
  if (json === undefined || broken.length === 0) return runnerCounts(code, json, vitestCounts)
  // A runtime that broke off took its file along: nothing is known of that one, so it is run once more by itself.
  const names = broken.map((file) => path.relative(root, file))
  const again = unitTests(names)
  if (again.failed === 0)
    for (const trouble of troubles) if (names.includes(trouble.test)) trouble.unsteady = true
  return add(vitestCounts(withoutFiles(json, broken)), again)
}

function browserTests(built: boolean): Counts {
  const browser = findBrowser()
  if (!browser) {
    const named = process.env[BROWSER_VARIABLE]
    console.log(
      named
        ? `There is no browser at ${named}, which ${BROWSER_VARIABLE} names.`
        : 'No browser was found. Install Chromium, Chrome or Edge, or run `npx playwright install chromium`, ' +
            `or name one in ${BROWSER_VARIABLE}.`,
    )
    return oneCheck(false)
  }
  if (!built) {
    console.log('Not run: the windows could not be built.')
    return oneCheck(false)
  }
  const code = run(
    'node_modules/@playwright/test/cli.js',
    ['test', '--forbid-only', `--retries=${RETRIES}`, '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'browser.json'),
      [BROWSER_VARIABLE]: browser,
    },
  )
  const json = report('browser.json')
  if (json !== undefined) troubles.push(...playwrightTroubles(json))
  return runnerCounts(code, json, playwrightCounts)
}

installOnDebian()
stage('Types', typeCheck)
stage('Lint', () => oneCheck(run('node_modules/oxlint/bin/oxlint', ['--deny-warnings']) === 0))
stage('Formatting', () => oneCheck(run('node_modules/prettier/bin/prettier.cjs', ['--check', '.']) === 0))
stage('Unit tests', () => unitTests())
const build = stage('Build', () => oneCheck(run('scripts/build.ts', ['--renderer']) === 0))
stage('Browser tests', () => browserTests(build.failed === 0))
rmSync(reports, { recursive: true, force: true })

if (troubles.length > 0) console.log('\n=== What went wrong')
for (const { test, said, unsteady } of troubles)
  console.log(`${unsteady ? 'Passed when repeated' : 'Failed'}: ${test}\n    ${said}`)

console.log('\n=== Result')
for (const { name, counts } of results) console.log(`${name.padEnd(14)} ${lastLine(counts)}`)
const total = results.map((result) => result.counts).reduce(add, nothing)
console.log(lastLine(total))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
