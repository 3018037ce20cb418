import type { Row } from '../row.ts'

/** Everybody who may be in the base twice: a reader compares all clients by numbers, addresses and names. */
export const duplicates: readonly Row[] = [
  {
    name: 'duplicates.whole-base',
    unit: 'ms',
    target: 60_000,
    async measure({ client, raw }) {
      const from = performance.now()
      await client.duplicates.find({ limit: 100 })
      const value = performance.now() - from
      const bare = raw.prepare(
        `SELECT count(*) FROM (SELECT substr(backwards, 1, 9) AS number FROM client_phones
         GROUP BY number HAVING count(DISTINCT client_id) BETWEEN 2 AND 20)`,
      )
      const rawFrom = performance.now()
      bare.get()
      return { value, raw: performance.now() - rawFrom }
    },
  },
]
