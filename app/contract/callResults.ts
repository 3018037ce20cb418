import { z } from 'zod'
import { task } from './procedure.ts'

const day = z.iso.date()

/** What one employee did on the telephone. */
export const callResult = z.object({
  employeeId: z.number().int().positive(),
  name: z.string(),
  /** Incoming calls that they took, and what callers waited for it on average, milliseconds. */
  taken: z.number().int(),
  waited: z.number().int(),
  /** Incoming calls that rang at theirs and that nobody took. */
  missed: z.number().int(),
  /** Calls that they made, and those of them that were answered. */
  made: z.number().int(),
  reached: z.number().int(),
  /** Milliseconds of talk in both. */
  talked: z.number().int(),
  /** Missed calls, anybody's, that they returned. */
  returned: z.number().int(),
  /**
   * Clients whose status went from potential to active on these days, within thirty days after an answered call: they
   * count for whoever spoke with them last before it.
   */
  won: z.number().int(),
})
export type CallResult = z.infer<typeof callResult>

export const callResults = {
  /** Everybody who had to do with calls of these days; of a role limited to its own calls, only the person who asks. */
  report: task('calls.see')
    .input(z.object({ from: day, to: day }))
    .output(z.array(callResult)),
}
