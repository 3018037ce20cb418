import type { ReadingConnection } from '../connection.ts'
import type { NamePlace } from './page.ts'

/** Every `step`th client of the table by name, with how many stand from it to the next. One walk over the index. */
export function walkNames(
  connection: ReadingConnection,
  step: number,
  unfinishedImport: number | undefined,
): { starts: NamePlace[]; counts: number[] } {
  const starts: NamePlace[] = []
  const counts: number[] = []
  const query = connection.kysely
    .selectFrom('clients')
    .select(['sort_key as key', 'id'])
    .where('binned_at', 'is', null)
    .$if(unfinishedImport !== undefined, (some) =>
      some.where((eb) => eb.or([eb('import_id', 'is', null), eb('import_id', '!=', unfinishedImport!)])),
    )
    .orderBy('sort_key')
    .orderBy('id')
    .compile()
  // Row by row, so that a million keys are never in memory at once.
  const rows = connection.raw
    .prepare(query.sql)
    .raw()
    .iterate(...query.parameters) as IterableIterator<[string, number]>
  let here = step
  for (const [key, id] of rows) {
    if (here === step) {
      starts.push({ key, id })
      counts.push(0)
      here = 0
    }
    here++
    counts[counts.length - 1]!++
  }
  return { starts, counts }
}
