/**
 * What the bridge makes of a recording of an exchange, as a JSON array on standard output, in the order in which the
 * calls began:
 *   npm run -s pbx:replay -- ami FILE.txt…     one connection after another; FILE.timing.csv beside it tells when
 * Exit code 2: a file cannot be read or the order is wrong.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { PbxCall } from '../app/calls.ts'
import { recordedConnection, replayAmi } from '../main/bridges/pbx/ami/recording.ts'
import { replayed } from '../main/bridges/pbx/replay.ts'

const usage = 'Usage: npm run -s pbx:replay -- ami FILE.txt…'

function callsOf([kind, ...rest]: readonly string[]): readonly PbxCall[] {
  if (kind === 'ami' && rest.length > 0) return replayAmi(rest.map(connectionIn))
  throw new Error(usage)
}

function connectionIn(file: string) {
  const timing = file.replace(/\.txt$/, '') + '.timing.csv'
  return recordedConnection(readFileSync(file), existsSync(timing) ? readFileSync(timing, 'utf8') : undefined)
}

try {
  const calls = callsOf(process.argv.slice(2)).map(replayed)
  process.stdout.write(`${JSON.stringify(calls, null, 1)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
