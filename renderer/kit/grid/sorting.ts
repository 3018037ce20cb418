import type { Sort } from './types.ts'

/** Ascending, then descending, then not at all. With `more`, beside the columns it is sorted by already. */
export function nextSort(sort: readonly Sort[], column: string, more: boolean): Sort[] {
  const current = sort.find((s) => s.column === column)
  const next: Sort[] = !current
    ? [{ column, descending: false }]
    : current.descending
      ? []
      : [{ column, descending: true }]
  if (!more) return sort.length > 1 && current ? [{ column, descending: false }] : next
  return current
    ? sort.flatMap((s) => (s.column === column ? next : [s]))
    : [...sort, { column, descending: false }]
}

/** Sorted by this column this way; with `more`, after the columns it is sorted by already. */
export function sortedBy(sort: readonly Sort[], wanted: Sort, more: boolean): Sort[] {
  if (!more) return [wanted]
  return sort.some((one) => one.column === wanted.column)
    ? sort.map((one) => (one.column === wanted.column ? wanted : one))
    : [...sort, wanted]
}
