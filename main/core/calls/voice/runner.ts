import { randomUUID } from 'node:crypto'
import type { CallOutcome } from '../../../../app/calls.ts'
import { heardOf, nextVoiceAttempt, type VoiceResult } from '../../../../app/voice.ts'
import { whoRefuses } from '../../../../db/calls/refusals.ts'
import {
  attemptsOn,
  endVoiceAttempt,
  insertVoiceAttempt,
  isAnybodyLeft,
  peopleToCall,
  readMessages,
  setMessageState,
  setPerson,
  type StoredMessage,
} from '../../../../db/calls/voice.ts'
import { PbxRefusal } from '../../../bridges/pbx/pbx.ts'
import { note } from '../../notebook.ts'
import type { Office } from '../../office.ts'
import { writeAs } from '../../perform.ts'
import type { Changing } from '../../work.ts'
import { clocksOf, mayRing } from '../lists/shown.ts'
import { playedName } from './place.ts'

/** So often is looked what became of the calls that are on, and who comes next. */
const EVERY_MS = 500
/** A call of which the exchange has told nothing so long after it was asked for will not be told of. */
const NEVER_TOLD_MS = 3 * 60_000
/** Looked through at once for somebody who may be called now: others may be asleep. */
const LOOKED_AT = 200

type On = Awaited<ReturnType<typeof attemptsOn>>[number]

/** What a call that is over was to the message. */
export const resultOf = (outcome: CallOutcome, talkMs: number, lengthMs: number): VoiceResult => {
  if (outcome === 'answered') return heardOf(talkMs, lengthMs)
  return outcome === 'no_answer' || outcome === 'busy' || outcome === 'invalid_number' ? outcome : 'unknown'
}

/**
 * Plays the messages that run, some lines at once. Everything it knows stands in the base: an attempt is written before
 * the exchange is asked, under the name the call will have, so after a crash it only has to look what became of it.
 */
export class VoiceRunner {
  readonly #office: Office
  #timer: NodeJS.Timeout | undefined
  #turn: Promise<void> = Promise.resolve()
  #stopped = true

  constructor(office: Office) {
    this.#office = office
  }

  /** Goes on with what ran when the program last stood. */
  start(): void {
    this.#stopped = false
    this.wake()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#turn
  }

  /** Something may be to be done. */
  wake(): void {
    clearTimeout(this.#timer)
    if (this.#stopped) return
    this.#timer = setTimeout(() => {
      this.#turn = this.#look()
        .catch((error: unknown) => {
          note('error', 'voice messages', error)
          return true
        })
        .then((more) => {
          if (more) this.wake()
        })
    }, EVERY_MS)
    this.#timer.unref()
  }

  /** Hangs up whatever is on the line of a message. */
  async hangUp(message: number): Promise<void> {
    const on = await attemptsOn(this.#office.reading, message)
    await Promise.all(
      on.map(({ exchangeId, reference }) =>
        this.#office.exchanges
          .pbx(exchangeId)
          ?.hangUp(reference)
          // It may have ended by itself, or not have begun to ring.
          .catch((error: unknown) => {
            if (!(error instanceof PbxRefusal)) note('warn', 'hanging up a voice message', error)
          }),
      ),
    )
  }

  /** One look; whether another will be needed. */
  async #look(): Promise<boolean> {
    const office = this.#office
    return office.use(async () => {
      const on = await attemptsOn(office.reading)
      const running = await readMessages(office.reading, { running: true })
      if (on.length === 0 && running.length === 0) return false
      let ended = 0
      for (const attempt of on) if (await this.#end(attempt)) ended++
      const still = ended === 0 ? on : await attemptsOn(office.reading)
      // A call that had not begun to ring when its message was stopped may ring now.
      for (const id of new Set(still.map(({ messageId }) => messageId)))
        if ((await readMessages(office.reading, { id }))[0]?.state === 'stopped') await this.hangUp(id)
      for (const message of running)
        await this.#ring(message, still.filter(({ messageId }) => messageId === message.id).length)
      return true
    })
  }

  #write<T>(change: (changing: Changing) => Promise<T>): Promise<T> {
    return writeAs(this.#office, null, 'this computer', 'voiceMessages.run', change)
  }

  /** Writes down what became of a call that is over. Whether it is. */
  async #end(attempt: On): Promise<boolean> {
    const { outcome, talkMs, at } = attempt
    const [message] = await readMessages(this.#office.reading, { id: attempt.messageId })
    const silent = outcome === null && talkMs === null && this.#office.now() - at > NEVER_TOLD_MS
    if (!message || (outcome === null && !silent)) return false
    await this.#close(
      message,
      attempt,
      outcome === null ? 'unknown' : resultOf(outcome, talkMs ?? 0, message.lengthMs),
    )
    return true
  }

  async #close(message: StoredMessage, attempt: On, result: VoiceResult): Promise<void> {
    await this.#write(async ({ trx, at, tell }) => {
      const { attempts, country } = attempt
      const nextAt = nextVoiceAttempt(message.rules, { result, attempts, at, zones: clocksOf(country) })
      await endVoiceAttempt(trx, attempt.id, result, attempt.talkMs ?? 0)
      await setPerson(trx, attempt.personId, {
        result,
        ...(nextAt === null ? { done_at: at } : { next_at: nextAt }),
      })
      tell({ type: 'voiceMessages.changed' })
    })
  }

  /** Fills the free lines of a message. */
  async #ring(message: StoredMessage, on: number): Promise<void> {
    const office = this.#office
    const { exchangeId, rules, id } = message
    const pbx = exchangeId === null ? undefined : office.exchanges.pbx(exchangeId)
    const connected = office.exchanges
      .states()
      .some((state) => state.id === exchangeId && state.state === 'connected')
    const now = office.now()
    const due = await peopleToCall(office.reading, id, now, LOOKED_AT)
    if (due.length === 0 && on === 0 && !(await isAnybodyLeft(office.reading, id))) return this.#finish(id)
    if (!pbx || !connected || exchangeId === null) return
    const permitted = due.filter(({ country }) => mayRing(rules.hours, now, country))
    const refuse = await whoRefuses(
      office.reading,
      permitted.flatMap(({ client_id }) => client_id ?? []),
      'voice',
    )
    const played = await playedName(office.reading, message)
    let free = rules.lines - on
    for (const person of permitted) {
      if (free <= 0 || this.#stopped) return
      if (person.client_id !== null && refuse.has(person.client_id)) {
        await this.#write(async ({ trx, at, tell }) => {
          await setPerson(trx, person.id, { result: 'unwanted', done_at: at })
          tell({ type: 'voiceMessages.changed' })
        })
        continue
      }
      const reference = `cp-${randomUUID()}`
      const begun = await this.#write(async ({ trx, at, tell }) => {
        // Somebody may have stopped it since we looked.
        const [now] = await readMessages(trx, { id })
        if (now?.state !== 'running') return false
        await insertVoiceAttempt(trx, {
          personId: person.id,
          messageId: id,
          clientId: person.client_id,
          exchangeId,
          reference,
          at,
        })
        await setPerson(trx, person.id, { attempts: person.attempts + 1 })
        tell({ type: 'voiceMessages.changed' })
        return true
      })
      if (!begun) return
      free--
      await pbx
        .playMessage(person.number, played, reference)
        .catch((error: unknown) => this.#refused(message, reference, error))
    }
  }

  /** The exchange would not call: a wrong number is done with, anything else counts as one attempt. */
  async #refused(message: StoredMessage, reference: string, error: unknown): Promise<void> {
    const on = await attemptsOn(this.#office.reading, message.id)
    const attempt = on.find((one) => one.reference === reference)
    note('warn', 'voice message', error)
    const bad = error instanceof PbxRefusal && error.why === 'bad_number'
    if (attempt) await this.#close(message, attempt, bad ? 'invalid_number' : 'unknown')
  }

  async #finish(id: number): Promise<void> {
    await this.#write(async ({ trx, log, tell }) => {
      const [message] = await readMessages(trx, { id })
      if (message?.state !== 'running') return
      await setMessageState(trx, id, 'done')
      log({
        subject: { type: 'voiceMessage', id, name: message.name },
        changes: [{ field: 'voiceMessage.state', before: 'running', after: 'done' }],
      })
      tell({ type: 'voiceMessages.changed' })
    })
  }
}
