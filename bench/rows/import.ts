import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { writeXlsx } from 'hucre/xlsx'
import { csvRow } from '../../app/csv.ts'
import { searchGrams } from '../../db/clients/rows.ts'
import { beginOffice } from '../../main/core/door.ts'
import { Office } from '../../main/core/office.ts'
import { hashPassword } from '../../main/core/passwords.ts'
import { person, settings } from '../base/base.ts'
import { makeClient } from '../base/clients.ts'
import { random } from '../base/random.ts'
import { startOffice, type OfficeClient } from '../officeProcess.ts'
import { percentile } from '../percentile.ts'
import type { Row } from '../row.ts'

/** An office's first hour: a hundred thousand clients with two phones each come in from a file. */
const count = 100_000

/** The file's rows, the same in every run. */
function rowsOfFile(): string[][] {
  const dice = random(11)
  const clients = Array.from({ length: count }, (_, at) => makeClient(dice, at + 1))
  const rows = clients.map(({ names, code, phones, emails, addresses, contacts, notes }) => [
    names[0]!.text,
    code!,
    phones![0]!.typed,
    phones![1]!.typed,
    emails?.[0]?.address ?? '',
    addresses![0]!.street!,
    addresses![0]!.city!,
    addresses![0]!.country!,
    contacts?.[0]?.name ?? '',
    notes ?? '',
  ])
  const headings = ['Name', 'Code', 'Phone', 'Phone 2', 'E-mail', 'Street', 'City', 'Country', 'Contact person', 'Notes'] // prettier-ignore
  return [headings, ...rows]
}

const asCsv = async () =>
  new File(
    rowsOfFile().map((row) => csvRow(row)),
    'clients.csv',
  )
const asWorkbook = async () =>
  new File(
    [(await writeXlsx({ sheets: [{ name: 'Clients', rows: rowsOfFile() }] })) as BlobPart],
    'clients.xlsx',
  )

/** An empty office in a folder of its own, in a process of its own. */
async function within<T>(
  what: (ask: OfficeClient, other: OfficeClient, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-import-'))
  try {
    await emptyOffice(folder)
    const office = await startOffice(folder)
    try {
      const cookie = await office.signIn()
      return await what(await office.connect(cookie), await office.connect(cookie), folder)
    } finally {
      await office.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function emptyOffice(folder: string): Promise<void> {
  const office = await Office.open({ folder })
  const password = await hashPassword(person.password)
  await office.writing
    .transaction()
    .execute((trx) => beginOffice(trx, settings, [{ ...person, password, role: 'owner' }], office.now()))
  await office.close()
}

/** Milliseconds from pressing Import to the answer. */
async function imported(ask: OfficeClient, file: File): Promise<number> {
  const { upload } = await ask.imports.upload({ file })
  const { mapping } = await ask.imports.preview({ upload })
  const from = performance.now()
  await ask.imports.run({ upload, mapping })
  return performance.now() - from
}

const tables = ['clients', 'client_names', 'client_phones', 'client_emails', 'client_addresses', 'client_contacts', 'client_websites', 'client_links', 'client_notes', 'client_marks'] // prettier-ignore

/** The rows that an import has made, written by bare better-sqlite3 in one transaction into an empty base with all its indexes. */
async function bareInsertion(folder: string): Promise<number> {
  const made = new Database(join(folder, 'office.sqlite'), { readonly: true })
  const read = tables.map((table) => {
    const rows = made.prepare(`SELECT * FROM ${table}`).raw()
    return { table, columns: rows.columns().map(({ name }) => name), rows: rows.all() as unknown[][] }
  })
  const folded = (table: string) =>
    Map.groupBy(
      made.prepare(`SELECT client_id, folded FROM ${table}`).raw().all() as [number, string][],
      ([id]) => id,
    )
  const [names, contacts] = [folded('client_names'), folded('client_contacts')]
  const grams = [...names].map(([id, rows]) => [
    id,
    searchGrams({
      names: rows.map(([, text]) => [0, text, text, null] as const),
      contacts: (contacts.get(id) ?? []).map(([, text]) => [0, text, text, null, null, null, null] as never),
    }),
  ])
  const statements = [...read, { table: 'client_search', columns: ['rowid', 'grams'], rows: grams }]
  const imports = made.prepare('SELECT * FROM imports').raw().all() as unknown[][]
  made.close()

  const empty = mkdtempSync(join(tmpdir(), 'counterpart-bare-'))
  try {
    await emptyOffice(empty)
    const bare = new Database(join(empty, 'office.sqlite'))
    for (const setting of ['synchronous = FULL', 'cache_size = -65536', 'foreign_keys = ON'])
      bare.pragma(setting)
    const insert = (table: string, columns: readonly string[]) =>
      bare.prepare(
        `INSERT INTO ${table} ${columns.length > 0 ? `(${columns.join()})` : ''} VALUES (${(columns.length > 0 ? columns : imports[0]!).map(() => '?').join()})`,
      )
    for (const row of imports) insert('imports', []).run(row)
    const from = performance.now()
    bare.transaction(() => {
      for (const { table, columns, rows } of statements) {
        const statement = insert(table, columns)
        for (const row of rows) statement.run(row)
      }
    })()
    const took = performance.now() - from
    bare.close()
    return took
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}

const ofFile = (name: string, target: number, make: () => Promise<File>): Row => ({
  name: `import.${name}.100000`,
  unit: '×',
  target,
  measure: () =>
    within(async (ask, _, folder) => {
      const took = await imported(ask, await make())
      const bare = await bareInsertion(folder)
      process.stderr.write(`  ${Math.round(took)} ms, bare ${Math.round(bare)} ms\n`)
      return { value: took / bare, raw: 1 }
    }),
})

/** Pages, searches, cards and saved cards of another window until it is over: how long each took. */
async function callsUntil(ask: OfficeClient, isOver: () => boolean): Promise<number[]> {
  const dice = random(7)
  const known = await Promise.all(
    Array.from({ length: 200 }, (_, at) =>
      ask.clients.create({ kind: 'person', names: [{ text: `Sok Dara ${at}` }] }),
    ),
  )
  const calls = [
    () => ask.clients.page({ offset: dice.below(100) }),
    () => ask.clients.search({ text: ['sok', 'dara 1', 'da', '012 345'][dice.below(4)]! }),
    () => ask.clients.card({ id: known[dice.below(known.length)]!.id }),
    async () => {
      const at = dice.below(known.length)
      const { id, revision } = known[at]!
      known[at] = await ask.clients.save({ id, revision, draft: { notes: `note ${dice.below(1000)}` } })
    },
  ]
  const times: number[] = []
  for (let at = 0; !isOver(); at++) {
    const from = performance.now()
    await calls[at % calls.length]!()
    times.push(performance.now() - from)
  }
  return times
}

export const importing: readonly Row[] = [
  ofFile('csv', 3, asCsv),
  ofFile('xlsx', 5, asWorkbook),
  {
    name: 'import.calls-meanwhile',
    unit: 'ms',
    target: 60,
    measure: () =>
      within(async (ask, other) => {
        const ended = { yes: false }
        const work = asCsv()
          .then((file) => imported(other, file))
          .finally(() => (ended.yes = true))
        const times = await callsUntil(ask, () => ended.yes)
        await work
        const quiet = { until: performance.now() + 3000 }
        const raw = await callsUntil(ask, () => performance.now() > quiet.until)
        return { value: percentile(times, 0.95), raw: percentile(raw, 0.95) }
      }),
  },
]
