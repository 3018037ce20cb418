import type { ItemGroup } from '../../../app/contract/items.ts'
import { Refusal } from '../../../app/errors.ts'
import { groupsUnder } from '../../../app/items.ts'
import { deleteGroup, readGroups, writeGroup } from '../../../db/items/groups.ts'
import { changesBetween } from '../changes.ts'
import type { Services } from '../work.ts'

/** The tree of groups that items stand in. */
export const groupsOfItems: Pick<Services<'items'>, 'groups' | 'saveGroup' | 'removeGroup'> = {
  groups: ({ base }) => readGroups(base),

  async saveGroup(work, { id, ...draft }) {
    const groups = await readGroups(work.base)
    const before = id === undefined ? undefined : theGroup(groups, id)
    const parent = draft.parentId === null ? undefined : theGroup(groups, draft.parentId)
    if (before && parent && groupsUnder(groups, before.id).includes(parent.id))
      throw new Refusal('BAD_VALUE', { field: 'itemGroup.parent', name: parent.name })
    const saved = await writeGroup(work.trx, { id, ...draft })
    const said = ({ name, names, parentId }: Omit<ItemGroup, 'id'>) => ({
      name,
      names: Object.values(names),
      parent: groups.find((group) => group.id === parentId)?.name,
    })
    work.log({
      subject: { type: 'itemGroup', id: saved, name: draft.name },
      changes: changesBetween('itemGroup', before ? said(before) : {}, said(draft)),
    })
    work.tell({ type: 'item.changed' })
    return { id: saved, ...draft }
  },

  async removeGroup(work, { id }) {
    const group = theGroup(await readGroups(work.base), id)
    await deleteGroup(work.trx, group)
    work.log({
      subject: { type: 'itemGroup', id, name: group.name },
      changes: [{ field: 'itemGroup.name', before: group.name, after: null }],
    })
    work.tell({ type: 'item.changed' })
    return null
  },
}

/** Throws NOT_FOUND. */
function theGroup(groups: readonly ItemGroup[], id: number): ItemGroup {
  const group = groups.find((one) => one.id === id)
  if (!group) throw new Refusal('NOT_FOUND')
  return group
}
