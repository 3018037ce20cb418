import { mostMerged, surenessOf } from '../../app/contract/duplicates.ts'
import type { JoinedPairs } from './duplicatePairs.ts'

export interface FoundGroup {
  readonly ids: number[]
  /** Of its surest pair. */
  readonly score: number
}

/**
 * Puts pairs together into groups, the surest pairs first. A group takes no more than can be merged at once, and nobody
 * whom somebody held to be another client than one who is in it.
 */
export function groupPairs(
  { count, firsts, seconds, scores }: JoinedPairs,
  lastId: number,
  apart: ReadonlyMap<number, readonly number[]>,
  limit: number,
): { total: number; groups: FoundGroup[] } {
  /** The group of a client, as its first member; members are a ring through `next`. */
  const heads = new Int32Array(lastId + 1)
  const next = new Int32Array(lastId + 1)
  const sizes = new Uint8Array(lastId + 1)
  const best = new Uint8Array(lastId + 1)
  const members = (head: number) => {
    const ids: number[] = []
    for (let id = head; ; id = next[id]!) {
      ids.push(id)
      if (next[id] === head) return ids
    }
  }
  const meet = (id: number) => {
    if (heads[id] !== 0) return
    heads[id] = id
    next[id] = id
    sizes[id] = 1
  }
  const join = (a: number, b: number, score: number) => {
    if ((apart.get(a) ?? []).includes(b)) return
    meet(a)
    meet(b)
    const [one, other] = [heads[a]!, heads[b]!]
    if (one === other || sizes[one]! + sizes[other]! > mostMerged) return
    // Who surely are one are not drawn into chains of perhaps: those come when these are merged.
    if ([one, other].some((head) => sizes[head]! > 1 && surenessOf(best[head]!) !== surenessOf(score))) return
    const joining = members(other)
    if (apart.size > 0) {
      const there = members(one)
      if (joining.some((id) => apart.get(id)?.some((stranger) => there.includes(stranger)))) return
    }
    for (const id of joining) heads[id] = one
    const after = next[one]!
    next[one] = next[other]!
    next[other] = after
    sizes[one]! += sizes[other]!
    best[one] = Math.max(best[one]!, best[other]!, score)
  }
  const levels = [...new Set(scores.subarray(0, count))].sort((a, b) => b - a)
  for (const level of levels)
    for (let at = 0; at < count; at++) if (scores[at] === level) join(firsts[at]!, seconds[at]!, level)

  let total = 0
  const byScore = new Map<number, number[]>(levels.map((level) => [level, []]))
  for (let id = 1; id <= lastId; id++) {
    if (heads[id] !== id || sizes[id]! < 2) continue
    total++
    const ofScore = byScore.get(best[id]!)!
    if (ofScore.length < limit) ofScore.push(id)
  }
  const groups = levels
    .flatMap((score) => byScore.get(score)!.map((head) => ({ head, score })))
    .slice(0, limit)
    .map(({ head, score }) => ({ ids: members(head).sort((a, b) => a - b), score }))
  return { total, groups }
}
