import type { ClientCard, ClientDraft } from '../../../app/contract/clients.ts'
import { Refusal } from '../../../app/errors.ts'
import { mergedDraft, overfull } from '../../../app/merging.ts'
import {
  deleteDistinct,
  followRevision,
  insertDistinct,
  insertMerge,
  readLastMerge,
  setMerged,
  setUndone,
  type Merge,
} from '../../../db/clients/merging.ts'
import { moveCalls, moveCallsBack } from '../../../db/calls/ofClients.ts'
import { deletePhotoFiles } from '../../../db/clients/files.ts'
import { readRows } from '../../../db/clients/page.ts'
import { readPlaces } from '../../../db/clients/places.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { updateClients } from '../../../db/clients/write.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import { readUser } from '../../../db/staff.ts'
import { changesBetween } from '../changes.ts'
import { keepPhotosAsFiles } from '../files/photo.ts'
import type { Change, Look, Services, Work } from '../work.ts'
import { reachClients, readingLanguage, rowNeeds, searchScope } from './reach.ts'
import { logged } from './logged.ts'
import { draftOf, ownEyes, settingsOf, tellMoved } from './service.ts'

/** Whoever does not see a field cannot judge what becomes of it. Throws FIELD_HIDDEN. */
function refuseLimited({ actor }: Look): void {
  const [field] = actor.grant.hidden
  if (field) throw new Refusal('FIELD_HIDDEN', { field })
}

/** All of them, in use and in the order of the ids. Throws NOT_FOUND. */
async function reachAll(look: Look, ids: readonly number[]): Promise<ClientCard[]> {
  const cards = await reachClients(look, ids)
  if (new Set(ids).size !== ids.length || cards.length !== ids.length) throw new Refusal('NOT_FOUND')
  return cards
}

async function refuseChanged(look: Look, card: ClientCard, revision: number): Promise<void> {
  if (card.revision === revision && card.binnedAt === null) return
  const changer = card.changedBy === null ? undefined : await readUser(look.base, card.changedBy)
  throw new Refusal('CHANGED_MEANWHILE', {
    revision: card.revision,
    by: changer?.name ?? null,
    at: card.changedAt,
  })
}

function tellCalls({ tell }: Work, ids: number[]): void {
  if (ids.length > 0) tell({ type: 'call.changed', ids })
}

/** Writes the kept card, and one line of the log for each client that takes part. */
async function writeBoth(
  work: Work,
  settings: OfficeSettings,
  kept: ClientCard,
  after: ClientDraft,
  merged: { cards: readonly ClientCard[]; into: number | null },
): Promise<void> {
  const { at, actor } = work
  const change = { at, by: actor.userId }
  const name = ({ names }: Pick<ClientDraft, 'names'>) => mainName(names, settings.sortLanguage)
  const ids = [kept.id, ...merged.cards.map(({ id }) => id)]
  const places = await readPlaces(work.trx, ids)
  const following = await updateClients(
    work.trx,
    [{ id: kept.id, draft: after, revision: kept.revision + 1 }],
    settings,
    change,
  )
  await setMerged(work.trx, ids.slice(1), merged.into, change)
  const merging = merged.into !== null
  const turned = (field: string, value: unknown): Change =>
    merging ? { field, before: null, after: value } : { field, before: value, after: null }
  const [now] = await reachClients(ownEyes(work), [kept.id])
  work.log({
    subject: { type: 'client', id: kept.id, name: name(after) },
    changes: [
      turned(
        'client.merged',
        merged.cards.map((card) => ({ id: card.id, name: name(card) })),
      ),
      ...changesBetween('client', logged(draftOf(kept)), logged(draftOf(now!))),
    ],
  })
  for (const card of merged.cards)
    work.log({
      subject: { type: 'client', id: card.id, name: name(card) },
      changes: [turned('client.mergedInto', [{ id: kept.id, name: name(merging ? after : kept) }])],
    })
  await tellMoved(work, [...ids, ...following], places)
}

function logApart(work: Work, settings: OfficeSettings, cards: readonly ClientCard[], apart: boolean): void {
  const all = cards.map(({ id, names }) => ({ id, name: mainName(names, settings.sortLanguage) }))
  const [first, ...others] = all
  work.log({
    subject: { type: 'client', ...first! },
    changes: [{ field: 'client.apart', before: apart ? null : others, after: apart ? others : null }],
  })
}

/** Whether everything is as this merge left it. */
const untouched = (merge: Merge, kept: ClientCard): boolean =>
  kept.revision === merge.revision && kept.binnedAt === null

/** Clients who are in the base twice: found, told apart, merged, and the merge undone. */
export const duplicates: Services<'duplicates'> = {
  async find(look, { limit }) {
    refuseLimited(look)
    const scope = await look.office.use(async () => searchScope(look, await settingsOf(look)))
    const from = performance.now()
    const found = await look.office.readers.run(
      'clients.duplicates',
      [
        limit,
        { ownedBy: scope.ownedBy, relations: scope.relations, unfinishedImport: scope.unfinishedImport },
      ],
      look.signal,
    )
    return { ...found, took: Math.round(performance.now() - from) }
  },

  async rows(look, { ids }) {
    refuseLimited(look)
    const language = await readingLanguage(look, await settingsOf(look))
    const reached = (await reachClients(look, ids)).filter(({ binnedAt }) => binnedAt === null)
    return readRows(
      look.base,
      reached.map(({ id }) => id),
      rowNeeds(look.actor, language),
    )
  },

  async keepApart(work, { ids }) {
    refuseLimited(work)
    await insertDistinct(work.trx, ids, { at: work.at, by: work.actor.userId })
    logApart(work, await settingsOf(work), await reachAll(work, ids), true)
    return null
  },

  async forgetApart(work, { ids }) {
    refuseLimited(work)
    await deleteDistinct(work.trx, ids)
    logApart(work, await settingsOf(work), await reachAll(work, ids), false)
    return null
  },

  async merge(work, { keep, cards: asked, choice }) {
    refuseLimited(work)
    const settings = await settingsOf(work)
    const ids = [keep, ...asked.map(({ id }) => id).filter((id) => id !== keep)]
    if (ids.length !== asked.length) throw new Refusal('NOT_FOUND')
    const cards = await reachAll(work, ids)
    for (const card of cards) {
      const { revision } = asked.find(({ id }) => id === card.id)!
      // eslint-disable-next-line no-await-in-loop -- the first that changed is told
      await refuseChanged(work, card, revision)
    }
    const [kept, ...others] = cards as [ClientCard, ...ClientCard[]]
    const after = mergedDraft(cards, choice, settings.country)
    if (overfull(after) !== undefined) throw new Refusal('CARD_FULL')
    await writeBoth(work, settings, kept, after, { cards: others, into: keep })
    await keepPhotosAsFiles(work, cards, after.photo)
    const merge = await insertMerge(
      work.trx,
      {
        at: work.at,
        keptId: keep,
        revision: kept.revision + 1,
        keptBefore: draftOf(kept),
        merged: others.map(({ id, names }) => ({ id, name: names[0]!.text })),
      },
      work.actor.userId,
    )
    const from = others.map(({ id }) => id)
    tellCalls(work, await moveCalls(work.trx, merge, from, keep))
    const [card] = await reachClients(ownEyes(work), [keep])
    return { merge, card: card! }
  },

  async last(look, { id }) {
    const [kept] = await reachClients(look, [id])
    const merge = await readLastMerge(look.base, id)
    if (!kept || !merge) return null
    return { merge: merge.id, at: merge.at, changed: !untouched(merge, kept) }
  },

  async undo(work, { id, merge: asked }) {
    refuseLimited(work)
    const settings = await settingsOf(work)
    const [kept] = await reachAll(work, [id])
    const merge = await readLastMerge(work.base, id)
    if (!kept || merge?.id !== asked) throw new Refusal('NOT_FOUND')
    await refuseChanged(work, kept, merge.revision)
    // Whoever may take the merge back gets back all that went into it.
    const merged = await reachAll(
      ownEyes(work),
      merge.merged.map((one) => one.id),
    )
    await writeBoth(work, settings, kept, merge.keptBefore, { cards: merged, into: null })
    await deletePhotoFiles(work.trx, [id, ...merged.map((one) => one.id)], merge.at)
    await setUndone(work.trx, merge.id, work.at)
    tellCalls(work, await moveCallsBack(work.trx, merge.id, id))
    // All are again as before, one revision for the merge and one for this later.
    for (const card of [
      { ...kept, revision: kept.revision - 1 },
      ...merged.map((one) => ({ ...one, revision: one.revision - 1 })),
    ]) {
      // eslint-disable-next-line no-await-in-loop -- one connection
      await followRevision(work.trx, card.id, card.revision, card.revision + 2)
    }
    const [card] = await reachClients(ownEyes(work), [id])
    return card!
  },
}
