import type { Operation } from '../../../app/contract/log.ts'
import type { RowSource } from '../../kit/grid/types.ts'
import { office } from '../../shell/office/office.ts'
import { startOf } from './days.ts'
import type { LogFilter } from './logFilter.ts'

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
