import { Refusal } from '../../../../app/errors.ts'
import type { OfficeEvent } from '../../../../app/events.ts'
import { ofFine } from '../../../../app/money.ts'
import { dayOf } from '../../../../app/rates.ts'
import { spentBy, type EndedCall } from '../../../../db/calls/costs.ts'
import { insertNotice, readLimits, type StoredLimit } from '../../../../db/calls/limits.ts'
import type { Reading, Writing } from '../../../../db/tables.ts'

/** The moments of the calendar month, by the office's clock, that a moment lies in, the end left out. */
export function monthAt(moment: number): { month: string; from: number; to: number } {
  const date = new Date(moment)
  const [year, month] = [date.getFullYear(), date.getMonth()]
  return {
    month: dayOf(moment).slice(0, 7),
    from: new Date(year, month, 1).getTime(),
    to: new Date(year, month + 1, 1).getTime(),
  }
}

/** Minor units that were spent of a limit in the month of a moment. */
export async function spentOf(base: Reading, limit: StoredLimit, moment: number): Promise<number> {
  const { from, to } = monthAt(moment)
  return ofFine(await spentBy(base, limit, from, to))
}

const meant = (limit: StoredLimit, { userId, line }: Pick<EndedCall, 'userId' | 'line'>): boolean =>
  limit.userId === null ? limit.line === line : limit.userId === userId

/** Keeps a notice of every limit that these calls came near or crossed, and says who is to hear of it now. */
export async function watchLimits(
  trx: Writing,
  calls: readonly EndedCall[],
  at: number,
): Promise<{ userId: number; notice: OfficeEvent }[]> {
  const told = new Set<number>()
  if (calls.length === 0) return []
  for (const limit of await readLimits(trx)) {
    const months = new Map(
      calls
        .filter((call) => meant(limit, call))
        .map(({ startedAt }) => [monthAt(startedAt).month, startedAt] as const),
    )
    for (const [month, moment] of months) {
      // eslint-disable-next-line no-await-in-loop -- one connection
      const spent = await spentOf(trx, limit, moment)
      const kind =
        spent > limit.amount ? 'over' : spent * 100 >= limit.amount * limit.warnAt ? 'near' : undefined
      if (kind === undefined) continue
      for (const userId of limit.tells)
        // eslint-disable-next-line no-await-in-loop -- the same
        if (await insertNotice(trx, { limit: limit.id, month, kind, userId, at, spent })) told.add(userId)
    }
  }
  return [...told].map((userId) => ({ userId, notice: { type: 'callLimits.told' } }))
}

/**
 * Asked before the program dials: throws CALL_LIMIT where this employee, or the line, has spent what a limit allows
 * this month and the limit refuses more.
 */
export async function refuseBeyondLimit(
  base: Reading,
  who: { readonly userId: number; readonly line: string | null },
  now: number,
): Promise<void> {
  for (const limit of await readLimits(base)) {
    if (!limit.refuses || !meant(limit, { userId: who.userId, line: who.line ?? '' })) continue
    // eslint-disable-next-line no-await-in-loop -- few, and one connection
    const spent = await spentOf(base, limit, now)
    if (spent >= limit.amount)
      throw new Refusal('CALL_LIMIT', { amount: limit.amount, spent, currency: limit.currency })
  }
}
