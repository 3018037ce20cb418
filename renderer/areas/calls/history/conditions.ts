import type { Condition, Value } from '../../../../app/criteria.ts'
import { daysIn } from '../../../../app/periods.ts'
import type { CallFieldInWords } from './useCallFields.ts'

/** The calls of one value of a field: of days, that they lie in its year, month or day. */
export function conditionFor({ id, type }: Pick<CallFieldInWords, 'id' | 'type'>, value: Value): Condition {
  if (value === null) return { field: id, is: 'empty' }
  if (type === 'date') return { field: id, is: 'between', ...daysIn(String(value)) }
  return { field: id, is: 'one-of', values: [value] }
}
