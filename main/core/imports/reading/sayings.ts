import { sayingOf, type Saying } from './heading.ts'
import type { Mapping } from './headings.ts'

/** By the number of a column: the columns that tell of it, by what they say. */
export type Sayings = ReadonlyMap<number, { readonly [What in Saying['what']]?: number }>

/** Which columns of a file tell of others, by their headings. */
export function sayingsOf(mapping: Mapping): Sayings {
  const headings = mapping.map((entry) => entry.heading)
  const sayings = new Map<number, { [What in Saying['what']]?: number }>()
  for (const { heading, column } of mapping) {
    const saying = sayingOf(heading, headings)
    if (!saying) continue
    for (const told of mapping)
      if (told.heading === saying.of)
        sayings.set(told.column, { ...sayings.get(told.column), [saying.what]: column })
  }
  return sayings
}
