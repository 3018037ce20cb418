import { clientsInBase } from '../base/base.ts'
import { random } from '../base/random.ts'
import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'

/** What stands on a client's timeline when it is opened, and what lies some stretches further down. */
export const timeline: readonly Row[] = [
  {
    name: 'timeline.page',
    unit: 'ms',
    target: 30,
    async measure({ client, raw }) {
      const dice = random(22)
      const ids = Array.from({ length: 60 }, () => 1 + dice.below(clientsInBase))
      // The first of them is one with whom much happened.
      const busy = ids[0]!
      for (let at = 0; at < 200; at++)
        await client.timeline.write({
          id: busy,
          about: at % 2 === 0 ? 'remark' : 'contact',
          text: `Said ${at}`,
        })
      const asked = [...ids, ...ids.map(() => busy)]
      const remarks = raw.prepare(
        'SELECT * FROM client_remarks WHERE client_id = ? ORDER BY id DESC LIMIT 30',
      )
      const changes = raw.prepare(
        "SELECT * FROM operations WHERE subject_type = 'client' AND subject_id = ? ORDER BY id DESC LIMIT 30",
      )
      return {
        value: await p95Of(asked, async (id) => {
          const first = await client.timeline.page({ id })
          if (first.next) await client.timeline.page({ id, after: first.next })
        }),
        raw: await p95Of(asked, (id) => [remarks.all(id), changes.all(id)]),
      }
    },
  },
]
