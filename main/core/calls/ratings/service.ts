import { languages, type Language } from '../../../../app/languages.ts'
import { averageRatings, pageOfRatings, ratingsOfCall } from '../../../../db/calls/ratings.ts'
import { readRows } from '../../../../db/clients/page.ts'
import { writeSetting } from '../../../../db/settings.ts'
import { changesBetween } from '../../changes.ts'
import { reachClients, readingLanguage, rowNeeds } from '../../clients/reach.ts'
import { settingsOf } from '../../clients/service.ts'
import type { Services } from '../../work.ts'
import { reachCall } from '../reach.ts'
import { ratingRulesKey, readRatingRules } from './asking.ts'
import { plainMessages } from './words.ts'

/** What clients thought of calls. */
export const ratings: Services<'ratings'> = {
  async page(look, { offset, limit }) {
    const { total, rows } = await pageOfRatings(look.base, offset, limit)
    const ids = [...new Set(rows.flatMap(({ clientId }) => clientId ?? []))]
    const reached = (await reachClients(look, ids)).map(({ id }) => id)
    const needs = rowNeeds(look.actor, await readingLanguage(look, await settingsOf(look)))
    const names = new Map((await readRows(look.base, reached, needs)).map(({ id, name }) => [id, name]))
    return {
      total,
      rows: rows.map(({ clientId, ...row }) => {
        const name = clientId === null ? undefined : names.get(clientId)
        return { ...row, client: name === undefined ? null : { id: clientId!, name } }
      }),
    }
  },

  averages: ({ base }, { since }) => averageRatings(base, since),

  async ofCall(look, { call }) {
    await reachCall(look, call)
    const rows = await ratingsOfCall(look.base, call)
    return rows.map(({ id, at, via, stars, words }) => ({ id, at, via, stars, words }))
  },

  rules: ({ base }) => readRatingRules(base),

  plainMessages: () => Promise.resolve(plainMessages),

  async saveRules(work, rules) {
    const flat = ({ hours, messages = {}, ...rest }: typeof rules) => ({
      ...rest,
      hoursFrom: hours.from,
      hoursTo: hours.to,
      days: hours.days,
      messages: Object.entries(messages)
        .filter(([, text]) => text !== '')
        .map(([language, text]) => `${languages[language as Language].name}: ${text}`),
    })
    const before = await readRatingRules(work.trx)
    await writeSetting(work.trx, ratingRulesKey, rules)
    work.log({ changes: changesBetween('ratingRules', flat(before), flat(rules)) })
    work.tell({ type: 'ratings.changed' })
    return null
  },
}
