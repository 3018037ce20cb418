import { may } from '../../../../app/rights.ts'
import { readExchanges } from '../../../../db/calls/exchanges.ts'
import { readGaps } from '../../../../db/calls/gaps.ts'
import { readAllUsers } from '../../../../db/staff.ts'
import type { Services } from '../../work.ts'
import { callAsker, refuseUnaskable } from './asking.ts'
import { exporting } from './exporting.ts'
import { figuresOf } from './figures.ts'
import { missed } from './missed.ts'
import { reminders } from './reminding.ts'
import { clientNames, rowsOf } from './rows.ts'

/** The history of calls, by any field, and who is to be called back. */
export const callHistory: Services<'callHistory'> = {
  ...missed,
  ...exporting,
  ...reminders,

  async table(look, request) {
    refuseUnaskable(look, request)
    const asker = await callAsker(look)
    const { total, ids } = await look.office.callColumns.ask('page', [request, asker], look.signal)
    return { total, rows: await rowsOf(look, ids, asker.language) }
  },

  async groups(look, request) {
    refuseUnaskable(look, request)
    const asker = await callAsker(look)
    const found = await look.office.callColumns.ask('groups', [request, asker], look.signal)
    const at = request.by.findIndex(({ field }) => field === 'client')
    const keys = at < 0 ? [] : found.groups.map(({ key }) => key[at] ?? null)
    return { ...found, clients: await clientNames(look, keys) }
  },

  async choices(look, request) {
    refuseUnaskable(look, { filter: request.filter, by: [{ field: request.field, per: 'month' }] })
    const asker = await callAsker(look)
    const found = await look.office.callColumns.ask('choices', [request, asker], look.signal)
    const keys = request.field === 'client' ? found.choices.map(({ value }) => value) : []
    return { ...found, clients: await clientNames(look, keys) }
  },

  async summary(look, { filter, by, limit }) {
    refuseUnaskable(look, { filter, by: [by] })
    const asker = await callAsker(look)
    const ask = (and: string, totals: string[]) =>
      look.office.callColumns.ask(
        'groups',
        [
          { filter, by: [by, { field: and, per: 'year' }, inOrOut], totals, limit: mostParts, first: 'key' },
          asker,
        ],
        look.signal,
      )
    const costs = may(look.actor.grant, 'calls.costs')
    const [byOutcome, byReturn, byStars] = await Promise.all([
      ask('outcome', ['wait', 'talk', ...(costs ? ['cost'] : [])]),
      ask('returned', []),
      may(look.actor.grant, 'calls.score') ? ask('rating', []) : undefined,
    ])
    const { all, rows } = figuresOf(byOutcome.groups, byReturn.groups, { byStars: byStars?.groups, costs })
    const timely = ['start', 'hour', 'weekday', 'waitLength', 'talkLength'].includes(by.field)
    if (!timely) rows.sort((a, b) => b.calls - a.calls)
    const shown = rows.slice(0, limit)
    const keys = by.field === 'client' ? shown.map(({ key }) => key) : []
    return { all, count: rows.length, rows: shown, clients: await clientNames(look, keys) }
  },

  async names({ base }) {
    const [people, exchanges] = await Promise.all([readAllUsers(base), readExchanges(base)])
    return {
      people: people.map(({ id, name }) => ({ id, name })),
      exchanges: exchanges.map(({ id, name }) => ({ id, name })),
    }
  },

  async gaps({ base }, span) {
    const gaps = await readGaps(base, span)
    return gaps.map((gap) => ({ ...gap, filled: gap.filled === 1 }))
  },
}

const inOrOut = { field: 'direction', per: 'year' } as const
/** Every client times every outcome. */
const mostParts = 10_000_000
