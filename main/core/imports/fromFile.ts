import type { ImportResult } from '../../../app/contract/imports.ts'
import { currencyOf, isCountryCode } from '../../../app/countries.ts'
import { readSettings, writeSettings, type OfficeSettings } from '../../../db/settings.ts'
import { beginLists } from '../door.ts'
import type { ImportedClient } from './reading/imported.ts'
import type { Mapping } from './reading/headings.ts'
import type { Table } from './reading/table.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import type { JudgedRow } from './judging.ts'
import { judgedRows, runImport } from './run.ts'

export interface FileOrder {
  readonly file: string
  readonly table: Table
  readonly mapping: Mapping
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
  clients: ReturnType<typeof clientOf>[]
}

/**
 * Imports a file for an administrator: nobody is signed in, and a base that has no office yet is given its settings.
 * Throws as `runImport` does.
 */
export async function importFile(office: Office, order: FileOrder): Promise<FileImport> {
  const { table, mapping, dryRun } = order
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
    done.problems.push(...row.problems.map(({ refused: _refused, ...problem }) => problem))
    if (row.draft) done.clients.push(clientOf(row.draft, row.photo !== undefined))
  }
  if (dryRun) {
    for await (const rows of judgedRows(office, { table, mapping, settings }, undefined)) rows.forEach(onRow)
  } else {
    await runImport(office, {
      file: order.file,
      table,
      mapping,
      settings,
      actor: null,
      seat: 'command line',
      onRow,
    })
  }
  return done
}

async function settingsFor(
  office: Office,
  { country, currency, dryRun }: FileOrder,
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

/** A client as the command line shows it. */
function clientOf(draft: ImportedClient, photo: boolean) {
  return {
    names: draft.names,
    kind: draft.kind,
    ...(draft.code === undefined ? {} : { code: draft.code }),
    phones: draft.phones.map(({ typed, e164, label }) => ({
      typed,
      e164,
      ...(label === undefined ? {} : { label }),
    })),
    emails: draft.emails,
    addresses: draft.addresses,
    contacts: draft.contacts,
    websites: draft.websites,
    notes: draft.notes,
    photo,
  }
}
