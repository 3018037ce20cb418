import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isFresh } from './fresh.ts'

let folder: string
const at = (name: string) => path.join(folder, name)

/** Writes a file as if `second` seconds had passed since the beginning of time. */
function write(name: string, second: number): void {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), '')
  utimesSync(at(name), second, second)
}

/** Writing a file touches its folder: set all folders back before asking. */
function settle(...folders: string[]): void {
  for (const name of folders) utimesSync(at(name), 1, 1)
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'counterpart-fresh-'))
  write('src/deep/a.ts', 10)
  settle('src/deep', 'src')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is not fresh before it was ever built', () => {
  expect(isFresh(at('out'), [at('src')])).toBe(false)
})

it('is fresh when built after the last change, whatever sources are missing', () => {
  write('out', 20)
  expect(isFresh(at('out'), [at('src'), at('nowhere')])).toBe(true)
})

it('is not fresh after a change deep inside', () => {
  write('out', 20)
  write('src/deep/a.ts', 30)
  settle('src/deep', 'src')
  expect(isFresh(at('out'), [at('src')])).toBe(false)
})

it('is not fresh after a file was taken away', () => {
  write('out', 20)
  rmSync(at('src/deep/a.ts'))
  expect(isFresh(at('out'), [at('src')])).toBe(false)
})

it('does not mind a changed test', () => {
  write('out', 20)
  write('src/deep/a.test.ts', 30)
  settle('src/deep', 'src')
  expect(isFresh(at('out'), [at('src')])).toBe(true)
})
