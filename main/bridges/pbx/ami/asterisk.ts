import { randomUUID } from 'node:crypto'
import type { PbxCall } from '../../../../app/calls.ts'
import { problemOf } from '../../connection/problems.ts'
import { keepConnected, type Standing } from '../../connection/reconnecting.ts'
import { dialable, PbxRefusal, type Pbx, type PbxAbility, type PbxCheck, type PbxListener } from '../pbx.ts'
import { AmiCalls } from './calls.ts'
import type { Naming } from './channel.ts'
import { field, type AmiMessage } from './messages.ts'
import { readRating } from './rating.ts'
import { openSession, type AmiLogin, type AmiSession } from './session.ts'

export interface AsteriskSettings extends AmiLogin, Naming {
  /** How a telephone is rung: `PJSIP/{extension}`. */
  readonly phoneChannel: string
  /** How a number outside is rung without a telephone of the office: `PJSIP/{number}@trunk`. */
  readonly lineChannel: string
  /** The part of the dialplan from which the office's telephones dial. */
  readonly context: string
  /** So long a telephone rings that was asked to by a click. */
  readonly ringSeconds: number
}

/** While calls are on, the exchange is asked this often which ones: an end that was missed does not stay. */
const LIST_EVERY_MS = 60_000

/** An exchange that cannot be reached for so long tells nothing more of the calls that were on the line. */
const GIVEN_UP_AFTER_MS = 15 * 60_000

/** Other times than the usual ones. */
export interface Patience {
  /** Before an attempt to connect. */
  readonly pause?: (attempt: number) => number
  readonly givenUpAfter?: number
}

export class Asterisk implements Pbx {
  readonly abilities = ['dial', 'hang_up', 'transfer', 'voice_message'] as const
  readonly #settings: AsteriskSettings
  readonly #listener: PbxListener
  readonly #patience: Patience
  #calls: AmiCalls
  #session: AmiSession | null = null
  #stop: (() => Promise<void>) | null = null
  #lostAt: number | null = null
  #timer: NodeJS.Timeout | undefined
  #lister: NodeJS.Timeout | undefined
  #givingUp: NodeJS.Timeout | undefined

  constructor(settings: AsteriskSettings, listener: PbxListener, patience: Patience = {}) {
    this.#settings = settings
    this.#listener = listener
    this.#patience = patience
    this.#calls = new AmiCalls(settings)
  }

  start({ known, heardUntil }: { known: readonly PbxCall[]; heardUntil: number | null }): void {
    if (this.#stop) return
    const at = Date.now()
    this.#calls = new AmiCalls(this.#settings, known, heardUntil ?? at)
    this.#lostAt = heardUntil
    this.#stop = keepConnected({
      connect: (signal) => this.#connect(signal),
      state: this.#listener.state,
      lost: () => this.#lost(),
      ...(this.#patience.pause ? { pause: this.#patience.pause } : {}),
    })
    this.#waitForIt()
    this.#lister = setInterval(() => this.#list(), LIST_EVERY_MS)
    this.#lister.unref()
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    clearInterval(this.#lister)
    clearTimeout(this.#givingUp)
    await this.#stop?.()
    this.#stop = null
  }

  async dial(extension: string, number: string): Promise<string> {
    const { phoneChannel, context } = this.#settings
    return this.#originate(phoneChannel.replaceAll('{extension}', dialable(extension)), [
      ['Context', context],
      ['Exten', dialable(number)],
      ['Priority', '1'],
    ])
  }

  async playMessage(number: string, file: string, id?: string): Promise<string> {
    if (!/^[\w./-]{1,200}$/.test(file)) throw new PbxRefusal('not_possible')
    const plays = [
      ['Application', 'Playback'],
      ['Data', file.replace(/\.(wav|gsm|ulaw|alaw|mp3|sln|g722)$/i, '')],
    ] as const
    return this.#originate(this.#settings.lineChannel.replaceAll('{number}', dialable(number)), plays, id)
  }

  /** The channel gets our name, so that even a failure says which call it was. */
  async #originate(
    channel: string,
    fields: readonly (readonly [string, string])[],
    id = `cp-${randomUUID()}`,
  ): Promise<string> {
    const ring = String(this.#settings.ringSeconds * 1000)
    const naming = channel.startsWith('Local/') ? ([['OtherChannelId', `${id};2`]] as const) : []
    await this.#order(
      'Originate',
      [['Channel', channel], ['ChannelId', id], ...naming, ...fields, ['Timeout', ring], ['Async', 'true']],
      id,
    )
    return id
  }

  async hangUp(callId: string): Promise<void> {
    const legs = this.#calls.channels(callId)
    if (legs.length === 0) throw new PbxRefusal('no_such_call')
    for (const { channel } of legs)
      await this.#order('Hangup', [['Channel', channel]]).catch((error: unknown) => {
        // The others end with the first.
        if (error instanceof PbxRefusal && error.why === 'refused' && channel !== legs[0]?.channel) return
        throw error
      })
  }

  async transfer(callId: string, to: string): Promise<void> {
    const legs = this.#calls.channels(callId).filter((leg) => leg.called === false || leg.answeredAt !== null)
    const other = legs.find((leg) => leg.name.kind === 'line') ?? legs.find((leg) => leg.called === false)
    if (!other) throw new PbxRefusal('no_such_call')
    await this.#order('Redirect', [
      ['Channel', other.channel],
      ['Context', this.#settings.context],
      ['Exten', dialable(to)],
      ['Priority', '1'],
    ])
  }

  async #order(
    name: string,
    fields: readonly (readonly [string, string])[],
    actionId?: string,
  ): Promise<void> {
    if (!this.#session) throw new PbxRefusal('not_connected')
    const answer = await this.#session.ask(name, fields, actionId).catch(() => {
      throw new PbxRefusal('not_connected')
    })
    if (answer.name !== 'Success') throw new PbxRefusal('refused', field(answer, 'message'))
  }

  async #connect(signal: AbortSignal): Promise<Standing> {
    const session = await openSession(this.#settings, (message) => this.#hear(message), signal)
    this.#session = session
    const answer = await session.ask('CoreShowChannels').catch(() => null)
    if (this.#lostAt !== null)
      // Calls that are on are found again; of those that came and went meanwhile Asterisk tells nothing.
      this.#listener.gap({ from: this.#lostAt, to: Date.now(), filled: false })
    this.#lostAt = null
    clearTimeout(this.#givingUp)
    if (answer && answer.name !== 'Success') this.#calls.unlisted(Date.now())
    this.#tell()
    // Whoever may not hear of the exchange itself may not hear of its calls either.
    return { ...session, problem: session.booted ? null : 'no_right' }
  }

  #hear(message: AmiMessage): void {
    this.#calls.hear(message, Date.now())
    this.#tell()
    const rating = readRating(message)
    if (rating) this.#listener.rating?.(rating)
  }

  #lost(): void {
    const at = Date.now()
    this.#session = null
    this.#lostAt = at
    this.#calls.lost(at)
    this.#tell()
    this.#waitForIt()
  }

  /** Calls do not stay on the line for ever because their exchange is not there to tell of their end. */
  #waitForIt(): void {
    clearTimeout(this.#givingUp)
    this.#givingUp = setTimeout(() => {
      this.#calls.finish(Date.now())
      this.#tell()
    }, this.#patience.givenUpAfter ?? GIVEN_UP_AFTER_MS)
    this.#givingUp.unref()
  }

  #list(): void {
    if (!this.#session || this.#calls.open === 0) return
    this.#calls.doubt(Date.now())
    this.#session.ask('CoreShowChannels').catch(() => undefined)
  }

  /** Hands out what changed, and comes back when time alone will change something. */
  #tell(): void {
    for (const call of this.#calls.changes()) this.#listener.call(call)
    clearTimeout(this.#timer)
    const next = this.#calls.nextMoment()
    if (next === null) return
    this.#timer = setTimeout(
      () => {
        this.#calls.pass(Date.now())
        this.#tell()
      },
      Math.max(10, next - Date.now()),
    )
    this.#timer.unref()
  }
}

/** Tries a connection and says what is wrong with it, or what it may not do. Changes nothing at the exchange. */
export async function checkAsterisk(settings: AsteriskSettings): Promise<PbxCheck> {
  let session: AmiSession
  try {
    session = await openSession(settings, () => undefined)
  } catch (error) {
    return { problem: problemOf(error), banner: '', lacking: [] }
  }
  try {
    const { banner } = session
    const commands = await session.ask('ListCommands')
    const may = (name: string) => commands.fields.has(name)
    const needs: readonly (readonly [PbxAbility, string])[] = [
      ['dial', 'originate'],
      ['voice_message', 'originate'],
      ['hang_up', 'hangup'],
      ['transfer', 'redirect'],
    ]
    const lacking = needs.filter(([, command]) => !may(command)).map(([ability]) => ability)
    const hears = session.booted && may('coreshowchannels')
    return { problem: hears ? null : 'no_right', banner, lacking }
  } catch (error) {
    return { problem: problemOf(error), banner: session.banner, lacking: [] }
  } finally {
    session.close()
  }
}
