import { fold } from '../../../app/folding.ts'
import type { Value } from '../../../app/criteria.ts'
import type { Filter, FilterField } from './filters/filter.ts'
import type { Column, Grouping, GroupStep, RowSource, Sort } from './types.ts'

type Given<Row> = {
  /** Every row there is; few enough to be looked through here. */
  all: () => Promise<readonly Row[]> | readonly Row[]
  columns: readonly Column<Row>[]
  sort: readonly Sort[]
  filters: readonly Filter[]
  /** BCP 47 of the reader's language, for the order of words. */
  language: string
}

/** A table whose rows are all at hand: filtered, ordered and grouped here, by what its columns show. */
export function localRows<Row>(given: Given<Row>): {
  rows: RowSource<Row>
  fields: readonly FilterField[]
  grouping: Pick<Grouping<Row>, 'groups' | 'rows'>
} {
  const { all, columns, sort, filters, language } = given
  const compare = new Intl.Collator(language, { numeric: true }).compare
  const columnOf = (id: string) => columns.find((column) => column.id === id)
  const said = (row: Row, id: string) => String(columnOf(id)?.value(row) ?? '')
  const byValue = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b))
  const orderOf = (column: Column<Row>, row: Row) => column.order?.(row) ?? column.value(row) ?? ''

  const found = async (but?: string) => {
    const wanted = filters.filter(({ field }) => field !== but)
    return (await all()).filter((row) => wanted.every((one) => fits(said(row, one.field), one)))
  }
  const ordered = (some: readonly Row[]) =>
    some.toSorted((a, b) => {
      for (const { column: id, descending } of sort) {
        const column = columnOf(id)
        const step = column ? byValue(orderOf(column, a), orderOf(column, b)) : 0
        if (step !== 0) return descending ? -step : step
      }
      return 0
    })
  const within = async (path: readonly GroupStep[]) =>
    (await found()).filter((row) => path.every(({ column, key }) => said(row, column) === (key ?? '')))
  /** The different values among rows, in the order of their column, nothing last. */
  const values = (some: readonly Row[], column: Column<Row>) =>
    [...Map.groupBy(some, (row) => said(row, column.id))].sort(
      ([a, [rowA]], [b, [rowB]]) =>
        Number(a === '') - Number(b === '') || byValue(orderOf(column, rowA!), orderOf(column, rowB!)),
    )

  return {
    rows: {
      async page(offset, limit) {
        const rows = ordered(await found())
        return { rows: rows.slice(offset, offset + limit), total: rows.length }
      },
    },
    fields: columns
      .filter(({ filterAs }) => filterAs !== undefined)
      .map((column) => ({
        id: column.id,
        title: column.title,
        type: column.filterAs!,
        async choices(text) {
          const part = fold(text)
          const choices = values(await found(column.id), column)
            .filter(([value]) => fold(value).includes(part))
            .map(([value, rows]) => ({ value: value === '' ? null : value, count: rows.length }))
          return { total: choices.length, choices }
        },
      })),
    grouping: {
      async groups(path, id) {
        const some = await within(path)
        const column = columnOf(id)
        const groups = column ? values(some, column) : []
        return {
          records: some.length,
          groups: groups.map(([value, rows]) => ({
            key: value === '' ? null : value,
            title: value,
            count: rows.length,
          })),
        }
      },
      async rows(path, offset, limit) {
        const rows = ordered(await within(path))
        return { rows: rows.slice(offset, offset + limit), total: rows.length }
      },
    },
  }
}

function fits(text: string, filter: Filter): boolean {
  const value: Value = text === '' ? null : text
  switch (filter.is) {
    case 'contains':
      return fold(text).includes(fold(filter.text))
    case 'begins':
      return fold(text).startsWith(fold(filter.text))
    case 'one-of':
      return filter.values.includes(value)
    case 'none-of':
      return !filter.values.includes(value)
    case 'empty':
      return value === null
    case 'filled':
      return value !== null
    default:
      // Days and figures are asked of the office: what a column shows of them is for reading.
      return true
  }
}
