import type { CallFilter } from '../../../app/contract/callHistory.ts'
import type * as columns from '../../columns/area.ts'
import type { Shelf } from '../../columns/shelf.ts'
import { callMaskOf } from './matching.ts'
import { sourcedCallFields } from './sources.ts'

/** Which calls somebody reaches, and by what they may find them. */
export interface CallScope {
  /** Only calls that this person made, had, or that rang at theirs. */
  readonly ownedBy: number | undefined
  /** Numbers are seen and found. */
  readonly numbers: boolean
  /** Clients are seen, and found by their names. */
  readonly names: boolean
  /** The office's: how a number without a country code is read. */
  readonly country: string
}

/** Who asks about many calls. */
export type CallAsker = columns.Asker<CallScope>

const calls: Shelf = {
  table: 'calls',
  where: '1',
  order: { field: 'start', column: 'started_at', where: '1' },
  version: 'c.started_at & 0x7fffffff',
  fields: sourcedCallFields,
}

/** All calls in columns, by their start. */
export const callArea: columns.Area<CallFilter, CallScope> = {
  usual: calls,
  shelfOf: () => calls,
  maskOf: callMaskOf,
}
