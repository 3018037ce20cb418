import type { ClientCard, ClientDraft, ClientFilter, ClientHit } from '../../../app/contract/clients.ts'
import { Refusal } from '../../../app/errors.ts'
import { hides } from '../../../app/rights.ts'
import { readRows, stretchByName, type NamePlace } from '../../../db/clients/page.ts'
import { readKept } from '../../../db/clients/merging.ts'
import { readPlaces } from '../../../db/clients/places.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { searchClients } from '../../../db/clients/search.ts'
import { insertClients, setBinned, updateClients } from '../../../db/clients/write.ts'
import { isLimited } from '../../../db/clients/visible.ts'
import { readSettings, type OfficeSettings } from '../../../db/settings.ts'
import { readAllUsers, readUser } from '../../../db/staff.ts'
import { changesBetween } from '../changes.ts'
import { refusePhoto } from '../files/photo.ts'
import type { Look, Services, Work } from '../work.ts'
import { cardsOfClients } from './cards.ts'
import { withPeople } from './contacts.ts'
import { exporting } from './export/service.ts'
import { logged } from './logged.ts'
import { countingAs, refuseMisfits, withoutEmpty } from './fitting.ts'
import {
  reachClient,
  reachClients,
  asker,
  readingLanguage,
  refuseHidden,
  refuseUnaskable,
  rowNeeds,
  searchScope,
  withoutHidden,
} from './reach.ts'

export async function settingsOf({ base }: Look): Promise<OfficeSettings> {
  const settings = await readSettings(base)
  if (!settings) throw new Refusal('NOT_FOUND')
  return settings
}

export const draftOf = ({
  id: _i,
  revision: _r,
  createdAt: _c,
  changedAt: _a,
  changedBy: _y,
  binnedAt: _b,
  mergedInto: _m,
  ...draft
}: ClientCard): ClientDraft => draft

/** At once, whatever is asked. */
const mostFound = 100

const byName = { field: 'name', descending: false }

/** Reading so many takes a moment that somebody would wait for. */
const many = 20_000

/** Nobody is left out by this filter. */
const isEverybody = (filter: ClientFilter): boolean =>
  Object.values(filter).every(
    (value) =>
      value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0),
  )

/** What a partial draft says: a field that is absent stays as it was. */
const given = (draft: { [K in keyof ClientDraft]?: ClientDraft[K] | undefined }) =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as Partial<ClientDraft>

/** Everything about clients that does not need sales, messages or documents. */
export const clients: Services<'clients'> = {
  ...cardsOfClients,
  ...exporting,

  async page(look, request) {
    const settings = await settingsOf(look)
    await refuseUnaskable(look, request)
    const person = await asker(look, settings)
    const { scope } = person
    const needs = rowNeeds(look.actor, person.language)
    const [{ field, descending } = byName] = request.order
    if (field !== 'name' || !isEverybody(request.filter) || isLimited(scope)) {
      const { total, ids } = await look.office.columns.ask('page', [request, person], look.signal)
      return { total, rows: await readRows(look.base, ids, needs) }
    }
    const { ranks } = look.office
    const total = await ranks.total()
    // Whoever looks at very many will soon ask for some of them.
    if (total > many) look.office.columns.prepare()
    const first = descending ? Math.max(0, total - request.offset - request.limit) : request.offset
    const count = descending ? Math.min(request.limit, Math.max(0, total - request.offset)) : request.limit
    const { from, skip } = await ranks.placeOf(first)
    const ids = count === 0 ? [] : await stretchByName(look.base, from, skip, count, scope)
    return { total, rows: await readRows(look.base, descending ? ids.reverse() : ids, needs) }
  },

  async count(look, { filter }) {
    await refuseUnaskable(look, { filter })
    const person = await asker(look, await settingsOf(look))
    return { count: await look.office.columns.ask('count', [{ filter }, person], look.signal) }
  },

  async groups(look, request) {
    await refuseUnaskable(look, request)
    const person = await asker(look, await settingsOf(look))
    return look.office.columns.ask('groups', [request, person], look.signal)
  },

  async choices(look, request) {
    await refuseUnaskable(look, request)
    const person = await asker(look, await settingsOf(look))
    return look.office.columns.ask('choices', [request, person], look.signal)
  },

  async search(look, { text, limit: wanted, kind }) {
    const settings = await settingsOf(look)
    const scope = searchScope(look, settings)
    // Of those found some are of the other kind.
    const limit = kind === undefined ? wanted : mostFound
    // Whose own clients are few has many others passed over: no window is to wait for that.
    const found = isLimited(scope)
      ? await look.office.readers.run('clients.search', [text, limit, scope], look.signal)
      : await searchClients(look.base, text, limit, scope)
    const both = await readRows(
      look.base,
      found.map(({ id }) => id),
      rowNeeds(look.actor, await readingLanguage(look, settings)),
    )
    const rows = both.filter((row) => kind === undefined || row.kind === kind).slice(0, wanted)
    const foundBy = new Map(found.map((hit) => [hit.id, hit.foundBy]))
    return rows.map((row): ClientHit => {
      const { id, kind, name, otherNames, city, country, phone, statusId, photo, worksAt } = row
      const by = foundBy.get(id)
      return {
        id,
        kind,
        name,
        otherNames,
        ...(city === undefined ? {} : { city }),
        ...(country === undefined ? {} : { country }),
        ...(phone === undefined ? {} : { phone }),
        ...(statusId === undefined ? {} : { statusId }),
        ...(photo === undefined ? {} : { photo }),
        ...(worksAt === undefined ? {} : { worksAt }),
        ...(by === undefined ? {} : { foundBy: by }),
      }
    })
  },

  async card(look, { id }) {
    const card = await reachClient(look, id)
    const shown = withoutHidden(card, look.actor.grant)
    return card.mergedInto === undefined ? shown : { ...shown, mergedInto: await readKept(look.base, id) }
  },

  async create(work, draft) {
    refuseHidden(draft, work.actor.grant)
    await refusePhoto(work, draft.photo, null)
    const settings = await settingsOf(work)
    const { grant } = work.actor
    const named = await withPeople(work, draft, undefined, settings)
    const made = await countingAs(work.base, named, grant)
    await refuseMisfits(work.base, {}, made, { whole: true, hidden: grant.hidden })
    const [id] = await insertClients(work.trx, [made], settings, {
      at: work.at,
      by: work.actor.userId,
      importId: null,
    })
    const card = (await reachClients(ownEyes(work), [id!]))[0]!
    work.log({
      subject: { type: 'client', id: id!, name: mainName(draft.names, settings.sortLanguage) },
      changes: changesBetween('client', {}, logged(draftOf(card))),
    })
    await tellMoved(work, [id!], new Map())
    return withoutHidden(card, work.actor.grant)
  },

  async save(work, { id, revision, draft }) {
    refuseHidden(draft, work.actor.grant)
    const settings = await settingsOf(work)
    const before = await reachClient(work, id)
    if (before.mergedInto !== undefined) throw new Refusal('NOT_FOUND')
    if (before.revision !== revision) {
      const changer = before.changedBy === null ? undefined : await readUser(work.base, before.changedBy)
      throw new Refusal('CHANGED_MEANWHILE', {
        revision: before.revision,
        by: changer?.name ?? null,
        at: before.changedAt,
      })
    }
    await refusePhoto(work, draft.photo, before.photo)
    const places = await readPlaces(work.trx, [id])
    const asked: ClientDraft = {
      ...draftOf(before),
      ...given(draft),
      custom: withoutEmpty({ ...before.custom, ...draft.custom }),
    }
    const after = await withPeople(work, asked, before, settings)
    const whole = draft.custom !== undefined || draft.relationIds !== undefined
    await refuseMisfits(work.base, before, after, { whole, hidden: work.actor.grant.hidden })
    const change = { at: work.at, by: work.actor.userId }
    const following = await updateClients(
      work.trx,
      [{ id, draft: after, revision: revision + 1 }],
      settings,
      change,
    )
    const card = (await reachClients(ownEyes(work), [id]))[0]!
    const changes = changesBetween('client', logged(draftOf(before)), logged(draftOf(card)))
    if (changes.length > 0)
      work.log({
        subject: { type: 'client', id, name: mainName(after.names, settings.sortLanguage) },
        changes,
      })
    await tellMoved(work, [id, ...following], places)
    return withoutHidden(card, work.actor.grant)
  },

  bin: (work, { ids }) => intoBin(work, ids, true),
  restore: (work, { ids }) => intoBin(work, ids, false),

  async managers({ base, actor }) {
    if (hides(actor.grant, 'client.manager')) return []
    return (await readAllUsers(base)).map(({ id, name, active }) => ({ id, name, active }))
  },
}

/** Who changes a client sees the outcome, even where it now belongs to somebody else. */
export const ownEyes = (work: Work): Look => ({
  ...work,
  actor: { ...work.actor, grant: { ...work.actor.grant, ownOnly: [], onlyRelations: [] } },
})

/** Tells of changed clients, and moves each in the table from where it stood to where it stands now. */
export async function tellMoved(
  work: Work,
  ids: readonly number[],
  before: ReadonlyMap<number, NamePlace>,
): Promise<void> {
  const now = await readPlaces(work.trx, ids)
  work.tell({ type: 'client.changed', ids: [...ids] })
  work.afterwards(() => {
    for (const id of ids) work.office.ranks.moved(before.get(id), now.get(id))
  })
}

async function intoBin(work: Work, ids: readonly number[], binning: boolean): Promise<{ count: number }> {
  const settings = await settingsOf(work)
  const cards = (await reachClients(work, [...new Set(ids)])).filter(
    (card) => (card.binnedAt === null) === binning && card.mergedInto === undefined,
  )
  const binnedAt = binning ? work.at : null
  const reached = cards.map((card) => card.id)
  if (reached.length === 0) return { count: 0 }
  const places = await readPlaces(work.trx, reached)
  await setBinned(work.trx, reached, binnedAt, { at: work.at, by: work.actor.userId })
  for (const card of cards) {
    work.log({
      subject: { type: 'client', id: card.id, name: mainName(card.names, settings.sortLanguage) },
      changes: changesBetween('client', { binnedAt: card.binnedAt }, { binnedAt }),
    })
  }
  await tellMoved(work, reached, places)
  return { count: reached.length }
}
