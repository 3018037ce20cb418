import type { ItemCard, ItemDraft } from '../../../app/contract/items.ts'
import { Refusal } from '../../../app/errors.ts'
import { barcodeKey, groupsUnder } from '../../../app/items.ts'
import { may } from '../../../app/rights.ts'
import { readGroups } from '../../../db/items/groups.ts'
import { readItem, readItemRows } from '../../../db/items/read.ts'
import { itemsWithBarcode, readItemPage, searchItems } from '../../../db/items/search.ts'
import {
  insertItems,
  mainItemName,
  setItemsBinned,
  updateItem,
  type ItemMaking,
} from '../../../db/items/write.ts'
import { readUser } from '../../../db/staff.ts'
import { changesBetween } from '../changes.ts'
import { settingsOf } from '../clients/service.ts'
import type { Actor, Look, Services, Work } from '../work.ts'
import { groupsOfItems } from './groups.ts'
import { loggedItem } from './logged.ts'
import { lookUp, needsOf } from './looking.ts'

/** Goods, services and sets. */
export const items: Services<'items'> = {
  ...groupsOfItems,

  async page(look, { filter, order, offset, limit }) {
    const groupIds =
      filter.groupId === undefined ? undefined : groupsUnder(await readGroups(look.base), filter.groupId)
    const { total, ids } = await readItemPage(look.base, { filter, groupIds, order }, offset, limit)
    return { total, rows: await readItemRows(look.base, ids, await needsOf(look)) }
  },

  async find(look, { text, listId, limit }) {
    const ids = await searchItems(look.base, text, limit)
    return readItemRows(look.base, ids, await needsOf(look, listId))
  },

  byCode: (look, { code, listId }) => lookUp(look, code, listId),

  card: async (look, { id }) => asSeen(await known(look, id), look.actor),

  async create(work, draft) {
    const asked = withCost(draft, null, work.actor)
    await refuseMisfits(work, asked)
    await refuseTaken(work, asked)
    const making = await makingOf(work)
    const [id] = await insertItems(work.trx, [asked], making)
    const card = await known(work, id!)
    work.log({
      subject: { type: 'item', id: id!, name: mainItemName(draft, making.sortLanguage) },
      changes: changesBetween('item', {}, await loggedItem(work.base, card)),
    })
    work.tell({ type: 'item.changed' })
    return asSeen(card, work.actor)
  },

  async save(work, { id, revision, draft }) {
    const before = await known(work, id)
    if (before.revision !== revision) {
      const changer = before.changedBy === null ? undefined : await readUser(work.base, before.changedBy)
      throw new Refusal('CHANGED_MEANWHILE', {
        revision: before.revision,
        by: changer?.name ?? null,
        at: before.changedAt,
      })
    }
    const asked = withCost(draft, before.cost ?? null, work.actor)
    await refuseMisfits(work, asked, id)
    if (before.binnedAt === null) await refuseTaken(work, asked, id)
    const was = await loggedItem(work.base, before)
    const making = await makingOf(work)
    await updateItem(work.trx, id, asked, making)
    const card = await known(work, id)
    work.log({
      subject: { type: 'item', id, name: mainItemName(asked, making.sortLanguage) },
      changes: changesBetween('item', was, await loggedItem(work.base, card)),
    })
    work.tell({ type: 'item.changed' })
    return asSeen(card, work.actor)
  },

  async bin(work, { ids, binned }) {
    const making = await makingOf(work)
    for (const id of new Set(ids)) {
      const card = await known(work, id)
      if ((card.binnedAt !== null) === binned) continue
      if (!binned) await refuseTaken(work, card, id)
      await setItemsBinned(work.trx, [id], binned ? work.at : null, making)
      work.log({
        subject: { type: 'item', id, name: mainItemName(card, making.sortLanguage) },
        changes: [{ field: 'item.binned', before: !binned, after: binned }],
      })
    }
    work.tell({ type: 'item.changed' })
    return null
  },
}

type Known = NonNullable<Awaited<ReturnType<typeof readItem>>>

/** Throws NOT_FOUND. */
async function known({ base }: Pick<Look, 'base'>, id: number): Promise<Known> {
  const card = await readItem(base, id)
  if (!card) throw new Refusal('NOT_FOUND')
  return card
}

const makingOf = async (work: Work): Promise<ItemMaking> => ({
  at: work.at,
  by: work.actor.userId,
  sortLanguage: (await settingsOf(work)).sortLanguage,
})

/** Without what it costs where the person may not see that. */
function asSeen({ cost, changedBy: _, ...card }: Known, { grant }: Actor): ItemCard {
  return may(grant, 'items.cost') ? { ...card, cost: cost ?? null } : card
}

/** What it costs stays where nobody said it. Throws NO_RIGHT where somebody did who may not see it. */
function withCost(draft: ItemDraft, before: ItemCard['cost'], { grant }: Actor): ItemDraft {
  if (draft.cost === undefined) return { ...draft, cost: before }
  if (!may(grant, 'items.cost')) throw new Refusal('NO_RIGHT', { right: 'items.cost' })
  return draft
}

/** Throws NOT_FOUND for a group or a part that there is not, BAD_VALUE for a unit that the item does not have or a set in itself. */
async function refuseMisfits({ base }: Work, draft: ItemDraft, id?: number): Promise<void> {
  const units = new Set(draft.units.map(({ unit }) => unit))
  const strange = [...draft.barcodes, ...draft.prices].find(({ unit }) => !units.has(unit))
  if (strange) throw new Refusal('BAD_VALUE', { field: 'item.units', name: strange.unit })
  if (draft.groupId !== null && !(await readGroups(base)).some((group) => group.id === draft.groupId))
    throw new Refusal('NOT_FOUND')
  for (const { itemId } of draft.parts) {
    const part = await known({ base }, itemId)
    // A set of sets would have to be looked through for itself.
    if (itemId === id || part.kind === 'set')
      throw new Refusal('BAD_VALUE', { field: 'item.parts', name: part.names[0]!.text })
  }
}

/** A code leads to one item. Throws CODE_TAKEN. */
async function refuseTaken({ base }: Work, { barcodes }: ItemDraft, id?: number): Promise<void> {
  const codes = new Map(barcodes.map(({ code }) => [barcodeKey(code), code]))
  const taken = (await itemsWithBarcode(base, [...codes.keys()])).find((one) => one.id !== id)
  if (taken) {
    const other = await known({ base }, taken.id)
    throw new Refusal('CODE_TAKEN', { code: codes.get(taken.key)!, item: other.names[0]!.text })
  }
}
