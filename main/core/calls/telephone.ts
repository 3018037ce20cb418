import type { Services } from '../work.ts'

/** The office's telephone exchanges. */
export const telephone: Services<'telephone'> = {
  states: async ({ office }) => office.exchanges.states(),
}
