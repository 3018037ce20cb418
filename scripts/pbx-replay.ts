/**
 * What the bridge makes of a recording of an exchange, as a JSON array on standard output, in the order in which the
 * calls began:
 *   npm run -s pbx:replay -- ami FILE.txt…        one connection after another; FILE.timing.csv beside it tells when
 *   npm run -s pbx:replay -- smdr FORMAT FILE     FORMAT: a ready-made one (panasonic, avaya, …) or a JSON file
 *   npm run -s pbx:replay -- http MAPPING FILE    MAPPING: a ready-made one (json, form, …) or a JSON file; FILE: a
 *                                                 JSON array of notifications, one on each line, or whole requests
 * Exit code 2: a file cannot be read or the order is wrong.
 */
import { existsSync, readFileSync } from 'node:fs'
import type { PbxCall } from '../app/calls.ts'
import { recordedConnection, replayAmi } from '../main/bridges/pbx/ami/recording.ts'
import { readyMapping, readyMappings, type HttpMapping } from '../main/bridges/pbx/http/mapping.ts'
import { replayHttp } from '../main/bridges/pbx/http/recording.ts'
import { replayed } from '../main/bridges/pbx/replay.ts'
import { checkFormat, readyFormat, readyFormats, type SmdrFormat } from '../main/bridges/pbx/smdr/formats.ts'
import { replaySmdr } from '../main/bridges/pbx/smdr/recording.ts'

const usage = 'Usage: npm run -s pbx:replay -- ami FILE.txt… | smdr FORMAT FILE | http MAPPING FILE'

function callsOf([kind, ...rest]: readonly string[]): readonly PbxCall[] {
  if (kind === 'ami' && rest.length > 0) return replayAmi(rest.map(connectionIn))
  const [first, second] = rest
  if (kind === 'smdr' && first !== undefined && second !== undefined && rest.length === 2)
    return replaySmdr(formatNamed(first), readFileSync(second))
  if (kind === 'http' && first !== undefined && second !== undefined && rest.length === 2)
    return replayHttp(mappingNamed(first), readFileSync(second, 'utf8'))
  throw new Error(usage)
}

function formatNamed(name: string): SmdrFormat {
  const ready = readyFormat(name)
  if (ready) return ready
  if (!existsSync(name))
    throw new Error(`No format ${name}. Ready made: ${readyFormats.map((format) => format.id).join(', ')}.`)
  // What a format of one's own leaves out is as with Panasonic's.
  const format = { ...readyFormats[0], ...JSON.parse(readFileSync(name, 'utf8')) } as SmdrFormat
  checkFormat(format)
  return format
}

function mappingNamed(name: string): HttpMapping {
  const ready = readyMapping(name)
  if (ready) return ready
  if (!existsSync(name))
    throw new Error(
      `No mapping ${name}. Ready made: ${readyMappings.map((mapping) => mapping.id).join(', ')}.`,
    )
  // What a mapping of one's own leaves out is as in the plain one.
  const own = JSON.parse(readFileSync(name, 'utf8')) as Partial<HttpMapping>
  const plain = readyMappings[0] as HttpMapping
  return { ...plain, ...own, fields: { ...plain.fields, ...own.fields } }
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
