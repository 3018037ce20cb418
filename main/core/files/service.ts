import { filePart, isPicture, largestPhoto, type ClientFile } from '../../../app/contract/files.ts'
import { Refusal } from '../../../app/errors.ts'
import { hides, type HideableField } from '../../../app/rights.ts'
import type { ClientCard } from '../../../app/contract/clients.ts'
import {
  insertFiles,
  readFiles,
  readFilesOf,
  readPhoto,
  renameFile,
  setFilesBinned,
  type StoredClientFile,
} from '../../../db/clients/files.ts'
import { readKept, readMergedInto } from '../../../db/clients/merging.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { touchClients } from '../../../db/clients/write.ts'
import { reachClient, searchScope } from '../clients/reach.ts'
import { settingsOf } from '../clients/service.ts'
import type { Look, Services, Work } from '../work.ts'
import { headLength, typeOf } from './typeOf.ts'

/** Throws FIELD_HIDDEN. */
function refuseUnseen({ actor }: Look, field: HideableField): void {
  if (hides(actor.grant, field)) throw new Refusal('FIELD_HIDDEN', { field })
}

const shown = ({ clientId: _c, hash: _h, ...file }: StoredClientFile): ClientFile => file

/** A client in use. Throws NOT_FOUND. */
async function reachInUse(look: Look, id: number): Promise<ClientCard> {
  const card = await reachClient(look, id)
  if (card.binnedAt !== null) throw new Refusal('NOT_FOUND')
  return card
}

/** Files with the card they are on, which is another than the one they were attached to where that was merged. */
async function reachFiles(look: Look, ids: readonly number[]) {
  refuseUnseen(look, 'client.files')
  const files = await readFiles(look.base, [...new Set(ids)])
  if (files.length === 0) throw new Refusal('NOT_FOUND')
  const byCard = new Map<number, StoredClientFile[]>()
  for (const file of files) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    const kept = await readKept(look.base, file.clientId)
    byCard.set(kept, [...(byCard.get(kept) ?? []), file])
  }
  return byCard
}

/** One line of the log for a client whose files changed; its card counts as changed. */
async function logFiles(
  work: Work,
  card: ClientCard,
  before: readonly string[] | null,
  after: readonly string[] | null,
): Promise<void> {
  const { sortLanguage } = await settingsOf(work)
  work.log({
    subject: { type: 'client', id: card.id, name: mainName(card.names, sortLanguage) },
    changes: [{ field: 'client.files', before, after }],
  })
  await touchClients(work.trx, [card.id], { at: work.at, by: work.actor.userId })
  work.tell({ type: 'client.changed', ids: [card.id] })
}

const named = (files: readonly { name: string }[]) => files.map(({ name }) => name)

async function move(work: Work, ids: readonly number[], binning: boolean): Promise<{ count: number }> {
  let count = 0
  for (const [id, all] of await reachFiles(work, ids)) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    const card = await reachInUse(work, id)
    const files = all.filter((file) => (file.binnedAt === null) === binning)
    if (files.length === 0) continue
    const moved = files.map((file) => file.id)
    // eslint-disable-next-line no-await-in-loop -- one connection
    await setFilesBinned(work.trx, moved, binning ? work.at : null)
    // eslint-disable-next-line no-await-in-loop -- one connection
    await logFiles(work, card, binning ? named(files) : null, binning ? null : named(files))
    count += files.length
  }
  return { count }
}

/** Files and photos: brought in parts, attached to clients, handed out again. */
export const files: Services<'files'> = {
  async begin(look, { size }) {
    // For either of them.
    if (hides(look.actor.grant, 'client.files')) refuseUnseen(look, 'client.photo')
    return { upload: await look.office.incoming.begin(look.actor.session, size) }
  },

  async part({ office, actor }, { upload, offset, bytes }) {
    if (bytes.size > filePart) throw new Refusal('TOO_LARGE', { most: filePart })
    const stored = await office.incoming.part(
      actor.session,
      upload,
      offset,
      new Uint8Array(await bytes.arrayBuffer()),
    )
    return { file: stored && { hash: stored.hash, type: stored.type } }
  },

  async drop({ office, actor }, { upload }) {
    office.incoming.forget(actor.session, upload)
    return null
  },

  async list(look, { client }) {
    refuseUnseen(look, 'client.files')
    await reachClient(look, client)
    const files = await readFilesOf(look.base, [client, ...(await readMergedInto(look.base, client))])
    return files.map(shown)
  },

  async attach(work, { client, files: brought }) {
    refuseUnseen(work, 'client.files')
    const card = await reachInUse(work, client)
    const { incoming } = work.office
    const { session, userId } = work.actor
    const rows = brought.map(({ upload, name }) => ({
      clientId: client,
      name,
      ...incoming.whole(session, upload),
    }))
    const ids = await insertFiles(work.trx, rows, { at: work.at, by: userId })
    await logFiles(work, card, null, named(rows))
    work.afterwards(() => brought.forEach(({ upload }) => incoming.forget(session, upload)))
    return (await readFiles(work.base, ids)).map(shown)
  },

  async rename(work, { id, name }) {
    for (const [card, [file]] of await reachFiles(work, [id])) {
      const client = await reachInUse(work, card)
      if (file!.name === name) continue
      await renameFile(work.trx, id, name)
      await logFiles(work, client, [file!.name], [name])
    }
    return shown((await readFiles(work.base, [id]))[0]!)
  },

  bin: (work, { ids }) => move(work, ids, true),
  restore: (work, { ids }) => move(work, ids, false),

  async read(look, { id, offset }) {
    for (const [card, [file]] of await reachFiles(look, [id])) {
      await reachClient(look, card)
      const { hash, name } = file!
      const store = look.office.files
      // Once, before the first part: whoever gets the others has got this one.
      if (offset === 0 && !(await store.isWhole(hash))) throw new Refusal('FILE_DAMAGED', { name })
      return new File([await store.read(hash, offset, filePart)], 'part')
    }
    throw new Refusal('NOT_FOUND')
  },

  async photo(look, { client, photo }) {
    refuseUnseen(look, 'client.photo')
    const settings = await settingsOf(look)
    if ((await readPhoto(look.base, client, searchScope(look, settings))) !== photo)
      throw new Refusal('NOT_FOUND')
    const bytes = await look.office.files.read(photo, 0, largestPhoto).catch(() => undefined)
    const type = bytes && typeOf(bytes.subarray(0, headLength))
    if (!bytes || !type || !isPicture(type)) throw new Refusal('FILE_DAMAGED', { name: 'photo' })
    return new File([bytes], 'photo', { type })
  },
}
