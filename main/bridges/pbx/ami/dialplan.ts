import type { Call } from './call.ts'
import { isPerson, type Leg } from './leg.ts'
import { field, type AmiMessage } from './messages.ts'

/** A step of the dialplan (Newexten): what it does tells what the call is about. */
export function hearStep(call: Call, leg: Leg, message: AmiMessage): void {
  const application = field(message, 'application')
  if (application === 'AppDial2') leg.originated = true
  if (/^(Dial|Queue|FollowMe|Page)$/i.test(application)) call.dialTried = true
  if (/^VoiceMail$/i.test(application)) call.voicemail = true
  if (/^Queue$/i.test(application) && call.queue === 'none') call.queue = 'waiting'
}

/** A variable of the dialplan (VarSet): where the recording goes, how long they talked, which number was called. */
export function hearVariable(call: Call, leg: Leg, message: AmiMessage): void {
  const name = field(message, 'variable').replace(/^_+/, '')
  const value = field(message, 'value')
  if (value === '') return
  if (/^(MIXMONITOR_FILENAME|MONITOR_FILENAME|CDR\(recordingfile\)|RECORDED_FILE)$/i.test(name))
    call.recording = value
  if (name === 'ANSWEREDTIME_MS' && leg.called === false && isPerson(leg))
    call.countedTalk = Number(value) || null
  if (name === 'FROM_DID' && leg.begin.exten === 's') leg.begin = { ...leg.begin, exten: value }
}

/**
 * A call detail record, before or after the hang-ups. Its times have no zone, and it counts a queue or an employee
 * who picks up for a click as the answer; only what is missing is taken from it.
 */
export function hearRecord(call: Call, leg: Leg, message: AmiMessage): void {
  if (/^VoiceMail$/i.test(field(message, 'lastapplication'))) call.voicemail = true
  // Where the events of queues are not to be had.
  if (/^Queue$/i.test(field(message, 'lastapplication')) && call.queue === 'none') call.queue = 'waiting'
  if (field(message, 'disposition') === 'ANSWERED' && leg.called === false && isPerson(leg))
    call.billed ??= Number(field(message, 'billableseconds')) * 1000 || null
}
