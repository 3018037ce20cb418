import { isDeepStrictEqual } from 'node:util'
import type { Change } from './work.ts'

/** The fields in which two states of one record differ, for the operation log. Absent, null and empty are the same. */
export function changesBetween(
  record: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].flatMap((field) => {
    const [was, is] = [plain(before[field]), plain(after[field])]
    return isDeepStrictEqual(was, is) ? [] : [{ field: `${record}.${field}`, before: was, after: is }]
  })
}

const plain = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
