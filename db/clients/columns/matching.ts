import type { ClientFilter } from '../../../app/contract/clients.ts'
import type { Condition } from '../../../app/criteria.ts'
import type { Choosing } from '../../columns/area.ts'
import { keepAll, keepOf, keepOnly, maskOfAll, slotsOf, type Mask } from '../../columns/matching.ts'
import type { RecordTable } from '../../columns/table.ts'
import type { Reading } from '../../tables.ts'
import type { SearchScope } from '../search.ts'
import { idsByText, idsWithText } from './texts.ts'

/** Conditions that older filters have names of their own for, beside the others. */
export function conditionsOf({ kind, statusId, managerId, conditions = [] }: ClientFilter): Condition[] {
  const named = { kind, status: statusId, manager: managerId }
  return [
    ...Object.entries(named).flatMap(([field, value]): Condition[] =>
      value === undefined ? [] : [{ field, is: 'one-of', values: [value] }],
    ),
    ...conditions,
  ]
}

/** Who is meant, of those whom the asker reaches; see Area. */
export function maskOf(
  table: RecordTable,
  kysely: Reading,
  { filter, ids, except }: Choosing<ClientFilter>,
  scope: SearchScope,
  stillWanted: () => void,
): Mask {
  const base = { kysely, raw: table.raw }
  const mask = maskOfAll(table, ids, except)
  if (scope.ownedBy !== undefined) keepOf(table, mask, ['manager', 'maker'], [scope.ownedBy])
  if (scope.relations !== undefined) keepOf(table, mask, ['relations'], scope.relations)
  const byText = (condition: Condition) => idsByText(base, condition.field, condition, scope)
  keepAll(table, mask, conditionsOf(filter), byText, stillWanted)
  if (filter.text?.trim()) keepOnly(mask, slotsOf(table, idsWithText(base, filter.text, scope)))
  stillWanted()
  return mask
}
