import type { CallLimit, CostQuery } from '../../../../app/contract/callCosts.ts'
import { Refusal } from '../../../../app/errors.ts'
import { fromMinor } from '../../../../app/money.ts'
import { may } from '../../../../app/rights.ts'
import {
  readLimit,
  readLimits,
  readNotices,
  setLimitRemoved,
  setNoticesSeen,
  writeLimit,
  type StoredLimit,
} from '../../../../db/calls/limits.ts'
import { readCalls } from '../../../../db/calls/page.ts'
import { readSettings } from '../../../../db/settings.ts'
import { readAllUsers } from '../../../../db/staff.ts'
import type { Reading } from '../../../../db/tables.ts'
import { changesBetween } from '../../changes.ts'
import { reachClients } from '../../clients/reach.ts'
import { steps } from '../../clients/mass/steps.ts'
import type { Look, Services } from '../../work.ts'
import { ownCallsOf, shownCalls } from '../reach.ts'
import { reckonAnew, takeBack, theRun } from './anew.ts'
import type { CostOrder } from './reporting.ts'
import { spentOf } from './watching.ts'

/** Clients whose names are looked up at once. */
const namedAtOnce = 1000

async function orderFor(look: Look, { currency, ...query }: CostQuery): Promise<CostOrder> {
  const own = (await readSettings(look.base))?.currency
  return { ...query, currency: currency ?? own ?? 'USD', ownOf: ownCallsOf(look.actor) }
}

/** Names of the clients that the person reaches, by id. */
async function clientNames(look: Look, ids: readonly number[]): Promise<Map<string, string>> {
  if (!may(look.actor.grant, 'clients.see')) return new Map()
  const cards = await reachClients(look, ids.slice(0, namedAtOnce))
  return new Map(cards.map(({ id, names }) => [String(id), names[0]?.text ?? '']))
}

/** Throws NOT_FOUND. */
async function theLimit(base: Reading, id: number): Promise<StoredLimit> {
  const limit = await readLimit(base, id)
  if (!limit) throw new Refusal('NOT_FOUND')
  return limit
}

/** What the log says of a limit: people by their names. */
function said(limit: Omit<StoredLimit, 'id'>, names: ReadonlyMap<number, string>) {
  return {
    employee: limit.userId === null ? null : (names.get(limit.userId) ?? null),
    line: limit.line,
    amount: `${fromMinor(limit)} ${limit.currency}`,
    warnAt: limit.warnAt,
    refuses: limit.refuses,
    tells: limit.tells.map((id) => names.get(id) ?? String(id)),
  }
}

const shown = async (base: Reading, limit: StoredLimit, now: number): Promise<CallLimit> => ({
  ...limit,
  tells: [...limit.tells],
  spent: await spentOf(base, limit, now),
})

const peopleNames = async (base: Reading) =>
  new Map((await readAllUsers(base)).map(({ id, name }) => [id, name] as const))

const subjectOf = (limit: StoredLimit, names: ReadonlyMap<number, string>) => ({
  type: 'callLimit',
  id: limit.id,
  name: limit.line ?? names.get(limit.userId!) ?? '',
})

/** What calls have cost, and up to how much they may. */
export const callCosts: Services<'callCosts'> = {
  async report(look, query) {
    const order = await look.office.use(() => orderFor(look, query))
    const report = await look.office.readers.run('calls.costs', [order], look.signal)
    if (query.by === 'client') {
      const ids = report.rows.flatMap(({ key }) => (key === '' ? [] : [Number(key)]))
      const names = await look.office.use(() => clientNames(look, ids))
      return { ...report, rows: report.rows.map((row) => ({ ...row, name: names.get(row.key) ?? '' })) }
    }
    return report
  },

  async calls(look, { key, unrated, offset, limit, ...query }) {
    const order = await look.office.use(() => orderFor(look, query))
    const page = { ...order, key, unrated, offset, limit }
    const { total, rows } = await look.office.readers.run('calls.costed', [page], look.signal)
    return look.office.use(async () => {
      const ids = rows.map(({ id }) => id)
      const found = await readCalls(look.base, { ids, ownOf: order.ownOf, limit: ids.length })
      const byId = new Map((await shownCalls(look, found)).map((call) => [call.id, call]))
      return {
        total,
        rows: rows.flatMap(({ id, ...cost }) => {
          const call = byId.get(id)
          return call ? [{ ...cost, call }] : []
        }),
      }
    })
  },

  async reckonAnew(look, days) {
    return steps(look.signal, (tell, signal) => reckonAnew(look, days, tell, signal))
  },

  async undoReckoning(look, { run }) {
    await look.office.use(() => theRun(look.base, run))
    return takeBack(look, run)
  },

  async limits({ base, office, actor }) {
    const own = ownCallsOf(actor)
    const limits = (await readLimits(base)).filter(({ userId }) => own === undefined || userId === own)
    return Promise.all(limits.map((limit) => shown(base, limit, office.now())))
  },

  async saveLimit(work, { id, ...draft }) {
    const { trx, at } = work
    const names = await peopleNames(trx)
    const before = id === undefined ? undefined : await theLimit(trx, id)
    const people = [...draft.tells, ...(draft.userId === null ? [] : [draft.userId])]
    if (people.some((one) => !names.has(one))) throw new Refusal('NOT_FOUND')
    const saved = await theLimit(trx, await writeLimit(trx, { ...draft, id }))
    const changes = changesBetween('callLimit', before ? said(before, names) : {}, said(saved, names))
    if (changes.length > 0) work.log({ subject: subjectOf(saved, names), changes })
    work.tell({ type: 'callCosts.changed' })
    return shown(trx, saved, at)
  },

  async removeLimit(work, { id, removed }) {
    const limit = await theLimit(work.trx, id)
    await setLimitRemoved(work.trx, id, removed ? work.at : null)
    work.log({
      subject: subjectOf(limit, await peopleNames(work.trx)),
      changes: [{ field: 'callLimit.removed', before: !removed, after: removed }],
    })
    work.tell({ type: 'callCosts.changed' })
    return null
  },

  notices: ({ base, actor }) => readNotices(base, actor.userId),

  async seen({ trx, at, actor }, { upTo }) {
    await setNoticesSeen(trx, actor.userId, upTo, at)
    return null
  },
}
