import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { UnreadableReason } from '../app/contract/imports.ts'
import { isCountryCode } from '../app/countries.ts'
import { Refusal } from '../app/errors.ts'
import words from '../assets/languages/en/imports.json' with { type: 'json' }
import { FolderProblem, hasOffice } from './core/folder.ts'
import { openTable } from './core/imports/reading/table.ts'
import { importFile, type FileImport } from './core/imports/fromFile.ts'
import { usableMapping } from './core/imports/judged.ts'
import { Office } from './core/office.ts'

/**
 * The same import as in the window, for administrators and scripts:
 *   npm run -s import -- clients FILE --data DIR [--country CC] [--currency CUR] [--map MAP.json] [--dry-run] [--json]
 * Exit code 0: every row was taken or recognised as a duplicate; 3: some were refused; 2: the file cannot be read;
 * 1: anything else (the office is running, wrong options).
 */
const usage =
  'Usage: npm run -s import -- clients FILE --data DIR [--country CC] [--currency CUR] [--map MAP.json] [--dry-run] [--json]'

class Usage extends Error {}

function order() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        country: { type: 'string' },
        currency: { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const [what, file] = positionals
    const country = values.country?.toUpperCase()
    const currency = values.currency?.toUpperCase()
    if (what !== 'clients' || !file || !values.data || positionals.length > 2) throw new Error()
    if (country !== undefined && !isCountryCode(country))
      throw new Error(`${values.country} is not a country code (ISO 3166, two letters).`)
    if (currency !== undefined && !/^[A-Z]{3}$/.test(currency))
      throw new Error(`${values.currency} is not a currency code (ISO 4217, three letters).`)
    return {
      file,
      data: values.data,
      country,
      currency,
      map: values.map,
      dryRun: values['dry-run'],
      json: values.json,
    }
  } catch (error) {
    throw new Usage(error instanceof Error && error.message ? `${error.message}\n${usage}` : usage)
  }
}

/** What the file cannot be read for, in a sentence. */
class Unreadable extends Error {}

async function main(): Promise<number> {
  const { file, data, country, currency, map, dryRun, json } = order()
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch {
    throw new Unreadable(`${file} cannot be opened.`)
  }
  // What cannot be read makes no office.
  const mapping = map === undefined ? undefined : readJson(map)
  const table = await openTable(bytes)
  // An office that is there may have fields of its own, by which it looks at the mapping itself.
  if (!hasOffice(data)) usableMapping(table, mapping, [])
  // Nothing is left behind by a look at what would happen.
  const practice = dryRun && !hasOffice(data) ? mkdtempSync(join(tmpdir(), 'counterpart-')) : undefined
  const office = await Office.open({ folder: practice ?? data })
  let done: FileImport
  try {
    done = await importFile(office, { file: basename(file), bytes, mapping, country, currency, dryRun })
  } finally {
    await office.close()
    if (practice) rmSync(practice, { recursive: true, force: true })
  }
  process.stdout.write(json ? `${JSON.stringify(done)}\n` : report(done, dryRun))
  return done.refused > 0 ? 3 : 0
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    throw new Usage(`${file} cannot be read as JSON.`)
  }
}

function report(done: FileImport, dryRun: boolean): string {
  const { rows, created, updated, duplicates, refused } = done
  return [
    `${rows} rows${dryRun ? ' (nothing was written)' : ''}: ${created} new, ${updated} with something new for a known client, ${duplicates} known already, ${refused} left out.`,
    ...done.problems.map(
      ({ row, field, name, reason }) =>
        `  row ${row}, ${name ?? words.fields[field]}: ${words.reason[reason]}`,
    ),
    '',
  ].join('\n')
}

/** In the window's own words. */
function sentenceOf({ code, data }: Refusal): string {
  const said: Record<string, unknown> = data ?? {}
  const filled = (sentence: string | undefined) =>
    sentence?.replace('{{heading}}', () => String(said['heading']))
  switch (code) {
    case 'FILE_UNREADABLE':
      return words.unreadable[said['reason'] as UnreadableReason]
    case 'BAD_MAPPING':
      return filled((words.mapping as Record<string, string>)[String(said['reason'])]) ?? code
    case 'TOO_LARGE':
      return `The file is too large; at most ${Math.floor(Number(said['most']) / 1024 / 1024)} MB can be taken.`
    case 'NO_NAME_COLUMN':
      return 'No column gives the names. Say with --map which one does.'
    default:
      return code
  }
}

/** Whether it is the file that cannot be read, rather than the order or the folder. */
const isOfTheFile = (error: unknown): boolean =>
  error instanceof Unreadable ||
  (error instanceof Refusal && ['FILE_UNREADABLE', 'TOO_LARGE', 'NO_NAME_COLUMN'].includes(error.code))

function inWords(error: unknown): string {
  if (error instanceof Refusal) return `Nothing was imported. ${sentenceOf(error)}`
  if (error instanceof FolderProblem || error instanceof Usage || error instanceof Unreadable)
    return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

main()
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    process.stderr.write(`${inWords(error)}\n`)
    process.exitCode = isOfTheFile(error) ? 2 : 1
  })
