import type { Condition, Criterion, FieldType, Value } from '../../../../app/criteria.ts'
import { daysOf } from '../../../../app/periods.ts'
import type { KitWords } from '../../words.ts'

/** What a list is narrowed by. */
export type Filter = Criterion

export type FilterChoice = { value: Value; count?: number | undefined }

/** A field one can filter by. It shows under the column of the same id, where there is one. */
export type FilterField = {
  id: string
  title: string
  type: FieldType
  /** Words of one of its values; null is "nothing there". Choices only. */
  label?: ((value: Value) => string) | undefined
  /** What there is to choose from, with how many have it; narrowed by what one types. Choices only. */
  choices?:
    | ((text: string, signal: AbortSignal) => Promise<{ total: number; choices: readonly FilterChoice[] }>)
    | undefined
  /** What one of a typed number is kept as: 100 for money with cents. */
  scale?: number | undefined
}

/** The filters of a list, and what is offered to filter by. */
export type Filtering = {
  fields: readonly FilterField[]
  filters: readonly Filter[]
  onFilters: (filters: readonly Filter[]) => void
}

/** Filters of a table: they stand under its titles while they are shown. */
export type RowFilters = Filtering & { shown: boolean; onShown: (shown: boolean) => void }

export const filterOf = (filters: readonly Filter[], field: string): Filter | undefined =>
  filters.find((one) => one.field === field)

/** One filter for each field; undefined takes the field's away. A new one comes last, a changed one keeps its place. */
export function withFilter(
  filters: readonly Filter[],
  field: string,
  next: Filter | undefined,
): readonly Filter[] {
  const place = filters.findIndex((one) => one.field === field)
  if (next === undefined) return place < 0 ? filters : filters.toSpliced(place, 1)
  return place < 0 ? [...filters, next] : filters.with(place, next)
}

/** Today as people here write it in their calendar, YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What the office is asked: spans of days as they are today. */
export const conditionsOf = (filters: readonly Filter[], day = today()): Condition[] =>
  filters.map((one) =>
    one.is === 'during' ? { field: one.field, is: 'between', ...daysOf(one.period, day) } : one,
  )

/** Choices named before it says how many more there are. */
const named = 3

/** What a filter says, without the name of its field. */
export function saidBy(one: Filter, field: FilterField, words: KitWords): string {
  switch (one.is) {
    case 'contains':
      return words.containsText(one.text)
    case 'begins':
      return words.beginsWith(one.text)
    case 'empty':
      return words.isEmpty
    case 'filled':
      return words.isFilled
    case 'during':
      return words.period(one.period)
    case 'one-of':
    case 'none-of': {
      const labels = one.values.map((value) => labelOf(field, value, words))
      const more = labels.length - named
      const list = [...labels.slice(0, named), ...(more > 0 ? [`+${words.number(more)}`] : [])].join(', ')
      return one.is === 'one-of' ? list : words.allBut(list)
    }
    case 'between': {
      const write = (end: string | number) =>
        typeof end === 'string' ? words.day(end) : words.number(end / (field.scale ?? 1))
      if (one.from === undefined) return one.to === undefined ? '' : words.until(write(one.to))
      if (one.to === undefined) return words.from(write(one.from))
      return one.from === one.to ? write(one.from) : `${write(one.from)} – ${write(one.to)}`
    }
  }
}

export const labelOf = (field: FilterField, value: Value, words: KitWords): string =>
  field.label?.(value) ?? (value === null || value === '' ? words.nothingThere : String(value))
