import { callNotes, strangers } from '../../../assets/demo/calls.ts'
import type { CallOutcome } from '../../../app/calls.ts'
import { dialled, plainRules } from '../../../app/dialling.ts'
import type { PastCall } from '../../../db/calls/past.ts'
import type { Chance } from './chance.ts'

/** A client as far as the telephone knows them. */
export interface DemoCaller {
  readonly id: number
  /** E.164. */
  readonly phones: readonly string[]
  readonly managerId: number | null
}

/** A telephone of the practice office and who sits at it. */
export interface DemoTelephone {
  readonly extension: string
  readonly userId: number
}

/** How far back the calls go, days. */
const longAgo = 92

const minute = 60_000
const day = 24 * 60 * minute

/** Calls per hour of the day beside each other: the telephone is quiet at noon. */
const busyHours = [
  [8, 6],
  [9, 12],
  [10, 14],
  [11, 11],
  [12, 4],
  [13, 6],
  [14, 10],
  [15, 12],
  [16, 9],
  [17, 6],
] as const

/**
 * Calls of the last three months, oldest first: the same ones every time, dated back from `now`. Most missed ones are
 * returned, some never. `desk`: those whose telephones ring when somebody calls, and who answer most.
 */
export function demoCalls(
  now: number,
  callers: readonly DemoCaller[],
  telephones: readonly DemoTelephone[],
  desk: readonly DemoTelephone[],
  chance: Chance,
): PastCall[] {
  const reachable = callers.filter(({ phones }) => phones.length > 0)
  const calls: PastCall[] = []
  for (let ago = longAgo; ago >= 0; ago--) {
    const date = new Date(now - ago * day)
    // Closed on Sundays, half a day on Saturdays.
    const busy = date.getDay() === 0 ? 0 : date.getDay() === 6 ? 10 + chance.below(8) : 18 + chance.below(16)
    for (let count = 0; count < busy; count++) {
      date.setHours(chance.weighted(busyHours), chance.below(60), chance.below(60), 0)
      // A few call often, most now and then.
      const caller = reachable[Math.floor(reachable.length * chance.next() ** 2)]!
      const draw = { at: date.getTime(), caller, telephones, desk, chance }
      calls.push(...(chance.happens(0.64) ? comesIn(draw) : [goesOut(draw)]))
    }
  }
  return calls.filter(({ endedAt }) => endedAt < now).sort((one, other) => one.startedAt - other.startedAt)
}

interface Draw {
  readonly at: number
  readonly caller: DemoCaller
  readonly telephones: readonly DemoTelephone[]
  readonly desk: readonly DemoTelephone[]
  readonly chance: Chance
}

/** A call from outside, and the one that returned it where it was missed. */
function comesIn(draw: Draw): PastCall[] {
  const { at, caller, telephones, desk, chance } = draw
  const who = chance.weighted([
    ['client', 84],
    ['stranger', 13],
    ['nobody', 3],
  ] as const)
  const e164 =
    who === 'client' ? chance.pick(caller.phones) : who === 'stranger' ? chance.pick(strangers) : ''
  const outcome = chance.weighted<CallOutcome>([
    ['answered', 80],
    ['missed', 13],
    ['abandoned', 4],
    ['busy', 3],
  ])
  const wait = outcome === 'busy' ? 0 : (3 + chance.below(outcome === 'answered' ? 18 : 30)) * 1000
  const answered = outcome === 'answered'
  const talk = answered ? talkTime(chance) : 0
  const own = telephones.find(({ userId }) => userId === caller.managerId)
  const first = chance.pick(desk)
  // What the desk answers goes on to the client's manager now and then.
  const onward = answered && who === 'client' && own && own !== first && chance.happens(0.12) ? own : null
  const had = onward ?? first
  const call: PastCall = {
    direction: 'incoming',
    number: e164 === '' ? '' : sent(e164),
    e164: e164 === '' ? null : e164,
    clientId: who === 'client' ? caller.id : null,
    line: '023880880',
    employee: answered ? had : null,
    rang: outcome === 'busy' ? [] : desk,
    transferredTo: onward ? [onward] : [],
    startedAt: at,
    answeredAt: answered ? at + wait : null,
    endedAt: at + wait + talk,
    outcome,
    waitMs: wait,
    talkMs: talk,
    note: answered && chance.happens(0.08) ? chance.pick(callNotes) : '',
    returns: null,
    missed: !answered,
  }
  const back = at + (4 + chance.below(150)) * minute
  const returning = !answered && e164 !== '' && chance.happens(0.72)
  return returning ? [call, { ...goesOut({ ...draw, at: back }, call), returns: call }] : [call]
}

/** A call from the office, to the number of a missed one where it returns that. */
function goesOut({ at, caller, telephones, desk, chance }: Draw, returns: PastCall | null = null): PastCall {
  const own = telephones.find(({ userId }) => userId === caller.managerId)
  const employee = (chance.happens(0.7) ? own : undefined) ?? chance.pick(desk)
  const e164 = returns?.e164 ?? chance.pick(caller.phones)
  const outcome = returns
    ? 'answered'
    : chance.weighted<CallOutcome>([
        ['answered', 76],
        ['no_answer', 15],
        ['busy', 7],
        ['invalid_number', 2],
      ])
  const answered = outcome === 'answered'
  const wait = (4 + chance.below(20)) * 1000
  const talk = answered ? talkTime(chance) : 0
  return {
    direction: 'outgoing',
    number: sent(e164),
    e164,
    clientId: returns ? returns.clientId : caller.id,
    line: null,
    employee,
    rang: [],
    transferredTo: [],
    startedAt: at,
    answeredAt: answered ? at + wait : null,
    endedAt: at + wait + talk,
    outcome,
    waitMs: wait,
    talkMs: talk,
    note: answered && chance.happens(0.05) ? chance.pick(callNotes) : '',
    returns: null,
    missed: false,
  }
}

/** Most calls are short, few are long. */
const talkTime = (chance: Chance): number => (12 + Math.floor(900 * chance.next() ** 3)) * 1000

/** As the line gives a number of this office's country, and of others. */
const sent = (e164: string): string => dialled(e164, plainRules, 'KH') ?? e164
