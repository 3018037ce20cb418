import { p95Of } from '../percentile.ts'
import { nameQueries, phoneQueries } from '../queries.ts'
import { rawByName, rawByPhone } from '../rawSearch.ts'
import type { Row } from '../row.ts'

const byName = (script: 'latin' | 'khmer'): Row => ({
  name: `search.${script}`,
  unit: 'ms',
  target: 30,
  async measure({ client, raw }) {
    const queries = nameQueries(raw, script)
    const bare = rawByName(raw)
    return {
      value: await p95Of(queries, (text) => client.clients.search({ text })),
      raw: await p95Of(queries, bare),
    }
  },
})

/** Search by any part of a name, by any piece of a phone, as it is typed into the search. */
export const search: readonly Row[] = [
  byName('latin'),
  byName('khmer'),
  {
    name: 'search.phone',
    unit: 'ms',
    target: 10,
    async measure({ client, raw }) {
      const queries = phoneQueries(raw)
      const bare = rawByPhone(raw)
      return {
        value: await p95Of(queries, (text) => client.clients.search({ text })),
        raw: await p95Of(queries, bare),
      }
    },
  },
]
