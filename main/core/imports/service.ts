import type { ImportPreview } from '../../../app/contract/imports.ts'
import { Refusal } from '../../../app/errors.ts'
import { eraseClients } from '../../../db/clients/write.ts'
import { importedIds, readImports, setImportState } from '../../../db/imports.ts'
import { readSettings } from '../../../db/settings.ts'
import { hasName, importFields, readMapping, suggestMapping, type Mapping } from '../import/headings.ts'
import { openTable, type Table } from '../import/table.ts'
import type { Look, Services } from '../work.ts'
import { Judge } from './judging.ts'
import { judgedRows, runImport } from './run.ts'

/** So many rows of a preview go to the window: all with something to say, and the first ones without. */
const previewRows = 500
const sampleRows = 5

async function settingsOf({ base }: Look) {
  const settings = await readSettings(base)
  if (!settings) throw new Refusal('NOT_FOUND')
  return settings
}

const suggested = (table: Table): Mapping =>
  suggestMapping(
    table.headings,
    table.sample.filter((row) => !row.problem).map((row) => row.values),
  )

/** A mapping that came from a window or a file, checked against the table's headings. Throws BAD_MAPPING, NO_NAME_COLUMN. */
export function mappingFor(table: Table, given: unknown): Mapping {
  const mapping =
    given === undefined ? suggested(table) : readMapping(given, table.headings, suggested(table))
  if (!hasName(mapping)) throw new Refusal('NO_NAME_COLUMN')
  return mapping
}

export const imports: Services<'imports'> = {
  async upload({ office, actor }, { file }) {
    return {
      upload: office.uploads.put(
        actor.session,
        file.name,
        new Uint8Array(await file.arrayBuffer()),
        office.now(),
      ),
    }
  },

  async preview(look, { upload, mapping: given }) {
    const { office, actor, signal } = look
    const { name, bytes } = office.uploads.get(actor.session, upload)
    const table = await openTable(bytes)
    const mapping =
      given === undefined ? suggested(table) : readMapping(given, table.headings, suggested(table))
    const settings = await settingsOf(look)
    const preview: ImportPreview = {
      file: name,
      encoding: table.encoding,
      delimiter: table.delimiter,
      fields: [...importFields],
      mapping: mapping.map((column) => ({ ...column })),
      sample: table.sample.slice(0, sampleRows).map((row) => [...row.values]),
      rows: 0,
      counts: { new: 0, update: 0, duplicate: 0, refused: 0, mended: 0 },
      preview: [],
    }
    // Without a name nothing can be judged yet: the window asks for the column first.
    if (!hasName(mapping)) return preview
    const plain: ImportPreview['preview'] = []
    const telling: ImportPreview['preview'] = []
    for await (const rows of judgedRows(
      { table, mapping, settings, signal },
      new Judge(() => office.reading, office.importing?.id),
    )) {
      for (const { row, verdict, mended, draft, problems, of } of rows) {
        preview.rows++
        preview.counts[verdict]++
        if (mended) preview.counts.mended++
        const list = verdict === 'new' && !mended && problems.length === 0 ? plain : telling
        if (list.length >= previewRows) continue
        const address = draft?.addresses[0]
        list.push({
          row,
          verdict,
          mended,
          name: draft?.names[0]?.text ?? '',
          phone: draft?.phones[0]?.typed ?? null,
          city: address?.city ?? null,
          of,
          problems: problems.map((problem) => ({ ...problem })),
        })
      }
    }
    const room = Math.max(0, previewRows - telling.length)
    preview.preview = [...telling, ...plain.slice(0, room)].sort((a, b) => a.row - b.row)
    return preview
  },

  async run(look, { upload, mapping: given }) {
    const { office, actor, signal } = look
    const { name, bytes } = office.uploads.get(actor.session, upload)
    const table = await openTable(bytes)
    const result = await runImport(office, {
      file: name,
      table,
      mapping: mappingFor(table, given),
      settings: await settingsOf(look),
      actor,
      seat: actor.seat,
      signal,
    })
    office.uploads.drop(upload)
    return result
  },

  async cancel({ office }) {
    office.importing?.cancel()
    return null
  },

  async undo({ office, write }, { id }) {
    let removed = 0
    const settings = await readSettings(office.reading)
    if (!settings) throw new Refusal('NOT_FOUND')
    const file = (await readImports(office.reading)).find(
      (past) => past.id === id && past.state === 'complete',
    )?.file
    if (file === undefined) throw new Refusal('NOT_FOUND')
    const kept = await write(async ({ trx, log, tell }) => {
      for (;;) {
        const ids = await importedIds(trx, id, { untouched: true, limit: 500 })
        if (ids.length === 0) break
        await eraseClients(trx, ids)
        removed += ids.length
      }
      const left = (await importedIds(trx, id, { untouched: false, limit: 1_000_000 })).length
      await setImportState(trx, id, 'undone')
      log({
        subject: { type: 'import', id, name: file },
        changes: [
          { field: 'import.removed', before: null, after: removed },
          { field: 'import.kept', before: null, after: left },
        ],
      })
      tell({ type: 'import.progress', id, done: removed, rows: removed, state: 'undone' })
      tell({ type: 'client.changed' })
      return left
    })
    return { removed, kept }
  },

  past: async ({ base }) => readImports(base),
}
