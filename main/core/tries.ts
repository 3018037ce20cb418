import { createHash } from 'node:crypto'
import { Refusal } from '../../app/errors.ts'
import { addFailure, readFailures } from '../../db/sessions.ts'
import type { Office } from './office.ts'
import { writeAs } from './perform.ts'

/** Whose tries of a password are counted together, and how many are free of waiting. */
export interface Tries {
  readonly subject: string
  readonly free: number
}

/** Kept as a hash: what was typed as a name may be a password in the wrong field. */
export const triesOfName = (folded: string): Tries => ({
  subject: `name:${createHash('sha256').update(folded).digest('base64url')}`,
  free: 3,
})
/** A whole computer, so that trying one password on every name is slow too. */
export const triesOfSeat = (seat: string): Tries => ({ subject: `seat:${seat}`, free: 20 })
/** At a desk that somebody left signed in. */
export const triesOfOwn = (userId: number): Tries => ({ subject: `own:${userId}`, free: 3 })

const second = 1000
const longestWait = 15 * 60 * second

/** Milliseconds after `count` tries in which there is no other: 2 s, 4 s, 8 s … to a quarter of an hour. */
export function waitAfter(count: number, free: number): number {
  return count < free ? 0 : Math.min(longestWait, 2 ** (count - free + 1) * second)
}

/**
 * Counts a try before its password is checked: of many at the same moment no more get through than one after another.
 * What succeeds clears them. Throws LOCKED.
 */
export async function countTry(office: Office, seat: string, tries: readonly Tries[]): Promise<void> {
  await writeAs(office, null, seat, 'door.try', async ({ trx, at }) => {
    const before = await readFailures(
      trx,
      tries.map(({ subject }) => subject),
    )
    const waits = before.map(({ subject, count, last_at }) => {
      const { free } = tries.find((some) => some.subject === subject)!
      return last_at + waitAfter(count, free) - at
    })
    const longest = Math.max(0, ...waits)
    if (longest > 0) throw new Refusal('LOCKED', { seconds: Math.ceil(longest / second) })
    for (const { subject } of tries) await addFailure(trx, subject, at)
  })
}
