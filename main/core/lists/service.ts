import { clientFields, fieldOfList, type ClientFieldKind } from '../../../app/clientFields.ts'
import type { CustomField, ListEntry, ListId } from '../../../app/contract/lists.ts'
import { customName } from '../../../app/custom.ts'
import { Refusal } from '../../../app/errors.ts'
import { fold } from '../../../app/folding.ts'
import { hides, type Grant } from '../../../app/rights.ts'
import {
  insertEntry,
  readEntries,
  setEntryOrder,
  setEntryRetired,
  updateEntry,
} from '../../../db/lists/entries.ts'
import {
  insertField,
  readFields,
  setFieldOrder,
  setFieldRetired,
  updateField,
} from '../../../db/lists/fields.ts'
import type { Reading } from '../../../db/tables.ts'
import { changesBetween } from '../changes.ts'
import type { Services, Work } from '../work.ts'
import { theEntry } from './entry.ts'
import { mergeEntry, undoMerge } from './merging.ts'

/** Entries are not shown to whoever does not see the field that they are values of. */
function sees(grant: Grant, list: ListId): boolean {
  const id = fieldOfList(list)
  const own = list.startsWith('field.') ? customName(list.slice('field.'.length)) : undefined
  const field = own ?? (clientFields as readonly ClientFieldKind[]).find((one) => one.id === id)?.hides
  return field === undefined || !hides(grant, field)
}

async function theField(base: Reading, id: number): Promise<CustomField> {
  const field = (await readFields(base)).find((one) => one.id === id)
  if (!field) throw new Refusal('NOT_FOUND')
  return field
}

const byLanguage = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([language, name]) => `${language}: ${name}`)

const loggedEntry = ({ list, name, names, tone, retired }: ListEntry) => ({
  list,
  name,
  names: byLanguage(names),
  tone,
  retired: retired || undefined,
})

const loggedField = ({ type, name, names, relationIds, required, retired }: CustomField) => ({
  type,
  name,
  names: byLanguage(names),
  relations: relationIds,
  required: required || undefined,
  retired: retired || undefined,
})

function told(
  work: Work,
  type: 'entry' | 'field',
  { id, name }: { id: number; name: string },
  changes: ReturnType<typeof changesBetween>,
): void {
  if (changes.length > 0) work.log({ subject: { type, id, name }, changes })
  work.tell({ type: 'lists.changed' })
}

async function refuseNamesake(
  base: Reading,
  list: ListId,
  name: string,
  id: number | undefined,
): Promise<void> {
  const namesake = (await readEntries(base, list)).some(
    (entry) => entry.id !== id && fold(entry.name) === fold(name),
  )
  if (namesake) throw new Refusal('NAME_TAKEN', { name })
}

/** The lists and fields of the office. */
export const lists: Services<'lists'> = {
  async all({ base, actor: { grant } }) {
    return {
      entries: (await readEntries(base)).filter((entry) => sees(grant, entry.list)),
      fields: (await readFields(base)).filter((field) => !hides(grant, customName(field.id))),
    }
  },

  uses: ({ office, signal }) => office.readers.run('lists.uses', [], signal),

  async saveEntry(work, { id, list, name, names, tone }) {
    const { trx } = work
    const before = id === undefined ? undefined : await theEntry(trx, id)
    if (before && before.list !== list) throw new Refusal('NOT_FOUND')
    await refuseNamesake(trx, list, name, id)
    if (list.startsWith('field.')) await theField(trx, Number(list.slice('field.'.length)))
    if (id !== undefined) await updateEntry(trx, id, { name, names, tone })
    const saved = await theEntry(trx, id ?? (await insertEntry(trx, list, { name, names, tone })))
    told(work, 'entry', saved, changesBetween('entry', before ? loggedEntry(before) : {}, loggedEntry(saved)))
    return saved
  },

  async orderEntries(work, { list, ids }) {
    const entries = await readEntries(work.trx, list)
    const known = new Set(entries.map(({ id }) => id))
    if (ids.some((id) => !known.has(id))) throw new Refusal('NOT_FOUND')
    const order = [...ids, ...entries.map(({ id }) => id).filter((id) => !ids.includes(id))]
    await setEntryOrder(work.trx, order)
    const named = (all: readonly number[]) => all.map((id) => entries.find((entry) => entry.id === id)!.name)
    work.log({
      changes: changesBetween(
        'entry',
        { list, order: named(entries.map(({ id }) => id)) },
        { list, order: named(order) },
      ),
    })
    work.tell({ type: 'lists.changed' })
    return null
  },

  async retireEntry(work, { id, retired }) {
    const before = await theEntry(work.trx, id)
    await setEntryRetired(work.trx, id, retired ? work.at : null)
    const after = { ...before, retired }
    told(work, 'entry', after, changesBetween('entry', loggedEntry(before), loggedEntry(after)))
    return after
  },

  mergeEntry,
  undoMerge,

  async saveField(work, { id, ...field }) {
    const { trx } = work
    const before = id === undefined ? undefined : await theField(trx, id)
    // Its values would not fit another type.
    if (before && before.type !== field.type) throw new Refusal('IN_USE')
    const relations = await readEntries(trx, 'relation')
    if (field.relationIds.some((one) => !relations.some((entry) => entry.id === one)))
      throw new Refusal('NOT_FOUND')
    const namesake = (await readFields(trx)).some(
      (other) => other.id !== id && fold(other.name) === fold(field.name),
    )
    if (namesake) throw new Refusal('NAME_TAKEN', { name: field.name })
    if (id !== undefined) await updateField(trx, id, field)
    const saved = await theField(trx, id ?? (await insertField(trx, field)))
    told(work, 'field', saved, changesBetween('field', before ? loggedField(before) : {}, loggedField(saved)))
    return saved
  },

  async orderFields(work, { ids }) {
    const fields = await readFields(work.trx)
    if (ids.some((id) => !fields.some((field) => field.id === id))) throw new Refusal('NOT_FOUND')
    const order = [...ids, ...fields.map(({ id }) => id).filter((id) => !ids.includes(id))]
    await setFieldOrder(work.trx, order)
    const named = (all: readonly number[]) => all.map((id) => fields.find((field) => field.id === id)!.name)
    work.log({
      changes: changesBetween('field', { order: named(fields.map(({ id }) => id)) }, { order: named(order) }),
    })
    work.tell({ type: 'lists.changed' })
    return null
  },

  async retireField(work, { id, retired }) {
    const before = await theField(work.trx, id)
    await setFieldRetired(work.trx, id, retired ? work.at : null)
    const after = { ...before, retired }
    told(work, 'field', after, changesBetween('field', loggedField(before), loggedField(after)))
    return after
  },
}
