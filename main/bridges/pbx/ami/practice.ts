/**
 * A practice Asterisk: says what Asterisk 22 says, in its order and spelling, of calls that are led by hand. For
 * scenarios of which there is no recording, and for the practice exchange.
 */
interface PracticeChannel {
  readonly name: string
  readonly id: string
  linked: string
  state: number
  number: string
  context: string
  exten: string
  bridge: string | null
}

type Fields = Readonly<Record<string, string | number>>

export class PracticeAsterisk {
  /** What was said, and when (seconds). */
  readonly said: { seconds: number; text: string }[] = []
  #seconds = 0
  #count = 0
  #bridges = 0
  readonly #epoch: number
  readonly #sizes = new Map<string, number>()

  constructor(epoch = 1_795_300_000) {
    this.#epoch = epoch
  }

  /** Lets time go by until this second. */
  at(seconds: number): this {
    this.#seconds = seconds
    return this
  }

  /** What a client hears that logs in now: banner, answer, and that the exchange is up since `uptime` seconds. */
  greets(uptime: number, actionId = 'login-1'): void {
    this.#say(
      `Asterisk Call Manager/11.0.0\r\nResponse: Success\r\nActionID: ${actionId}\r\nMessage: Authentication accepted\r\n\r\n`,
    )
    this.event('FullyBooted', { Uptime: uptime, LastReload: uptime, Status: 'Fully Booted' })
  }

  event(name: string, fields: Fields): void {
    const rows = Object.entries({ Event: name, Privilege: 'call,all', ...fields })
    this.#say(`${rows.map(([key, value]) => `${key}: ${value}`).join('\r\n')}\r\n\r\n`)
  }

  /** A call comes in over the line. */
  comesIn(number: string, exten: string, line = 'trunk'): PracticeChannel {
    return this.#appears(`PJSIP/${line}`, { state: 4, number, exten, context: 'trunk-in' })
  }

  /** A telephone of the office dials. */
  dials(extension: string, exten: string): PracticeChannel {
    return this.#appears(`PJSIP/${extension}`, { state: 4, number: extension, exten, context: 'office' })
  }

  /** The exchange rings a telephone or a number outside, for a channel or on its own (Originate). */
  rings(
    from: PracticeChannel | null,
    who: string,
    { id, ringing = true }: { id?: string; ringing?: boolean } = {},
  ) {
    const outside = who.length > 5
    const channel = this.#appears(outside ? 'PJSIP/trunk' : `PJSIP/${who}`, {
      state: 0,
      number: outside ? '<unknown>' : who,
      exten: 's',
      context: outside ? 'trunk-in' : 'office',
      ...(from ? { linked: from.linked } : {}),
      ...(id === undefined ? {} : { id }),
    })
    this.#dial('DialBegin', from, channel, { DialString: outside ? `${who}@trunk` : who })
    if (ringing) {
      channel.state = 5
      this.event('Newstate', this.#fields(channel))
      this.#dial('DialState', from, channel, { DialStatus: 'RINGING' })
    }
    return channel
  }

  /** A called telephone is picked up and joined to whom it was rung for. */
  answers(from: PracticeChannel | null, channel: PracticeChannel): void {
    channel.state = 6
    this.event('Newstate', this.#fields(channel))
    this.#dial('DialEnd', from, channel, { DialStatus: 'ANSWER' })
    if (!from) return
    if (from.state !== 6) {
      from.state = 6
      this.event('Newstate', this.#fields(from))
    }
    this.joins(channel, from)
  }

  /** The exchange stops ringing a telephone, or it says no (`BUSY`, `NOANSWER` with a cause of its own). */
  stopsRinging(from: PracticeChannel | null, channel: PracticeChannel, status: string, cause = 0): void {
    if (cause !== 0) this.event('HangupRequest', { ...this.#fields(channel), Cause: cause })
    this.#dial('DialEnd', from, channel, { DialStatus: status })
    this.ends(channel, cause === 0 ? 26 : cause)
  }

  /** Puts channels into a bridge of their own. */
  joins(...channels: readonly PracticeChannel[]): string {
    const bridge = `bridge-${this.#epoch}-${this.#bridges++}`
    for (const channel of channels) this.enters(channel, bridge)
    return bridge
  }

  enters(channel: PracticeChannel, bridge: string, type = 'basic'): void {
    if (channel.bridge !== null) this.leaves(channel)
    channel.bridge = bridge
    this.#sizes.set(bridge, (this.#sizes.get(bridge) ?? 0) + 1)
    this.event('BridgeEnter', { ...this.#bridgeFields(bridge, type), ...this.#fields(channel) })
  }

  leaves(channel: PracticeChannel): void {
    const { bridge } = channel
    if (bridge === null) return
    channel.bridge = null
    this.#sizes.set(bridge, (this.#sizes.get(bridge) ?? 1) - 1)
    this.event('BridgeLeave', { ...this.#bridgeFields(bridge, 'basic'), ...this.#fields(channel) })
  }

  /** Somebody puts down the receiver; the exchange ends the others. */
  hangsUp(channel: PracticeChannel, ...others: readonly PracticeChannel[]): void {
    this.event('HangupRequest', { ...this.#fields(channel), Cause: 16 })
    for (const each of [channel, ...others]) this.ends(each)
  }

  /** A channel is gone. */
  ends(channel: PracticeChannel, cause = 16): void {
    this.leaves(channel)
    this.event('Hangup', { ...this.#fields(channel), Cause: cause, 'Cause-txt': 'Normal Clearing' })
  }

  /** Transfer without asking (REFER, or ## of the exchange). A telephone that `lingers` hangs up later. */
  blindTransfer(by: PracticeChannel, other: PracticeChannel, exten: string, { lingers = false } = {}): void {
    this.event('BlindTransfer', {
      Result: 'Success',
      ...this.#fields(by, 'Transferer'),
      ...this.#fields(other, 'Transferee'),
      ...this.#bridgeFields(by.bridge ?? '', 'basic'),
      IsExternal: 'Yes',
      Context: 'office',
      Extension: exten,
    })
    this.leaves(other)
    other.exten = exten
    this.event('Newexten', {
      ...this.#fields(other),
      Extension: exten,
      Application: 'Dial',
      AppData: `PJSIP/${exten},15,tT`,
    })
    if (!lingers) this.ends(by)
  }

  /** Transfer after asking on a second channel (REFER with Replaces): the colleague moves to the customer. */
  attendedTransfer(
    first: PracticeChannel,
    second: PracticeChannel,
    other: PracticeChannel,
    target: PracticeChannel,
  ): void {
    const bridge = other.bridge ?? ''
    this.leaves(target)
    target.linked = other.linked
    this.enters(target, bridge)
    this.event('AttendedTransfer', {
      Result: 'Success',
      ...this.#fields(first, 'OrigTransferer'),
      OrigBridgeUniqueid: bridge,
      ...this.#fields(second, 'SecondTransferer'),
      SecondBridgeUniqueid: second.bridge ?? '',
      DestType: 'Bridge',
      DestBridgeUniqueid: bridge,
      ...this.#fields(other, 'Transferee'),
      ...this.#fields(target, 'TransferTarget'),
    })
    this.ends(first)
    this.ends(second)
  }

  /** The answer to CoreShowChannels. */
  lists(channels: readonly { channel: PracticeChannel; seconds: number; application: string }[]): void {
    this.#say(
      'Response: Success\r\nActionID: list-1\r\nEventList: start\r\nMessage: Channels will follow\r\n\r\n',
    )
    for (const { channel, seconds, application } of channels)
      this.event('CoreShowChannel', {
        ...this.#fields(channel),
        Application: application,
        Duration: new Date(seconds * 1000).toISOString().slice(11, 19),
        BridgeId: channel.bridge ?? '',
      })
    this.event('CoreShowChannelsComplete', { EventList: 'Complete', ListItems: channels.length })
  }

  fields(channel: PracticeChannel): Fields {
    return this.#fields(channel)
  }

  /** All that was said from here on, and forgets it: one connection. */
  connection(): { pieces: { seconds: number; bytes: Uint8Array }[] } {
    const opened = this.said[0]?.seconds ?? 0
    return {
      pieces: this.said
        .splice(0)
        .map(({ seconds, text }) => ({ seconds: seconds - opened, bytes: Buffer.from(text) })),
    }
  }

  #appears(
    peer: string,
    of: { state: number; number: string; exten: string; context: string; linked?: string; id?: string },
  ): PracticeChannel {
    const count = this.#count++
    const id = of.id ?? `${this.#epoch + Math.floor(this.#seconds)}.${count}`
    const channel: PracticeChannel = {
      name: `${peer}-${count.toString(16).padStart(8, '0')}`,
      id,
      linked: of.linked ?? id,
      state: of.state,
      number: of.number,
      context: of.context,
      exten: of.exten,
      bridge: null,
    }
    this.event('Newchannel', this.#fields(channel))
    return channel
  }

  #dial(name: string, from: PracticeChannel | null, dest: PracticeChannel, more: Fields): void {
    this.event(name, { ...(from ? this.#fields(from) : {}), ...this.#fields(dest, 'Dest'), ...more })
  }

  #fields(channel: PracticeChannel, prefix = ''): Fields {
    return {
      [`${prefix}Channel`]: channel.name,
      [`${prefix}ChannelState`]: channel.state,
      [`${prefix}CallerIDNum`]: channel.number,
      [`${prefix}CallerIDName`]: '<unknown>',
      [`${prefix}Context`]: channel.context,
      [`${prefix}Exten`]: channel.exten,
      [`${prefix}Uniqueid`]: channel.id,
      [`${prefix}Linkedid`]: channel.linked,
    }
  }

  #bridgeFields(bridge: string, type: string): Fields {
    return {
      BridgeUniqueid: bridge,
      BridgeType: type,
      BridgeNumChannels: this.#sizes.get(bridge) ?? 0,
    }
  }

  #say(text: string): void {
    this.said.push({ seconds: this.#seconds, text })
  }
}
