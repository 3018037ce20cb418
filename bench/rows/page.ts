import { clientsInBase } from '../base/base.ts'
import { random } from '../base/random.ts'
import { percentile, timesOf } from '../percentile.ts'
import type { Row } from '../row.ts'
import type { Bench } from '../surroundings.ts'

/** Rows of one page of the table, as a window asks for them. */
const limit = 100

type Page = { offset: number; descending: boolean }

const firstPages: Page[] = Array.from({ length: 200 }, (_, at) => ({
  offset: (at % 10) * limit,
  descending: at % 20 >= 10,
}))

function deepPages(): Page[] {
  const dice = random(4)
  return Array.from({ length: 200 }, () => ({
    offset: dice.below(clientsInBase - limit),
    descending: dice.chance(0.5),
  }))
}

const ask = ({ client }: Bench, pages: readonly Page[]) =>
  timesOf(pages, (page) =>
    client.clients.page({
      offset: page.offset,
      limit,
      order: [{ field: 'name', descending: page.descending }],
    }),
  )

/** The same pages by bare SQL: from a known place on, with the first phone, e-mail and contact of each. */
function bare({ raw }: Bench, pages: readonly Page[]): Promise<number[]> {
  const place = raw.prepare(
    'SELECT sort_key AS key, id FROM clients WHERE binned_at IS NULL ORDER BY sort_key, id LIMIT 1 OFFSET ?',
  )
  const page = raw.prepare(`SELECT id, kind, name, status_id, manager_id, city, country, changed_at,
    (SELECT json_group_array(json_array(text, language)) FROM client_names n WHERE n.client_id = c.id) AS names,
    (SELECT typed FROM client_phones p WHERE p.client_id = c.id AND p.position = 0) AS phone,
    (SELECT address FROM client_emails e WHERE e.client_id = c.id AND e.position = 0) AS email,
    (SELECT name FROM client_contacts t WHERE t.client_id = c.id AND t.position = 0) AS contact
    FROM clients c WHERE binned_at IS NULL AND (sort_key, id) >= (?, ?) ORDER BY sort_key, id LIMIT ${limit}`)
  const places = pages.map(
    ({ offset, descending }) =>
      place.get(descending ? clientsInBase - offset - limit : offset) as { key: string; id: number },
  )
  return timesOf(places, ({ key, id }) => page.all(key, id))
}

const byName = (name: string, pages: () => Page[]): Row => ({
  name,
  unit: 'ms',
  target: 30,
  measure: async (bench) => ({
    value: percentile(await ask(bench, pages()), 0.95),
    raw: percentile(await bare(bench, pages()), 0.95),
  }),
})

/** The table of clients. */
export const page: readonly Row[] = [
  byName('page.name.first', () => firstPages),
  byName('page.name.deep', deepPages),
  {
    // "Deep as fast as first": the middle of the base beside its beginning, typical pages of both.
    name: 'page.name.deep-beside-first',
    unit: '×',
    target: 1.5,
    async measure(bench) {
      const beside = async (times: (bench: Bench, pages: readonly Page[]) => Promise<number[]>) =>
        percentile(await times(bench, deepPages()), 0.5) / percentile(await times(bench, firstPages), 0.5)
      return { value: await beside(ask), raw: await beside(bare) }
    },
  },
]
