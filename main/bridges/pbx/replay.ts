import type { PbxCall } from '../../../app/calls.ts'

/** A call as support and tests read it: short names first, everything else after them. Moments in seconds. */
export function replayed(call: PbxCall): Record<string, unknown> {
  const { direction, from, to, rang, answeredBy, transferredTo, outcome, waitSeconds, talkSeconds } = call
  return {
    direction,
    from,
    to,
    rang,
    answeredBy,
    transferredTo,
    outcome,
    waitSeconds,
    talkSeconds,
    employee: call.employee,
    fromName: call.fromName,
    voiceMessage: call.voiceMessage,
    recording: call.recording,
    start: call.startedAt / 1000,
    answer: call.answeredAt === null ? null : call.answeredAt / 1000,
    end: call.endedAt === null ? null : call.endedAt / 1000,
    id: call.id,
    references: call.references,
  }
}
