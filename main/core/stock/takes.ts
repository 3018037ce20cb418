import { share } from '../../../app/accounting/amounts.ts'
import type { StockTake, TakeLine } from '../../../app/contract/stockTakes.ts'
import { Refusal } from '../../../app/errors.ts'
import { quantity } from '../../../app/quantity.ts'
import { postDocument } from '../../../db/journal/posting.ts'
import {
  compareTake,
  deleteCount,
  insertCounts,
  insertTake,
  isBeingCounted,
  readCounts,
  readTakes,
  updateTake,
  type Compared,
} from '../../../db/journal/takes.ts'
import { readItems } from '../../../db/journal/warehouses.ts'
import type { Reading } from '../../../db/tables.ts'
import type { Services, Work } from '../work.ts'
import { dayOf, told } from './documents.ts'
import { problemsOf } from './drafting.ts'
import { currencyOf, policyOf } from './rules.ts'
import { costSeen } from './stock.ts'
import { theWarehouse } from './warehouses.ts'

/** Counting what is there. */
export const stockTakes: Services<'stockTakes'> = {
  list: async ({ base }) => (await readTakes(base)).map(asSeen),

  async start(work, { warehouseId, note }) {
    const { retired } = await theWarehouse(work.base, warehouseId)
    if (retired || (await isBeingCounted(work.base, warehouseId))) throw new Refusal('IN_USE')
    const id = await insertTake(work.trx, {
      warehouse_id: warehouseId,
      started_at: work.at,
      user_id: work.actor.userId,
      note,
    })
    return logged(work, id)
  },

  async count(work, { id, sitting, counts }) {
    await goingOn(work.base, id)
    const known = await readItems(
      work.base,
      counts.map(({ itemId }) => itemId),
    )
    // A service cannot be counted, nor a set as such.
    if (counts.some(({ itemId }) => known.get(itemId)?.kind !== 'goods')) throw new Refusal('NOT_FOUND')
    const { userId: user } = work.actor
    await insertCounts(
      work.trx,
      counts.map(({ itemId: item, quantity }) => ({ take: id, item, quantity, sitting, user, at: work.at })),
    )
    work.tell({ type: 'stockTakes.changed' })
    return { lines: counts.length }
  },

  async removeCount(work, { id, count }) {
    await goingOn(work.base, id)
    if (!(await deleteCount(work.trx, id, count))) throw new Refusal('NOT_FOUND')
    work.tell({ type: 'stockTakes.changed' })
    return null
  },

  counts: ({ base }, { id, limit }) => readCounts(base, id, limit),

  async lines(look, { id, only, offset, limit }) {
    const { warehouseId } = await theTake(look.base, id)
    const all = (await compareTake(look.base, id, warehouseId)).map((one) => ({
      ...one,
      worth: worthOf(one),
    }))
    const differing = all.filter(({ counted, expected }) => counted !== null && counted !== expected)
    const shown =
      only === 'all' ? all : only === 'differing' ? differing : all.filter(({ counted }) => counted === null)
    const sum = (sign: 1 | -1) =>
      differing.reduce((whole, { worth }) => whole + Math.max(0, sign * (worth ?? 0)), 0)
    return {
      rows: shown
        .slice(offset, offset + limit)
        .map(({ itemId, item, expected, counted, worth }): TakeLine => ({
          itemId,
          item,
          expected,
          counted,
          worth: costSeen(look, worth),
        })),
      total: shown.length,
      surplus: costSeen(look, sum(1)),
      shortage: costSeen(look, sum(-1)),
      currency: await currencyOf(look.base),
    }
  },

  async post(work, { id, uncounted }) {
    const { warehouseId: warehouse, note } = await goingOn(work.base, id)
    const lines = (await compareTake(work.base, id, warehouse)).flatMap(({ itemId, expected, counted }) => {
      if (counted === null && uncounted === 'keep') return []
      const difference = (counted ?? 0) - expected
      return difference === 0 ? [] : [{ item: itemId, quantity: quantity(difference) }]
    })
    const over = { posted_at: work.at }
    if (lines.length === 0) {
      await updateTake(work.trx, id, over)
      return logged(work, id)
    }
    const posted = { day: dayOf(work.at), at: work.at, by: work.actor.userId, note }
    const document = { kind: 'stock-take', warehouse, lines } as const
    const result = await postDocument(work.trx, document, posted, await policyOf(work.base))
    if (!('id' in result)) return { problems: await problemsOf(work, result) }
    await updateTake(work.trx, id, { ...over, document_id: result.id })
    await told(work, result.id)
    return logged(work, id)
  },

  async giveUp(work, { id }) {
    await goingOn(work.base, id)
    await updateTake(work.trx, id, { given_up_at: work.at })
    await logged(work, id)
    return null
  },
}

type Stored = Awaited<ReturnType<typeof readTakes>>[number]

function asSeen({ postedAt, givenUpAt, expected, counted, ...take }: Stored): StockTake {
  const state = postedAt !== null ? 'posted' : givenUpAt !== null ? 'given-up' : 'going-on'
  return { ...take, state, expected: expected ?? 0, counted: counted ?? 0 }
}

/** Throws NOT_FOUND. */
async function theTake(base: Reading, id: number): Promise<StockTake> {
  const [found] = await readTakes(base, id)
  if (!found) throw new Refusal('NOT_FOUND')
  return asSeen(found)
}

/** Throws NOT_FOUND, IN_USE for one that was posted or given up. */
async function goingOn(base: Reading, id: number): Promise<StockTake> {
  const take = await theTake(base, id)
  if (take.state !== 'going-on') throw new Refusal('IN_USE')
  return take
}

/** What a difference is worth: at the cost of what was expected, else at the latest known one. */
function worthOf({ expected, value, counted, lastQuantity, lastValue }: Compared): number | null {
  if (counted === null) return null
  const difference = counted - expected
  if (difference === 0) return 0
  const [amount, of] = expected > 0 ? [value, expected] : [lastValue, lastQuantity]
  return of > 0 ? share(amount, difference, of) : null
}

async function logged(work: Work, id: number): Promise<StockTake> {
  const take = await theTake(work.base, id)
  work.log({
    subject: { type: 'stockTake', id, name: take.warehouse },
    changes: [{ field: 'stockTake.state', before: null, after: take.state }],
  })
  work.tell({ type: 'stockTakes.changed' })
  return take
}
