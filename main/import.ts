import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { isCountryCode } from '../app/countries.ts'
import { Refusal } from '../app/errors.ts'
import { FolderProblem } from './core/folder.ts'
import { openTable } from './core/import/table.ts'
import { importFile, type FileImport } from './core/imports/fromFile.ts'
import { mappingFor } from './core/imports/service.ts'
import { hasOffice, Office } from './core/office.ts'

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
  const table = await openTable(bytes)
  const mapping = mappingFor(table, map === undefined ? undefined : readJson(map))
  // Nothing is left behind by a look at what would happen.
  const practice = dryRun && !hasOffice(data) ? mkdtempSync(join(tmpdir(), 'counterpart-')) : undefined
  const office = await Office.open({ folder: practice ?? data })
  let done: FileImport
  try {
    done = await importFile(office, { file: basename(file), table, mapping, country, currency, dryRun })
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
  const problems = done.problems.map(({ row, field, reason }) => `  row ${row}, ${field}: ${reason}`)
  return [
    `${done.rows} rows${dryRun ? ' (nothing was written)' : ''}: ${done.created} new, ${done.updated} with something new for a known client, ${done.duplicates} known already, ${done.refused} refused.`,
    ...problems,
    '',
  ].join('\n')
}

main()
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    const refused =
      error instanceof Refusal
        ? `The file was not imported: ${error.code} ${JSON.stringify(error.data ?? {})}`
        : undefined
    const known = error instanceof FolderProblem || error instanceof Usage || error instanceof Unreadable
    process.stderr.write(
      `${refused ?? (known ? error.message : error instanceof Error ? error.stack : String(error))}\n`,
    )
    const unreadable =
      error instanceof Unreadable ||
      (error instanceof Refusal && ['FILE_UNREADABLE', 'TOO_LARGE', 'NO_NAME_COLUMN'].includes(error.code))
    process.exitCode = unreadable ? 2 : 1
  })
