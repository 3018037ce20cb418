import type { TimelineEntry, TimelinePlace } from '../../../../app/contract/timeline.ts'
import type { Look } from '../../work.ts'
import type { TimelineSource } from './sources.ts'

/**
 * The next `limit` entries of several sources, the latest first. Each source goes on behind its own last id, so nothing
 * is missed or told twice, even where a clock went back; only the order between sources follows the moments.
 */
export async function stretch(
  look: Look,
  sources: readonly TimelineSource[],
  ids: readonly number[],
  after: TimelinePlace,
  limit: number,
): Promise<{ entries: TimelineEntry[]; next: TimelinePlace | null }> {
  const streams = await Promise.all(
    sources.map(async (source) => ({
      name: source.name,
      at: 0,
      // One more than is shown says whether there is anything behind.
      read: await source.read(look, { ids, before: after[source.name], limit: limit + 1 }),
    })),
  )
  const next = { ...after }
  const entries: TimelineEntry[] = []
  const left = () => streams.filter((stream) => stream.at < stream.read.length)
  for (let open = left(); open.length > 0 && entries.length < limit; open = left()) {
    const latest = open.reduce((best, stream) =>
      stream.read[stream.at]!.entry.at > best.read[best.at]!.entry.at ? stream : best,
    )
    const { id, entry } = latest.read[latest.at++]!
    next[latest.name] = id
    entries.push(entry)
  }
  return { entries, next: left().length > 0 ? next : null }
}
