import type { RowId, Selection } from './types.ts'

export const nothing: Selection = { mode: 'some', ids: new Set() }
export const everything: Selection = { mode: 'all', except: new Set() }

export const only = (ids: Iterable<RowId>): Selection => ({ mode: 'some', ids: new Set(ids) })

export const isSelected = (selection: Selection, id: RowId) =>
  selection.mode === 'some' ? selection.ids.has(id) : !selection.except.has(id)

export function toggle(selection: Selection, id: RowId): Selection {
  const set = new Set(selection.mode === 'some' ? selection.ids : selection.except)
  if (!set.delete(id)) set.add(id)
  return selection.mode === 'some' ? { mode: 'some', ids: set } : { mode: 'all', except: set }
}

/** Adds rows to what is selected. */
export function add(selection: Selection, ids: Iterable<RowId>): Selection {
  if (selection.mode === 'some') return only([...selection.ids, ...ids])
  const except = new Set(selection.except)
  for (const id of ids) except.delete(id)
  return { mode: 'all', except }
}

export const selectedCount = (selection: Selection, total: number) =>
  selection.mode === 'some' ? selection.ids.size : Math.max(0, total - selection.except.size)
