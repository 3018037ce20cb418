import { create } from 'zustand'
import type { LiveCall } from '../../../app/liveCall.ts'
import { office } from '../office/office.ts'
import { heardAgain, type HeardCall } from './heard.ts'

/** Calls that are long over are forgotten when there are more than these. */
const mostKept = 300

/** The calls on the line, and those that were a moment ago, by their ids. */
export const useLiveCalls = create<{ calls: ReadonlyMap<number, HeardCall> }>(() => ({ calls: new Map() }))

/** Takes calls as the office tells them. */
export function hearCalls(told: readonly LiveCall[]): void {
  if (told.length === 0) return
  useLiveCalls.setState(({ calls }) => {
    const next = new Map(calls)
    for (const call of told) next.set(call.id, heardAgain(next.get(call.id), call, Date.now()))
    for (const [id, { phase }] of next) {
      if (next.size <= mostKept) break
      if (phase === 'over') next.delete(id)
    }
    return { calls: next }
  })
}

/** What somebody has said of a call here, until the office tells it again. */
export function amendCall(id: number, change: Partial<LiveCall>): void {
  useLiveCalls.setState(({ calls }) => {
    const heard = calls.get(id)
    return heard ? { calls: new Map(calls).set(id, { ...heard, call: { ...heard.call, ...change } }) } : {}
  })
}

/** Reads what is on the line: at the start, and after a gap. Calls of which nothing is known any more are over. */
export async function readLiveCalls(): Promise<void> {
  const calls = await office.calls.live()
  const there = new Set(calls.map(({ id }) => id))
  const now = Date.now()
  const gone = [...useLiveCalls.getState().calls.values()].filter(
    ({ call, phase }) => phase !== 'over' && !there.has(call.id),
  )
  hearCalls([
    ...gone.map(({ call }) => ({ ...call, endedAt: now, ringing: [], talking: [], talkingSince: null })),
    ...calls,
  ])
}
