import type { CallDirection, CallOutcome } from '../../../../app/calls.ts'
import type { NotificationField } from '../../../../app/exchanges.ts'

/** What a notification tells of. `complete`: the whole call at once, after its end. */
export type NotificationKind = 'ringing' | 'answered' | 'transferred' | 'ended' | 'complete' | 'ignored'

/** How it is proved that a notification is the provider's. */
export type Proof =
  /** The secret itself, in a header (after "Bearer " or not) or in a field. */
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'field'; readonly name: string }
  /** A signature in a header or a field, made with the secret. */
  | {
      readonly kind: 'signature'
      readonly name: string
      readonly in: 'header' | 'field'
      readonly algorithm: 'sha256' | 'sha1' | 'sha512'
      readonly encoding: 'hex' | 'base64' | 'base64_of_hex'
      /** What is signed: the body as it came, the address with all fields in order, or some fields one after another. */
      readonly of: 'body' | 'url_and_fields' | Readonly<Record<string, readonly string[]>>
    }

/** How to ask the provider for a call. `{extension}`, `{number}`, `{key}` and `{secret}` are put in. */
export interface HttpOrder {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** How the fields are sent: in the body as JSON or as a form, or in the address. */
  readonly as: 'json' | 'form' | 'query'
  readonly fields: Readonly<Record<string, string>>
  /** Where in the answer the provider's name of the call stands; "" for nowhere. */
  readonly idAt: string
}

/** How a virtual exchange tells of calls: data, so that an office can make its own. */
export interface HttpMapping {
  readonly id: string
  readonly name: string
  /** Where the notifications stand in the body, if several come at once; "" for the body itself. */
  readonly list: string
  /** Where each thing stands ("call.from.number"); the first place that holds something is taken. */
  readonly fields: Partial<Record<NotificationField, readonly string[]>>
  /** By the value of `event`; "" is taken for values not named. */
  readonly events: Readonly<
    Record<string, { readonly kind: NotificationKind; readonly direction?: CallDirection }>
  >
  readonly directions: Readonly<Record<string, CallDirection>>
  /** By the value of `status`, in small letters. */
  readonly outcomes: Readonly<Record<string, CallOutcome>>
  readonly proof: Proof
  readonly order: HttpOrder | null
}

const directions: Readonly<Record<string, CallDirection>> = {
  in: 'incoming',
  incoming: 'incoming',
  inbound: 'incoming',
  out: 'outgoing',
  outgoing: 'outgoing',
  outbound: 'outgoing',
  'outbound-api': 'outgoing',
  'outbound-dial': 'outgoing',
  internal: 'internal',
  local: 'internal',
}

const outcomes: Readonly<Record<string, CallOutcome>> = {
  answered: 'answered',
  completed: 'answered',
  success: 'answered',
  'no answer': 'missed',
  'no-answer': 'missed',
  no_answer: 'missed',
  noanswer: 'missed',
  missed: 'missed',
  cancel: 'missed',
  canceled: 'missed',
  cancelled: 'missed',
  busy: 'busy',
  rejected: 'declined',
  declined: 'declined',
  voicemail: 'voicemail',
  abandoned: 'abandoned',
  'invalid number': 'invalid_number',
  'unallocated number': 'invalid_number',
  failed: 'missed',
}

const events: HttpMapping['events'] = {
  ringing: { kind: 'ringing' },
  ring: { kind: 'ringing' },
  started: { kind: 'ringing' },
  start: { kind: 'ringing' },
  initiated: { kind: 'ringing' },
  queued: { kind: 'ringing' },
  answered: { kind: 'answered' },
  answer: { kind: 'answered' },
  connected: { kind: 'answered' },
  'in-progress': { kind: 'answered' },
  transferred: { kind: 'transferred' },
  transfer: { kind: 'transferred' },
  ended: { kind: 'ended' },
  end: { kind: 'ended' },
  hangup: { kind: 'ended' },
  completed: { kind: 'ended' },
  busy: { kind: 'ended' },
  failed: { kind: 'ended' },
  'no-answer': { kind: 'ended' },
  canceled: { kind: 'ended' },
  history: { kind: 'complete' },
  cdr: { kind: 'complete' },
  '': { kind: 'ignored' },
}

const plainFields: HttpMapping['fields'] = {
  id: ['call_id', 'callId', 'callid', 'call.id', 'uuid', 'session_id', 'id'],
  event: ['event', 'event_type', 'type', 'call.event', 'cmd'],
  direction: ['direction', 'call.direction', 'call_type'],
  from: ['from', 'caller', 'caller_id', 'call.from', 'from.number', 'phone'],
  fromName: ['from_name', 'caller_name', 'from.name', 'contact'],
  to: ['to', 'called', 'called_number', 'call.to', 'to.number', 'diversion'],
  extension: ['extension', 'ext', 'agent', 'user', 'internal', 'call.extension'],
  transferredTo: ['transferred_to', 'transfer_to', 'target'],
  startedAt: ['started_at', 'start', 'start_time', 'call.started_at'],
  answeredAt: ['answered_at', 'answer_time'],
  endedAt: ['ended_at', 'end', 'end_time'],
  ringSeconds: ['ring_seconds', 'wait', 'wait_time'],
  talkSeconds: ['talk_seconds', 'billsec', 'talk_time', 'duration'],
  status: ['status', 'disposition', 'result', 'outcome'],
  recording: ['recording', 'recording_url', 'record', 'link'],
}

export const readyMappings: readonly HttpMapping[] = [
  {
    id: 'json',
    name: 'JSON',
    list: '',
    fields: plainFields,
    events,
    directions,
    outcomes,
    proof: {
      kind: 'signature',
      name: 'x-signature',
      in: 'header',
      algorithm: 'sha256',
      encoding: 'hex',
      of: 'body',
    },
    order: null,
  },
  {
    id: 'form',
    name: 'Form',
    list: '',
    fields: plainFields,
    events,
    directions,
    outcomes,
    proof: { kind: 'field', name: 'token' },
    order: null,
  },
  {
    id: 'zadarma',
    name: 'Zadarma',
    list: '',
    fields: {
      id: ['pbx_call_id'],
      event: ['event'],
      from: ['caller_id'],
      to: ['destination', 'called_did'],
      extension: ['internal'],
      startedAt: ['call_start'],
      talkSeconds: ['duration'],
      status: ['disposition'],
      recording: ['call_id_with_rec'],
    },
    events: {
      NOTIFY_START: { kind: 'ringing', direction: 'incoming' },
      NOTIFY_INTERNAL: { kind: 'ringing', direction: 'incoming' },
      NOTIFY_ANSWER: { kind: 'answered' },
      NOTIFY_END: { kind: 'ended', direction: 'incoming' },
      NOTIFY_OUT_START: { kind: 'ringing', direction: 'outgoing' },
      NOTIFY_OUT_END: { kind: 'ended', direction: 'outgoing' },
      '': { kind: 'ignored' },
    },
    directions,
    outcomes,
    proof: {
      kind: 'signature',
      name: 'signature',
      in: 'header',
      algorithm: 'sha1',
      encoding: 'base64_of_hex',
      of: {
        NOTIFY_ANSWER: ['caller_id', 'destination', 'call_start'],
        NOTIFY_OUT_START: ['internal', 'destination', 'call_start'],
        NOTIFY_OUT_END: ['internal', 'destination', 'call_start'],
        '': ['caller_id', 'called_did', 'call_start'],
      },
    },
    order: null,
  },
  {
    id: 'twilio',
    name: 'Twilio',
    list: '',
    fields: {
      id: ['ParentCallSid', 'CallSid'],
      event: ['DialCallStatus', 'CallStatus'],
      direction: ['Direction'],
      from: ['From'],
      fromName: ['CallerName'],
      to: ['To', 'Called'],
      startedAt: ['Timestamp'],
      talkSeconds: ['DialCallDuration', 'CallDuration'],
      status: ['DialCallStatus', 'CallStatus'],
      recording: ['RecordingUrl'],
    },
    events,
    directions,
    outcomes,
    proof: {
      kind: 'signature',
      name: 'x-twilio-signature',
      in: 'header',
      algorithm: 'sha1',
      encoding: 'base64',
      of: 'url_and_fields',
    },
    order: {
      method: 'POST',
      url: 'https://api.twilio.com/2010-04-01/Accounts/{key}/Calls.json',
      headers: { Authorization: 'Basic {basic}' },
      as: 'form',
      fields: { To: '{number}', From: '{extension}' },
      idAt: 'sid',
    },
  },
]

/** A mapping by its id; an unknown id is undefined. */
export function readyMapping(id: string): HttpMapping | undefined {
  return readyMappings.find((mapping) => mapping.id === id)
}
