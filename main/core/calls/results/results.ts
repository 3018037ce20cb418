import type { CallResult } from '../../../../app/contract/callResults.ts'
import {
  countReturned,
  lastSpoken,
  statusChanges,
  sumResults,
  type ResultScope,
} from '../../../../db/calls/results.ts'
import { readEntries } from '../../../../db/lists/entries.ts'
import { readAllUsers } from '../../../../db/staff.ts'
import type { Reading } from '../../../../db/tables.ts'

/** A client won counts for the last call not longer ago than this, milliseconds. */
const wonWithin = 30 * 86_400_000

/** Clients won on these days by whoever spoke with them last. A status that the office took away wins nobody. */
async function countWon(base: Reading, scope: ResultScope): Promise<Map<number, number>> {
  const statuses = new Map((await readEntries(base, 'status')).map(({ key, id }) => [key, id]))
  const [potential, active] = [statuses.get('potential'), statuses.get('active')]
  const won = new Map<number, number>()
  if (potential === undefined || active === undefined) return won
  for (const { clientId, at } of await statusChanges(base, scope, potential, active)) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    const userId = await lastSpoken(base, clientId, at - wonWithin, at)
    if (userId !== undefined) won.set(userId, (won.get(userId) ?? 0) + 1)
  }
  return won
}

/** Runs in a reader thread: what each employee did on the telephone. */
export async function resultsOf(base: Reading, scope: ResultScope): Promise<CallResult[]> {
  const nothing = { taken: 0, waited: 0, missed: 0, made: 0, reached: 0, talked: 0 }
  const sums = new Map((await sumResults(base, scope)).map(({ userId, ...sum }) => [userId, sum]))
  const [returned, won] = [await countReturned(base, scope), await countWon(base, scope)]
  const { ownOf } = scope
  return (await readAllUsers(base))
    .filter(({ id }) => ownOf === undefined || id === ownOf)
    .filter(({ id }) => sums.has(id) || returned.has(id) || won.has(id))
    .map(({ id, name }) => ({
      employeeId: id,
      name,
      ...(sums.get(id) ?? nothing),
      returned: returned.get(id) ?? 0,
      won: won.get(id) ?? 0,
    }))
}
