import type { RefusedRows } from '../../../app/contract/imports.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { Refusal } from '../../../app/errors.ts'
import { may, ownOnly } from '../../../app/rights.ts'
import { readImport, readImports } from '../../../db/imports.ts'
import { readSettings } from '../../../db/settings.ts'
import { drafter } from './reading/draft.ts'
import { hasName, readMapping, suggestMapping, type Mapping } from './reading/headings.ts'
import { openTable, type Table } from './reading/table.ts'
import type { Card } from './reading/vcard/properties.ts'
import type { Actor, Look, Services } from '../work.ts'
import { carded, CardMaker } from './cards.ts'
import { previewOf } from './previewing.ts'
import { runImport } from './run.ts'
import { undoImport } from './takingBack.ts'

/** More refused rows than these nobody mends by hand. */
const mostRefusedRows = 50_000

const suggested = (table: Table): Mapping =>
  suggestMapping(
    table.headings,
    table.sample.filter((row) => !row.problem).map((row) => row.values),
  )

/** A mapping that came from a window or a file, checked against the table's headings. Throws BAD_MAPPING. */
const mappingOf = (table: Table, given: unknown): Mapping =>
  given === undefined || table.ofCards
    ? suggested(table)
    : readMapping(given, table.headings, suggested(table))

/** The same where it is to be used. Throws BAD_MAPPING, NO_NAME_COLUMN. */
export function mappingFor(table: Table, given: unknown): Mapping {
  const mapping = mappingOf(table, given)
  if (!table.ofCards && !hasName(mapping)) throw new Refusal('NO_NAME_COLUMN')
  return mapping
}

/**
 * Every row is compared with all clients and may add to any of them: who does not see them all, with all their fields,
 * would learn of them or change them unseen. Throws NO_RIGHT, FIELD_HIDDEN.
 */
function refuseLimited({ grant }: Actor): void {
  if (!may(grant, 'clients.see') || ownOnly(grant, 'clients'))
    throw new Refusal('NO_RIGHT', { right: 'clients.see' })
  const [field] = grant.hidden
  if (field) throw new Refusal('FIELD_HIDDEN', { field })
}

/** Somebody's own import, or anybody's for those who may change the office. */
const isTheirs = ({ userId, grant }: Actor, author: number | null): boolean =>
  author === userId || may(grant, 'office.edit')

function uploadOf({ office, actor }: Look, id: string) {
  refuseLimited(actor)
  const upload = office.uploads.get(actor.session, id)
  if (!upload.bytes) throw new Refusal('NOT_FOUND')
  return { upload, bytes: upload.bytes }
}

async function settingsOf({ base }: Look) {
  const settings = await readSettings(base)
  if (!settings) throw new Refusal('NOT_FOUND')
  return settings
}

/** A card that was left out, as its own lines. */
const shownCard = (card: Card): string =>
  card.properties
    .flatMap(({ name, value }) => (typeof value === 'string' ? [`${name}:${value}`] : []))
    .join('\n')

/** Bringing clients in from a file, as a window does it. */
export const imports: Services<'imports'> = {
  async upload({ office, actor }, { file }) {
    refuseLimited(actor)
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { upload: office.uploads.put(actor.session, file.name, bytes) }
  },

  async preview(look, { upload: id, mapping: given }) {
    const { upload, bytes } = uploadOf(look, id)
    const table = await openTable(bytes)
    const preview = await previewOf(look.office, {
      file: upload.name,
      table,
      mapping: mappingOf(table, given),
      settings: await settingsOf(look),
      signal: look.signal,
    })
    upload.rows = preview.rows
    return preview
  },

  async refused(look, { upload: id, mapping: given }) {
    const table = await openTable(uploadOf(look, id).bytes)
    const { country } = await settingsOf(look)
    const mapping = mappingFor(table, given)
    const cards = await CardMaker.read(look.base, mapping, country)
    const draft = drafter(mapping, {
      country: isCountryCode(country) ? country : undefined,
      sample: table.sample,
    })
    const found: RefusedRows = { headings: table.ofCards ? ['vCard'] : [...table.headings], rows: [] }
    for await (const rows of table.portions()) {
      if (look.signal?.aborted) throw new Refusal('CANCELLED')
      for (const row of rows) {
        const { card, problems } = carded(draft(row), cards)
        if (card || found.rows.length >= mostRefusedRows) continue
        const values = row.card ? [shownCard(row.card)] : [...row.values]
        found.rows.push({ values, problems: problems.map((problem) => ({ ...problem })) })
      }
    }
    return found
  },

  async run(look, { upload: id, mapping: given }) {
    const { office, actor } = look
    refuseLimited(actor)
    const upload = office.uploads.get(actor.session, id)
    const { bytes } = upload
    // The line broke and the window asks again: it goes on, or is done.
    if (upload.running) return upload.running
    if (!bytes) throw new Refusal('NOT_FOUND')
    const run = async () => {
      const table = await openTable(bytes)
      const result = await runImport(office, {
        file: upload.name,
        table,
        mapping: mappingFor(table, given),
        settings: await settingsOf(look),
        actor,
        seat: actor.seat,
        // Of an upload nobody has looked at, nobody has counted the rows.
        ...(upload.rows ? { rows: upload.rows } : {}),
      })
      upload.bytes = null
      return result
    }
    upload.running = run()
    try {
      return await upload.running
    } catch (error) {
      delete upload.running
      throw error
    }
  },

  async cancel({ office, base, actor }) {
    const { importing } = office
    if (!importing) return null
    const author = (await readImport(base, importing.id))?.user_id ?? null
    if (!isTheirs(actor, author)) throw new Refusal('NO_RIGHT', { right: 'office.edit' })
    importing.cancel()
    return null
  },

  async undo(look, { id }) {
    refuseLimited(look.actor)
    const made = await readImport(look.base, id)
    if (made?.state !== 'complete') throw new Refusal('NOT_FOUND')
    if (!isTheirs(look.actor, made.user_id)) throw new Refusal('NO_RIGHT', { right: 'office.edit' })
    return undoImport(look, id, made.file)
  },

  async past({ base, actor }) {
    const made = await readImports(base)
    return made.map(({ user_id, ...row }) => ({ ...row, yours: isTheirs(actor, user_id) }))
  },
}
