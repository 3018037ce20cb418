import type { ReadingConnection } from '../connection.ts'
import { fromPlace, type NamePlace } from './page.ts'

/**
 * Every `step`th client of the table by name, with how many stand from it to the next. Each is reached by leaping over
 * `step` entries of the index, which are counted without being brought here: a million clients take a fifth of a second.
 */
export async function walkNames(
  { kysely }: ReadingConnection,
  step: number,
  unfinishedImport: number | undefined,
): Promise<{ starts: NamePlace[]; counts: number[] }> {
  const starts: NamePlace[] = []
  const leap = (from: NamePlace | undefined, skip: number) =>
    fromPlace(kysely, from, { unfinishedImport })
      .select(['sort_key as key', 'id'])
      .offset(skip)
      .limit(1)
      .executeTakeFirst()
  for (let place = await leap(undefined, 0); place; place = await leap(place, step)) starts.push(place)
  const last = starts.at(-1)
  if (!last) return { starts, counts: [] }
  const rest = await fromPlace(kysely, last, { unfinishedImport }).select('id').execute()
  return { starts, counts: starts.map((place) => (place === last ? rest.length : step)) }
}
