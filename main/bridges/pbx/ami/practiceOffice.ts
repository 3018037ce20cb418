import { field, type AmiMessage } from './messages.ts'
import { PracticeAsterisk } from './practice.ts'
import { answer, PracticeServer } from './practiceServer.ts'

/**
 * What can be practised: somebody calls and is answered after a while; a group's telephone rings and a colleague is
 * quicker; the caller gives up.
 */
export interface PracticeScene {
  readonly kind: 'answered' | 'by_colleague' | 'missed'
  /** The caller's number as the line sends it, "" for none. */
  readonly number: string
  readonly extension: string
  readonly colleague?: string
}

type Channel = ReturnType<PracticeAsterisk['comesIn']>

/** One call of the practice office: who is on the line, and what still happens. */
interface Led {
  /** Who called, or was rung first. */
  readonly first: Channel
  others: Channel[]
  readonly timers: Set<NodeJS.Timeout>
}

/** How long things take, seconds: long enough to look, short enough not to wait. */
const answerAfter = 7
const colleagueAfter = 5
const giveUpAfter = 12
const talkFor = 180
const colleagueTalks = 20
const outsideAnswers = 4
const ownPhoneAnswers = 1.5

const officeLine = '023880880'

/** An office's exchange to practise with: calls come as scenes, and orders are carried out by people who are not there. */
export class PracticeOffice {
  readonly #began = Date.now()
  readonly #asterisk = new PracticeAsterisk(Math.floor(Date.now() / 1000))
  readonly #server = new PracticeServer()
  readonly #calls = new Set<Led>()
  readonly #pace: number

  constructor(pace: number) {
    this.#pace = pace
  }

  /** Where it listens, on this computer only, and how one signs in. */
  async listen(): Promise<{ port: number; user: string; secret: string }> {
    const { user, secret } = this.#server
    this.#server.answers.set('coreshowchannels', (order) => this.#list(order))
    this.#server.answers.set('originate', (order) => this.#originate(order))
    this.#server.answers.set('hangup', (order) => this.#hangUp(order))
    this.#server.answers.set('redirect', (order) => this.#redirect(order))
    return { port: await this.#server.listen(), user, secret }
  }

  get listeners(): number {
    return this.#server.listeners
  }

  async close(): Promise<void> {
    for (const led of this.#calls) for (const timer of led.timers) clearTimeout(timer)
    await this.#server.close()
  }

  play({ kind, number, extension, colleague }: PracticeScene): void {
    this.#now()
    const caller = this.#asterisk.comesIn(number, officeLine)
    const own = this.#asterisk.rings(caller, extension)
    const other = colleague === undefined ? undefined : this.#asterisk.rings(caller, colleague)
    const led = this.#add(caller, other ? [own, other] : [own])
    this.#say()
    if (kind === 'missed') this.#later(led, giveUpAfter, () => this.#giveUp(led))
    else if (kind === 'by_colleague' && other)
      this.#later(led, colleagueAfter, () => {
        this.#asterisk.answers(caller, other)
        this.#asterisk.stopsRinging(caller, own, 'CANCEL')
        led.others = [other]
        this.#later(led, colleagueTalks, () => this.#end(led))
      })
    else
      this.#later(led, answerAfter, () => {
        this.#asterisk.answers(caller, own)
        if (other) this.#asterisk.stopsRinging(caller, other, 'CANCEL')
        led.others = [own]
        this.#later(led, talkFor, () => this.#end(led))
      })
  }

  /** Rings the telephone that asked, and then the number. */
  #originate(order: AmiMessage): string {
    this.#now()
    const extension = field(order, 'channel').replace(/^[^/]*\//, '')
    const number = field(order, 'exten')
    const phone = this.#asterisk.rings(null, extension.replace(/@.*$/, ''), { id: field(order, 'channelid') })
    const led = this.#add(phone, [])
    this.#later(led, ownPhoneAnswers, () => {
      this.#asterisk.answers(null, phone)
      this.#asterisk.event('OriginateResponse', {
        ActionID: field(order, 'actionid'),
        Response: 'Success',
        Channel: field(order, 'channel'),
        Context: field(order, 'context'),
        Exten: number,
        Reason: 4,
        Uniqueid: phone.id,
      })
      if (number === '') return
      phone.exten = number
      const called = this.#asterisk.rings(phone, number)
      led.others = [called]
      this.#later(led, outsideAnswers, () => {
        this.#asterisk.answers(phone, called)
        this.#later(led, talkFor, () => this.#end(led))
      })
    })
    return answer(order, 'Success', ['Message: Originate successfully queued']) + this.#text()
  }

  #hangUp(order: AmiMessage): string {
    const led = this.#with(field(order, 'channel'))
    if (!led) return answer(order, 'Error', ['Message: No such channel'])
    this.#now()
    this.#end(led)
    return answer(order, 'Success', ['Message: Channel Hungup']) + this.#text()
  }

  /** Sends whoever is outside on to another telephone. */
  #redirect(order: AmiMessage): string {
    const led = this.#with(field(order, 'channel'))
    if (!led) return answer(order, 'Error', ['Message: Channel does not exist'])
    this.#now()
    this.#forget(led)
    const stays = [led.first, ...led.others].find(({ name }) => name === field(order, 'channel'))!
    const to = field(order, 'exten')
    for (const channel of [led.first, ...led.others])
      if (channel !== stays && channel.state !== 6) this.#asterisk.stopsRinging(stays, channel, 'CANCEL')
      else if (channel !== stays) this.#asterisk.blindTransfer(channel, stays, to)
    const next = this.#asterisk.rings(stays, to)
    const onward = this.#add(stays, [next])
    this.#later(onward, colleagueAfter, () => {
      this.#asterisk.answers(stays, next)
      this.#later(onward, colleagueTalks, () => this.#end(onward))
    })
    return answer(order, 'Success', ['Message: Redirect successful']) + this.#text()
  }

  /** The answer to CoreShowChannels: whoever is on the line. */
  #list(order: AmiMessage): string {
    this.#now()
    for (const { first, others } of this.#calls)
      for (const channel of [first, ...others])
        this.#asterisk.event('CoreShowChannel', {
          ActionID: field(order, 'actionid'),
          ...this.#asterisk.fields(channel),
          Application: channel === first ? 'Dial' : 'AppDial',
          Duration: '00:00:10',
          BridgeId: channel.bridge ?? '',
        })
    return this.#server.list(order, this.#text())
  }

  #giveUp(led: Led): void {
    for (const channel of led.others) this.#asterisk.stopsRinging(led.first, channel, 'CANCEL')
    this.#forget(led)
    this.#asterisk.hangsUp(led.first)
  }

  #end(led: Led): void {
    this.#forget(led)
    for (const channel of led.others)
      if (channel.state !== 6) this.#asterisk.stopsRinging(led.first, channel, 'CANCEL')
    this.#asterisk.hangsUp(led.first, ...led.others.filter(({ state }) => state === 6))
  }

  #add(first: Channel, others: Channel[]): Led {
    const led = { first, others, timers: new Set<NodeJS.Timeout>() }
    this.#calls.add(led)
    return led
  }

  #forget(led: Led): void {
    for (const timer of led.timers) clearTimeout(timer)
    this.#calls.delete(led)
  }

  #with(name: string): Led | undefined {
    return [...this.#calls].find(({ first, others }) => [first, ...others].some((one) => one.name === name))
  }

  #later(led: Led, seconds: number, then: () => void): void {
    const timer = setTimeout(
      () => {
        led.timers.delete(timer)
        this.#now()
        then()
        this.#say()
      },
      seconds * 1000 * this.#pace,
    )
    timer.unref()
    led.timers.add(timer)
  }

  #now(): void {
    this.#asterisk.at((Date.now() - this.#began) / 1000)
  }

  #text(): string {
    return this.#asterisk.said
      .splice(0)
      .map(({ text }) => text)
      .join('')
  }

  #say(): void {
    this.#server.say(this.#text())
  }
}
