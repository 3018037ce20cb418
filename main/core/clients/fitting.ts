import type { ClientDraft } from '../../../app/contract/clients.ts'
import type { CustomField, CustomValue, ListId } from '../../../app/contract/lists.ts'
import { customName, fitsField, isOnCard } from '../../../app/custom.ts'
import { Refusal } from '../../../app/errors.ts'
import type { Grant } from '../../../app/rights.ts'
import { readEntriesAmong, readUsualRelation } from '../../../db/lists/entries.ts'
import { readFields } from '../../../db/lists/fields.ts'
import type { Reading } from '../../../db/tables.ts'

/** Whether what is on a card fits the lists and the fields of the office. */

/** A list that a field of the card names entries of. */
const listOf = {
  statusId: 'status',
  categoryId: 'category',
  sourceId: 'source',
  priceListId: 'price',
  relationIds: 'relation',
  groupIds: 'group',
} as const satisfies { [Field in keyof ClientDraft]?: ListId }

/**
 * Throws NOT_FOUND where a card newly names an entry that its list does not have, BAD_VALUE where a new value does not
 * fit its custom field, FIELD_REQUIRED where `whole` and one that is asked for and not `hidden` is empty. What stood
 * there before may stay.
 */
export async function refuseMisfits(
  base: Reading,
  before: Partial<ClientDraft>,
  after: Partial<ClientDraft>,
  { whole, hidden }: { whole: boolean; hidden: Grant['hidden'] },
): Promise<void> {
  for (const [field, list] of Object.entries(listOf) as [keyof typeof listOf, ListId][]) {
    const known = idsOf(before[field])
    // eslint-disable-next-line no-await-in-loop -- the first that is not there is told
    await refuseStrangers(
      base,
      list,
      idsOf(after[field]).filter((id) => !known.includes(id)),
    )
  }
  const fields = await readFields(base)
  for (const [id, value] of Object.entries(after.custom ?? {})) {
    const was = before.custom?.[id]
    if (value === null || JSON.stringify(was) === JSON.stringify(value)) continue
    const field = fields.find((one) => String(one.id) === id)
    if (!field) throw new Refusal('NOT_FOUND')
    if (!fitsField(field, value)) throw new Refusal('BAD_VALUE', named(field))
    // eslint-disable-next-line no-await-in-loop -- the same
    if (field.type === 'choice') await refuseStrangers(base, `field.${field.id}`, [value as number])
  }
  if (!whole) return
  const empty = fields.find(
    (field) =>
      field.required &&
      isOnCard(field, after.relationIds ?? []) &&
      !hidden.includes(customName(field.id)) &&
      (after.custom?.[field.id] ?? null) === null,
  )
  if (empty) throw new Refusal('FIELD_REQUIRED', named(empty))
}

const named = ({ id, name }: CustomField) => ({ field: customName(id), name })

const idsOf = (value: number | readonly number[] | null | undefined): readonly number[] =>
  value === null || value === undefined ? [] : typeof value === 'number' ? [value] : value

async function refuseStrangers(base: Reading, list: ListId, ids: readonly number[]): Promise<void> {
  const there = await readEntriesAmong(base, list, ids)
  if (new Set(ids).size !== there.length) throw new Refusal('NOT_FOUND')
}

export const withoutEmpty = (
  custom: Readonly<Record<string, CustomValue | null>>,
): Record<string, CustomValue> =>
  Object.fromEntries(
    Object.entries(custom).filter((entry): entry is [string, CustomValue] => entry[1] !== null),
  )

/**
 * What a new card counts as where nobody says it: a client; of whoever is limited to some kinds of counterparty the first
 * of those, as they would not find it again otherwise.
 */
export async function countingAs(
  base: Reading,
  draft: ClientDraft,
  { onlyRelations }: Grant,
): Promise<ClientDraft> {
  const said = draft.relationIds
  if (said?.some((id) => onlyRelations.includes(id))) return draft
  if (onlyRelations.length > 0) return { ...draft, relationIds: [...(said ?? []), onlyRelations[0]!] }
  const usual = said ? undefined : await readUsualRelation(base)
  return usual === undefined ? draft : { ...draft, relationIds: [usual] }
}
