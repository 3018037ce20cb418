import type { ClientCard, ClientDraft } from '../../../app/contract/clients.ts'
import { isPicture, largestPhoto } from '../../../app/contract/files.ts'
import { Refusal } from '../../../app/errors.ts'
import { insertFiles } from '../../../db/clients/files.ts'
import type { Look, Work } from '../work.ts'

/**
 * A card may take a picture that somebody has brought, or one it had before. Throws NOT_FOUND, NOT_A_PICTURE, TOO_LARGE.
 */
export async function refusePhoto(
  { office }: Look,
  photo: ClientDraft['photo'],
  before: ClientDraft['photo'],
): Promise<void> {
  if (!photo || photo === before) return
  const file = await office.files.take(photo)
  if (!file) throw new Refusal('NOT_FOUND')
  if (!isPicture(file.type)) throw new Refusal('NOT_A_PICTURE')
  if (file.size > largestPhoto) throw new Refusal('TOO_LARGE', { most: largestPhoto })
}

/** Cards are merged, and only one of their photos stays one: the others become files. */
export async function keepPhotosAsFiles(
  work: Work,
  cards: readonly ClientCard[],
  kept: ClientDraft['photo'],
): Promise<void> {
  const rows = await Promise.all(
    cards.map(async ({ id, names, photo }) => {
      const file = photo && photo !== kept ? await work.office.files.take(photo) : undefined
      if (!file) return []
      return [{ ...file, clientId: id, name: `${names[0]!.text.slice(0, 200)}.${file.type.split('/')[1]}` }]
    }),
  )
  await insertFiles(work.trx, rows.flat(), { at: work.at, by: work.actor.userId })
}
