/** Whether something built is still as new as what it was built from. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * True when `output` exists and nothing in `sources` (files or folders, looked through to the bottom) was changed
 * after it was written. Tests do not count: they are not built.
 */
export function isFresh(output: string, sources: readonly string[]): boolean {
  const built = changedAt(output)
  return built !== undefined && sources.every((source) => newest(source) <= built)
}

/** Milliseconds; 0 for what is not there. A folder's own time tells of files taken away. */
function newest(source: string): number {
  const own = changedAt(source) ?? 0
  if (!statSync(source, { throwIfNoEntry: false })?.isDirectory()) return own
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => !entry.name.includes('.test.'))
    .reduce((latest, entry) => Math.max(latest, newest(path.join(source, entry.name))), own)
}

function changedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}
