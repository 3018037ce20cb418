import type { ImportResult } from '../../../app/contract/imports.ts'
import { currencyOf, isCountryCode } from '../../../app/countries.ts'
import { readSettings, writeSettings, type OfficeSettings } from '../../../db/settings.ts'
import { beginLists } from '../door.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import { clientOf, type FileClient } from './fileClient.ts'
import { judgedRows } from './judged.ts'
import type { JudgedRow } from './judging.ts'
import { runImport } from './run.ts'

export interface CommandOrder {
  readonly file: string
  readonly bytes: Uint8Array
  /** As the file of `--map` has it. */
  readonly mapping: unknown
  readonly country: string | undefined
  readonly currency: string | undefined
  readonly dryRun: boolean
}

/** What an import by command answers with: counts, problems, and every client that the file tells of. */
export interface FileImport {
  rows: number
  created: number
  updated: number
  duplicates: number
  refused: number
  problems: Omit<ImportResult['problems'][number], 'refused'>[]
  clients: FileClient[]
}

/**
 * Imports a file for an administrator: nobody is signed in, and a base that has no office yet is given its settings.
 * Throws as `runImport` does.
 */
export async function importFile(office: Office, order: CommandOrder): Promise<FileImport> {
  const { bytes, mapping, dryRun } = order
  const settings = await settingsFor(office, order)
  const done: FileImport = {
    rows: 0,
    created: 0,
    updated: 0,
    duplicates: 0,
    refused: 0,
    problems: [],
    clients: [],
  }
  const counts = { new: 'created', update: 'updated', duplicate: 'duplicates', refused: 'refused' } as const
  const onRow = (row: JudgedRow) => {
    done.rows++
    done[counts[row.verdict]]++
    done.problems.push(...row.problems.map(withoutRefused))
    if (row.draft) done.clients.push(clientOf(row.draft, row.photo !== undefined))
  }
  if (dryRun) {
    for await (const rows of judgedRows(office.reading, { bytes, mapping, settings }, undefined))
      rows.forEach(onRow)
    return done
  }
  const { rows, created, updated, duplicates, refused } = await runImport(office, {
    file: order.file,
    bytes,
    mapping,
    settings,
    actor: null,
    seat: 'command line',
    onPortion: ({ problems, list }) => {
      done.problems.push(...problems.map(withoutRefused))
      done.clients.push(...(JSON.parse(list!) as FileClient[]))
    },
  })
  return { ...done, rows, created, updated, duplicates, refused }
}

const withoutRefused = ({ refused: _refused, ...problem }: ImportResult['problems'][number]) => problem

async function settingsFor(
  office: Office,
  { country, currency, dryRun }: CommandOrder,
): Promise<OfficeSettings> {
  const known = await readSettings(office.reading)
  // Of an office that has its own, a country given here only says how this file's numbers are read.
  if (known) return { ...known, country: country ?? known.country }
  const chosen = country ?? 'US'
  const settings: OfficeSettings = {
    company: '',
    country: chosen,
    currency:
      currency ?? (country !== undefined && isCountryCode(country) ? (currencyOf(country) ?? 'USD') : 'USD'),
    language: 'en',
    sortLanguage: 'en',
    demo: false,
  }
  if (dryRun) return settings
  await writeAs(office, null, 'command line', 'imports.run', async ({ trx }) => {
    await writeSettings(trx, settings)
    await beginLists(trx)
  })
  return settings
}
