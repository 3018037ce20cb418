import { Refusal } from '../../../app/errors.ts'
import { may, ownOnly } from '../../../app/rights.ts'
import { forgetMappings, readImport, readImports } from '../../../db/imports.ts'
import { readSettings } from '../../../db/settings.ts'
import type { Actor, Look, Services } from '../work.ts'
import { isLong } from './handing.ts'
import { runImport } from './run.ts'
import { undoImport } from './takingBack.ts'

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

/** Bringing clients in from a file, as a window does it. */
export const imports: Services<'imports'> = {
  async upload({ office, actor }, { file }) {
    refuseLimited(actor)
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { upload: office.uploads.put(actor.session, file.name, bytes) }
  },

  async preview(look, { upload: id, sheet, mapping: given }) {
    const { upload, bytes } = uploadOf(look, id)
    const { office } = look
    const order = {
      file: upload.name,
      bytes,
      sheet,
      mapping: given,
      settings: await settingsOf(look),
      unfinishedImport: office.importing?.id,
      userId: look.actor.userId,
    }
    const preview = await office.readers.run('imports.preview', [order], look.signal, undefined, {
      apart: isLong(bytes),
    })
    upload.rows = preview.rows
    return preview
  },

  async forgetMapping({ trx, log }, { headings }) {
    const forgotten = await forgetMappings(trx, headings)
    if (forgotten > 0)
      log({ changes: [{ field: 'import.columns', before: headings.join(', '), after: null }] })
    return null
  },

  async refused(look, { upload: id, sheet, mapping: given }) {
    const { bytes } = uploadOf(look, id)
    const order = { bytes, sheet, mapping: given, settings: await settingsOf(look) }
    return look.office.readers.run('imports.refused', [order], look.signal, undefined, {
      apart: isLong(bytes),
    })
  },

  async run(look, { upload: id, sheet, mapping: given }) {
    const { office, actor } = look
    refuseLimited(actor)
    const upload = office.uploads.get(actor.session, id)
    const { bytes } = upload
    // The line broke and the window asks again: it goes on, or is done.
    if (upload.running) return upload.running
    if (!bytes) throw new Refusal('NOT_FOUND')
    const run = async () => {
      const result = await runImport(office, {
        file: upload.name,
        bytes,
        sheet,
        mapping: given,
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
