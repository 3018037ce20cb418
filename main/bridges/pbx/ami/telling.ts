/** What a call means: who called whom, who answered, how it ended. Read off what happened, never off names. */
import type { CallDirection, CallOutcome, PbxCall } from '../../../../app/calls.ts'
import type { Call } from './call.ts'
import { looksOutside } from './channel.ts'
import { isPerson, isPresent, presence, refusal, type Leg } from './leg.ts'

interface Parties {
  readonly direction: CallDirection
  /** Who began it; null where an Originate could not even ring the first telephone. */
  readonly first: Leg | null
  /** Telephones and lines that were rung for it. */
  readonly others: readonly Leg[]
  /** A message or a call that the exchange itself began with the customer. */
  readonly customerFirst: boolean
}

/** The call in the words of every exchange. `over`: nothing more will come, so the outcome is said. */
export function tell(call: Call, at: number, over: boolean): PbxCall {
  const parties = partiesOf(call)
  const { direction, first } = parties
  const answer = answerOf(parties)
  const to = calledNumber(call, parties)
  const answeredAt = call.before?.answeredAt ?? answer?.answeredAt ?? null
  const endedAt = call.overAt === null ? null : endOf(call)
  const talk = talkOf(call, parties, endedAt ?? at)
  const label = answer && (direction === 'outgoing' ? to || answer.dialled : labelOf(answer))
  const phones = call.legs.filter((leg) => leg.name.kind === 'phone')
  const rang = [
    ...(call.before?.rang ?? []),
    ...call.rangElsewhere,
    ...inOrderOfRinging(phones).map((leg) => leg.name.label),
  ]
  const answeredBy = call.before?.answeredBy ?? label ?? null
  return {
    id: call.id,
    references: [...call.references],
    at,
    direction,
    from: callerOf(call, parties),
    fromName: call.before?.fromName ?? (direction === 'incoming' ? (first?.begin.name ?? '') : ''),
    to,
    startedAt: call.startedAt,
    answeredAt,
    endedAt,
    ringing: unique(phones.filter(isRinging).map((leg) => leg.name.label)),
    talking: unique(
      talk.since === null ? [] : phones.filter((leg) => isPresent(leg)).map((leg) => leg.name.label),
    ),
    rang: unique(rang),
    answeredBy,
    employee: employeeOf(call, parties) ?? call.before?.employee ?? null,
    transferredTo: unique(call.handovers.map((handover) => handover.to)),
    outcome: over ? outcomeOf(call, parties, answeredBy !== null) : null,
    waitSeconds: seconds(Math.max(0, (answeredAt ?? endedAt ?? at) - call.startedAt)),
    talkSeconds: seconds(talk.milliseconds),
    talkingSince: talk.since,
    voiceMessage: isVoiceMessage(call, parties),
    recording: call.recording,
    partOf: call.partOf,
  }
}

/** Two people could have spoken in it: not a look into one's own voicemail box, not a feature code. */
export function isCall(call: Call): boolean {
  if (call.before || call.order) return true
  const { first, others } = partiesOf(call)
  if (!first) return false
  if (first.name.kind === 'line' || first.originated || others.length > 0 || call.queue !== 'none')
    return true
  return call.dialTried || looksOutside(first.begin.exten)
}

/** Who began a call and who was rung. */
export function partiesOf(call: Call): Parties {
  const people = call.legs.filter((leg) => isPerson(leg) && !leg.consultation)
  const origin = call.legs.find((leg) => leg.id === call.id) ?? call.legs[0]
  const ordered = call.order !== null || origin?.originated === true
  const first =
    origin && isPerson(origin) && !origin.consultation
      ? origin
      : ((ordered ? people.find((leg) => leg.answeredAt !== null) : undefined) ??
        people.find((leg) => leg.called !== true) ??
        people[0] ??
        null)
  const others = people.filter((leg) => leg !== first && leg.called !== false)
  const customerFirst = first?.name.kind === 'line' && (ordered || first.called === true)
  return { direction: directionOf(call, first, others, customerFirst), first, others, customerFirst }
}

function directionOf(call: Call, first: Leg | null, others: readonly Leg[], customerFirst: boolean) {
  if (call.before) return call.before.direction
  if (customerFirst) return 'outgoing'
  if (first?.name.kind === 'line') return 'incoming'
  const answered = earliest(others)
  const lines = others.filter((leg) => leg.name.kind === 'line')
  if (answered) return answered.name.kind === 'line' ? 'outgoing' : 'internal'
  if (lines.length > 0 && others[0]?.name.kind === 'line') return 'outgoing'
  const dialled = call.order?.exten || first?.begin.exten || ''
  return looksOutside(dialled) || (!first && call.order !== null) ? 'outgoing' : 'internal'
}

function answerOf({ direction, first, others, customerFirst }: Parties): Leg | null {
  if (customerFirst) return first?.answeredAt === null ? null : first
  if (direction === 'outgoing') return earliest(others.filter((leg) => leg.name.kind === 'line'))
  return earliest(others)
}

/** The first answer; of those who came with a joined call only where there is no other. */
function earliest(legs: readonly Leg[]): Leg | null {
  const own = legs.filter((leg) => leg.joinedAt === null && leg.answeredAt !== null)
  return (own.length > 0 ? own : legs).reduce<Leg | null>(
    (best, leg) =>
      leg.answeredAt !== null && (best?.answeredAt == null || leg.answeredAt < best.answeredAt) ? leg : best,
    null,
  )
}

function labelOf(leg: Leg): string {
  return leg.name.kind === 'phone' ? leg.name.label : leg.dialled || leg.begin.number || leg.name.label
}

function callerOf(call: Call, { direction, first, customerFirst }: Parties): string {
  if (call.before) return call.before.from
  if (customerFirst) return 'PBX'
  if (direction === 'incoming') return first?.begin.number ?? ''
  return first?.name.label ?? call.order?.phone ?? 'PBX'
}

/** The number that was called or dialled. A prefix for the line ("9" for outside) is not part of it. */
function calledNumber(call: Call, { direction, first, others, customerFirst }: Parties): string {
  const before = call.before?.to
  if (before) return before
  if (customerFirst) return first?.dialled || first?.begin.exten || ''
  const asked =
    call.order?.exten || call.order?.number || (first?.originated ? '' : (first?.begin.exten ?? ''))
  const sent = others.find((leg) => leg.dialled !== '')?.dialled ?? ''
  if (direction !== 'outgoing') {
    const meant = asked === 's' ? '' : asked
    return meant || (direction === 'incoming' ? (first?.exten ?? '') : (others[0]?.name.label ?? ''))
  }
  const dialled = /\d/.test(asked) ? asked : ''
  return sent !== '' && (dialled === '' || dialled.endsWith(sent)) ? sent : dialled
}

function employeeOf(call: Call, { direction, first, others }: Parties): string | null {
  const took = call.legs
    .filter((leg) => leg.name.kind === 'phone' && leg !== first)
    .map((leg) => ({ leg, from: presence(leg, Infinity)?.from ?? null }))
    .filter((entry) => entry.from !== null)
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
  const last = took.at(-1)?.leg ?? null
  if (direction === 'incoming') return last?.name.label ?? null
  const own = first?.name.kind === 'phone' ? first.name.label : (call.order?.phone ?? null)
  const handedOn = call.handovers.length > 0 && others.length > 0
  return handedOn ? (last?.name.label ?? own) : (own ?? last?.name.label ?? null)
}

function isRinging(leg: Leg): boolean {
  return leg.ringingAt !== null && leg.answeredAt === null && leg.endedAt === null && leg.called !== false
}

function inOrderOfRinging(phones: readonly Leg[]): Leg[] {
  return phones
    .filter((leg) => leg.called !== false && (leg.ringingAt !== null || leg.answeredAt !== null))
    .sort((a, b) => (a.ringingAt ?? a.answeredAt ?? 0) - (b.ringingAt ?? b.answeredAt ?? 0))
}

function endOf(call: Call): number {
  const ends = call.legs.map((leg) => leg.endedAt ?? call.startedAt)
  return Math.max(call.startedAt, ...(ends.length > 0 ? ends : [call.heardAt]))
}

function isVoiceMessage(call: Call, { first, others, customerFirst }: Parties): boolean {
  if (call.before) return call.before.voiceMessage
  return customerFirst && first !== null && (call.order ? call.order.application !== '' : others.length === 0)
}

/**
 * Talk: one of the office and the other side on the line at once. A customer on hold or asked to wait during a
 * consultation is still on the line with somebody; one who rings at the next telephone after a transfer is not.
 */
function talkOf(call: Call, parties: Parties, now: number): { milliseconds: number; since: number | null } {
  const alone = isVoiceMessage(call, parties)
  const needsLine = parties.direction !== 'internal'
  const present = call.legs
    .map((leg) => ({ leg, span: presence(leg, now) }))
    .filter((entry) => entry.span !== null)
  const marks = present
    .flatMap(({ leg, span }) => {
      const line = leg.name.kind === 'line' ? 1 : 0
      return span
        ? [
            { at: span.from, people: 1, lines: line },
            { at: span.to, people: -1, lines: -line },
          ]
        : []
    })
    .sort((a, b) => a.at - b.at || b.people - a.people)
  let people = 0
  let lines = 0
  let since: number | null = null
  let milliseconds = 0
  for (const mark of marks) {
    people += mark.people
    lines += mark.lines
    const talking = alone ? lines > 0 : people > 1 && (!needsLine || lines > 0)
    if (talking) since ??= mark.at
    else if (since !== null) {
      milliseconds += mark.at - since
      since = null
    }
  }
  const before = call.before ? call.before.talkSeconds * 1000 : 0
  return {
    milliseconds: countedByExchange(call) ?? before + milliseconds,
    since: call.overAt === null ? runningSince(call, alone, needsLine, now) : null,
  }
}

/** Where the answer or a part of the talk was not seen, the exchange's own count of a plain call is better. */
function countedByExchange(call: Call): number | null {
  if (call.overAt === null || call.handovers.length > 0) return null
  const guessed = call.legs.some((leg) => leg.answerGuessed && isPerson(leg))
  if (guessed) return call.countedTalk ?? call.billed
  return call.gap ? call.countedTalk : null
}

/** Since when the talk of this moment goes on: the last of those on the line to have come. */
function runningSince(call: Call, alone: boolean, needsLine: boolean, now: number): number | null {
  const here = call.legs.filter((leg) => isPerson(leg) && isPresent(leg))
  const lines = here.filter((leg) => leg.name.kind === 'line').length
  if (alone ? lines === 0 : here.length < 2 || (needsLine && lines === 0)) return null
  const since = here.map((leg) => presence(leg, now)?.from ?? now).sort((a, b) => a - b)
  return since[alone ? 0 : 1] ?? null
}

function outcomeOf(call: Call, parties: Parties, answered: boolean): CallOutcome {
  const { direction, first, others, customerFirst } = parties
  if (!endWasSeen(call)) return 'unknown'
  if (direction !== 'outgoing') {
    if (call.cutOff) return 'cut_off'
    if (answered) return 'answered'
    if (call.voicemail) return 'voicemail'
    const leftIt = call.queue === 'waiting' && first !== null && first.asked !== null
    if (call.queue === 'abandoned' || leftIt) return 'abandoned'
    if (call.order && first?.answeredAt === null) return employeeOutcome(call, first)
    const refusals = others.filter((leg) => leg.name.kind === 'phone').map(refusal)
    const refused = refusals.length > 0 && refusals.every((why) => why === 'busy' || why === 'declined')
    if (!refused) return 'missed'
    return refusals.includes('declined') ? 'declined' : 'busy'
  }
  if (answered) return 'answered'
  if (customerFirst && first) return customerOutcome(first)
  const originated = call.order !== null || first?.originated === true
  if (originated && (first === null || first.answeredAt === null)) return employeeOutcome(call, first)
  const last = others.filter((leg) => leg.name.kind === 'line').at(-1)
  return last ? customerOutcome(last) : 'no_answer'
}

/** The last one on the line was seen to leave. A telephone lost in a gap before does not make the end unknown. */
function endWasSeen(call: Call): boolean {
  if (call.legs.length === 0) return call.order !== null
  const last = (seen: boolean) =>
    Math.max(
      -1,
      ...call.legs.filter((leg) => isPerson(leg) && leg.endSeen === seen).map((leg) => leg.endedAt ?? 0),
    )
  return last(true) >= last(false)
}

function customerOutcome(leg: Leg): CallOutcome {
  const why = refusal(leg)
  if (why === 'busy') return 'busy'
  return why === 'invalid' ? 'invalid_number' : 'no_answer'
}

/** Reasons of OriginateResponse: 3 no answer, 5 busy; 0 is everything else. */
function employeeOutcome(call: Call, first: Leg | null): CallOutcome {
  if (!first) {
    const failure = call.order?.failure
    if (call.order?.phone === null) return failure === 5 ? 'busy' : 'no_answer'
    if (failure === 3) return 'employee_no_answer'
    return failure === 5 ? 'employee_busy' : 'employee_unreachable'
  }
  const why = refusal(first)
  if (why === 'busy') return 'employee_busy'
  if (why === 'unreachable' || why === 'invalid') return 'employee_unreachable'
  return 'employee_no_answer'
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000
}
