import type { HeardCall } from '../../../shell/calls/heard.ts'

/** How long a call stays before one's eyes after it is no more one's own, ms. */
const stays = {
  /** A colleague was quicker: long enough to read who. */
  answeredElsewhere: 5_000,
  /** One talked: time for a note. */
  afterTalk: 30_000,
  /** Nobody answered, or one's own call came to nothing. */
  afterRinging: 8_000,
} as const

/** Until when a call is shown; null while it is the reader's to answer or to lead. */
function shownUntil({ phase, since, talked, call }: HeardCall): number | null {
  switch (phase) {
    case 'rings':
    case 'talks':
      return null
    case 'elsewhere':
      return since + stays.answeredElsewhere
    case 'over':
      // It went into another call, which is shown in its place.
      if (call.partOf !== null) return since
      return since + (talked ? stays.afterTalk : stays.afterRinging)
  }
}

const urgency = { rings: 0, talks: 1, elsewhere: 2, over: 3 } as const

/**
 * The calls to show to the reader now: their own, those that ring first. `held`: one stays whatever becomes of it, as
 * somebody writes in it or has pinned it. `closed`: put away by hand.
 */
export function shownCalls(
  calls: Iterable<HeardCall>,
  {
    closed,
    held,
    now,
  }: { readonly closed: ReadonlySet<number>; readonly held: number | null; readonly now: number },
): HeardCall[] {
  return [...calls]
    .filter((heard) => {
      const { call, phase } = heard
      if (call.own === null || closed.has(call.id)) return false
      const until = shownUntil(heard)
      return (
        until === null || now < until || (call.id === held && !(phase === 'over' && call.partOf !== null))
      )
    })
    .sort(
      (one, other) => urgency[one.phase] - urgency[other.phase] || one.call.startedAt - other.call.startedAt,
    )
}
