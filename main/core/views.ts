import type { SavedView } from '../../app/contract/views.ts'
import { Refusal } from '../../app/errors.ts'
import { may } from '../../app/rights.ts'
import {
  deleteView,
  readFirstView,
  readView,
  readViews,
  viewOfName,
  writeFirstView,
  writeView,
  type ViewRow,
} from '../../db/views.ts'
import { changesBetween } from './changes.ts'
import type { Actor, Look, Services } from './work.ts'

/** Views of lists. A view says only how a list is looked at: what comes of it is asked for, and refused, as ever. */
export const views: Services<'views'> = {
  async list({ base, actor }, { list }) {
    const rows = await readViews(base, list, actor.userId)
    const first = await readFirstView(base, actor.userId, list)
    return {
      views: rows.map((row) => asSeen(row, actor)),
      // Somebody else's that is no longer shared is none of this person's.
      first: rows.some(({ id }) => id === first) ? first! : null,
    }
  },

  async save(work, { id, ...draft }) {
    const { actor, trx } = work
    const before = id === undefined ? undefined : await ownView(work, id)
    // A view stays in its list: another one's columns would mean nothing to it.
    if (before && before.list !== draft.list) throw new Refusal('NOT_FOUND')
    if (draft.shared) needShare(actor)
    const view = { ...draft, userId: before?.userId ?? actor.userId }
    const taken = await viewOfName(trx, view)
    if (taken !== undefined && taken !== id) throw new Refusal('NAME_TAKEN', { name: draft.name })
    const saved = await writeView(trx, { ...view, id }, work.at)
    work.log({
      subject: { type: 'view', id: saved, name: draft.name },
      changes: changesBetween('view', before ? said(before) : {}, said(view)),
    })
    work.tell({ type: 'views.changed' })
    return asSeen((await readView(trx, saved))!, actor)
  },

  async remove(work, { id }) {
    const before = await ownView(work, id)
    await deleteView(work.trx, id)
    work.log({
      subject: { type: 'view', id, name: before.name },
      changes: changesBetween('view', said(before), {}),
    })
    work.tell({ type: 'views.changed' })
    return null
  },

  async begin({ base, trx, actor, tell }, { list, id }) {
    if (id !== null && !(await readViews(base, list, actor.userId)).some((view) => view.id === id))
      throw new Refusal('NOT_FOUND')
    await writeFirstView(trx, actor.userId, list, id)
    tell({ type: 'views.changed' })
    return null
  },
}

const said = ({ name, shared }: Pick<ViewRow, 'name' | 'shared'>) => ({ name, shared })

const asSeen = ({ userId, ...row }: ViewRow, actor: Actor): SavedView => ({
  ...row,
  own: userId === actor.userId,
})

/** Throws NO_RIGHT. */
function needShare({ grant }: Actor): void {
  if (!may(grant, 'views.share')) throw new Refusal('NO_RIGHT', { right: 'views.share' })
}

/** A view that this person may change. Throws NOT_FOUND for somebody else's own, NO_RIGHT for everybody's without the right. */
async function ownView({ base, actor }: Look, id: number): Promise<ViewRow> {
  const view = await readView(base, id)
  if (!view || (!view.shared && view.userId !== actor.userId)) throw new Refusal('NOT_FOUND')
  if (view.shared) needShare(actor)
  return view
}
