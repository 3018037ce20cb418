import type { Operation } from '../../../app/contract/log.ts'
import type { RowSource } from '../../kit/grid/types.ts'
import { office } from '../../shell/office/office.ts'
import { startOf } from './days.ts'

/** What the log is narrowed to. Days as YYYY-MM-DD, '' where none is chosen. */
export interface LogFilter {
  readonly text: string
  readonly userId: number | undefined
  readonly action: string
  readonly from: string
  readonly to: string
}

export const noFilter: LogFilter = { text: '', userId: undefined, action: '', from: '', to: '' }

export const isNarrowed = (filter: LogFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.userId !== undefined ||
  filter.action !== '' ||
  filter.from !== '' ||
  filter.to !== ''

/** The log's pages as the office gives them, newest first. */
export function logRows(filter: LogFilter): RowSource<Operation> {
  const { text, userId, action } = filter
  const from = startOf(filter.from)
  // The last day counts whole.
  const to = startOf(filter.to, 1)
  const asked = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(userId === undefined ? {} : { userId }),
    ...(action === '' ? {} : { action }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  return { page: (offset, limit, signal) => office.log.page({ ...asked, offset, limit }, { signal }) }
}
