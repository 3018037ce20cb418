import { z } from 'zod'
import { daysIn, periods } from './periods.ts'

const field = z.string().max(100)
const text = z.string().max(200)
/** A value as its column keeps it; null stands for "nothing there". */
const value = z.union([z.string().max(500), z.number(), z.null()])
export type Value = z.infer<typeof value>

/** One thing that must be true of a record: how filters, saved views, charts and target groups say whom they mean. */
export const condition = z.discriminatedUnion('is', [
  z.object({ field, is: z.literal(['contains', 'begins']), text }),
  z.object({ field, is: z.literal(['one-of', 'none-of']), values: z.array(value).max(1000) }),
  /** Both ends belong to it. Days are YYYY-MM-DD, money is in minor units. */
  z.object({
    field,
    is: z.literal('between'),
    from: z.union([z.string().max(10), z.number()]).optional(),
    to: z.union([z.string().max(10), z.number()]).optional(),
  }),
  z.object({ field, is: z.literal(['empty', 'filled']) }),
])
export type Condition = z.infer<typeof condition>

/** As it is kept under a name: a condition, or one on days that moves with the calendar ("this month" is another one in March). */
export const criterion = z.union([
  condition,
  z.object({ field, is: z.literal('during'), period: z.enum(periods) }),
])
export type Criterion = z.infer<typeof criterion>

/** The records that have one value in a field: of days, those in its year YYYY, month YYYY-MM or day. */
export function conditionOf({ id, type }: Pick<Field, 'id' | 'type'>, value: Value): Condition {
  if (value === null) return { field: id, is: 'empty' }
  if (type === 'date') return { field: id, is: 'between', ...daysIn(String(value)) }
  return { field: id, is: 'one-of', values: [value] }
}

/** The same where one value of a field has become another one: whoever asked for either asks for that. */
export const exchanged = (
  all: readonly Criterion[],
  asked: { readonly field: string; readonly from: Value; readonly into: Value },
): Criterion[] =>
  all.map((one) =>
    one.field === asked.field && (one.is === 'one-of' || one.is === 'none-of')
      ? {
          ...one,
          values: [...new Set(one.values.map((value) => (value === asked.from ? asked.into : value)))],
        }
      : one,
  )

/** All of them must be true. */
export const conditions = z.array(condition).max(50)

/** The first decides; the next where it finds two equal. What is empty comes last either way. */
export const ordering = z.array(z.object({ field, descending: z.boolean().default(false) })).max(3)
export type Ordering = z.infer<typeof ordering>

/** What is put together: by a field, of dates by their year, month or day. */
export const grouping = z.object({ field, per: z.enum(['year', 'month', 'day']).default('month') })
export type Grouping = z.infer<typeof grouping>

export type FieldType = 'text' | 'choice' | 'date' | 'number' | 'money' | 'yes-no'

/** A field by which records are filtered, ordered, grouped and counted. */
export interface Field {
  readonly id: string
  readonly type: FieldType
}

const operators: Readonly<Record<FieldType, readonly Condition['is'][]>> = {
  text: ['contains', 'begins', 'empty', 'filled'],
  choice: ['one-of', 'none-of', 'contains', 'begins', 'empty', 'filled'],
  'yes-no': ['one-of', 'none-of', 'empty', 'filled'],
  date: ['between', 'empty', 'filled'],
  number: ['between', 'empty', 'filled'],
  money: ['between', 'empty', 'filled'],
}

/** Whether a field can be asked that. */
export const takes = (type: FieldType, is: Condition['is']): boolean => operators[type].includes(is)
