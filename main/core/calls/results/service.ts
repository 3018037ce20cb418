import type { Services } from '../../work.ts'
import { momentsOf } from '../costs/reporting.ts'
import { ownCallsOf } from '../reach.ts'

/** What employees did on the telephone. */
export const callResults: Services<'callResults'> = {
  report: ({ office, actor, signal }, days) =>
    office.readers.run('calls.results', [{ ...momentsOf(days), ownOf: ownCallsOf(actor) }], signal),
}
