/** What a telephone exchange tells about calls, in the same words for every kind of exchange. */

export type CallDirection = 'incoming' | 'outgoing' | 'internal'

/**
 * How a call ended. Of incoming and internal calls: `answered`, `missed`, `busy`, `declined`, `voicemail`,
 * `abandoned` (the caller left the queue), `cut_off` (the exchange went down under it). Of outgoing calls:
 * `answered`, `no_answer`, `busy`, `invalid_number`, and where the employee's own telephone was rung first and not
 * picked up `employee_no_answer`, `employee_busy`, `employee_unreachable`. `unknown`: nobody saw its end.
 */
export const callOutcomes = [
  'answered',
  'missed',
  'busy',
  'declined',
  'voicemail',
  'abandoned',
  'cut_off',
  'no_answer',
  'invalid_number',
  'employee_no_answer',
  'employee_busy',
  'employee_unreachable',
  'unknown',
] as const

export type CallOutcome = (typeof callOutcomes)[number]

/**
 * One call, from first ring to last hang-up, as it stands at a moment; told again, with the same id, as it goes on.
 * An ended call can be told once more where something came to light: the exchange went down, or printed another part
 * of it. Moments are milliseconds since 1970.
 */
export interface PbxCall {
  /** The same for the whole call and again after a restart of the program; unique within one exchange. */
  readonly id: string
  /** Every name the exchange has had for it, the id among them (transfers join calls). */
  readonly references: readonly string[]
  /** When this was said. */
  readonly at: number
  readonly direction: CallDirection
  /** Incoming: the number as the line sent it, "" for none. Otherwise the extension, "PBX" for a voice message. */
  readonly from: string
  readonly fromName: string
  /** Incoming: the number called. Otherwise the number or extension dialled. */
  readonly to: string
  readonly startedAt: number
  readonly answeredAt: number | null
  readonly endedAt: number | null
  /** Extensions whose telephones ring at this moment: a pop-up opens there, and closes when it is empty. */
  readonly ringing: readonly string[]
  /** Extensions on the line at this moment. */
  readonly talking: readonly string[]
  /** Extensions that rang at any time, in order. */
  readonly rang: readonly string[]
  /** The extension that answered first; of outgoing calls the customer's number. */
  readonly answeredBy: string | null
  /** Who has the call, or had it last. */
  readonly employee: string | null
  readonly transferredTo: readonly string[]
  /** Null while it goes on, and for a moment after it: exchanges tell some things late. */
  readonly outcome: CallOutcome | null
  /** From the first ring to the answer, or to the end where nobody answered. */
  readonly waitSeconds: number
  /** Somebody of the office and the other side on the line, time on hold included. */
  readonly talkSeconds: number
  /** The stretch of talk that goes on at `at`, for a clock that runs; null if nobody talks. */
  readonly talkingSince: number | null
  /** A recorded message played to the customer. */
  readonly voiceMessage: boolean
  /** The recording as the exchange names it. */
  readonly recording: string | null
  /** Set once, when this call turned out to be part of another: it ends here and goes on there. */
  readonly partOf: string | null
}

/** The number outside: whose call it is. "" where there is none, as between two telephones of the office. */
export const numberOutside = ({ direction, from, to }: Pick<PbxCall, 'direction' | 'from' | 'to'>): string =>
  direction === 'incoming' ? from : direction === 'outgoing' ? to : ''

/** Somebody outside wanted to speak with the office, the call is over, and nobody spoke with them. */
export const isMissed = (call: Pick<PbxCall, 'direction' | 'answeredAt' | 'outcome'>): boolean =>
  call.direction === 'incoming' && call.outcome !== null && call.answeredAt === null

/** The same call, the end of which nobody saw: over since it was last heard of. */
export const endedUnseen = (call: PbxCall, at: number): PbxCall => ({
  ...call,
  at,
  endedAt: call.endedAt ?? Math.max(call.startedAt, call.at),
  ringing: [],
  talking: [],
  talkingSince: null,
  outcome: 'unknown',
})
