import { onTestFinished } from 'vitest'
import { field } from '../../../bridges/pbx/ami/messages.ts'
import { PracticeAsterisk } from '../../../bridges/pbx/ami/practice.ts'
import { answer, PracticeServer } from '../../../bridges/pbx/ami/practiceServer.ts'

/** A recording as telephone exchanges play it, or one that they do not. */
export function wav(
  ms: number,
  { rate = 8000, channels = 1, bits = 16, kind = 1, missing = 0 } = {},
): Uint8Array<ArrayBuffer> {
  const length = Math.round((ms / 1000) * rate) * channels * (bits / 8)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(kind, 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE((rate * channels * bits) / 8, 28)
  head.writeUInt16LE((channels * bits) / 8, 32)
  head.writeUInt16LE(bits, 34)
  head.write('data', 36)
  head.writeUInt32LE(length, 40)
  return new Uint8Array(Buffer.concat([head, Buffer.alloc(Math.max(0, length - missing), 1)]))
}

/** What the people at the other end do: for how long they listen, or that they do not answer. */
export type Behaviour = 'BUSY' | 'NOANSWER' | 'rings' | number

/** A practice Asterisk on TCP that plays messages to people who behave as told. */
export async function playingExchange(behaviour: (number: string) => Behaviour) {
  const server = new PracticeServer()
  const port = await server.listen()
  onTestFinished(() => server.close())
  const practice = new PracticeAsterisk()
  const said = () =>
    practice.said
      .splice(0)
      .map(({ text }) => text)
      .join('')
  /** Numbers as they were called, one line for each call, and the channels that are on. */
  const called: string[] = []
  const files: string[] = []
  const on = new Map<string, { list: () => void; end: () => void }>()
  let most = 0
  server.answers.set('originate', (order) => {
    const id = field(order, 'channelid')
    const number = field(order, 'channel').replace(/^PJSIP\/(.*)@trunk$/, '$1')
    called.push(number)
    files.push(field(order, 'data'))
    const told = (response: string, reason: number) =>
      practice.event('OriginateResponse', {
        ActionID: field(order, 'actionid'),
        Response: response,
        Channel: field(order, 'channel'),
        Application: 'Playback',
        Data: field(order, 'data'),
        Exten: '',
        Reason: reason,
        Uniqueid: id,
      })
    const channel = practice.rings(null, number, { id })
    const end = (say: () => void) => {
      if (!on.delete(channel.name)) return
      say()
      server.say(said())
    }
    on.set(channel.name, {
      list: () =>
        practice.event('CoreShowChannel', {
          ...practice.fields(channel),
          Application: 'Playback',
          Duration: '00:00:01',
          BridgeId: '',
        }),
      end: () => end(() => practice.ends(channel)),
    })
    most = Math.max(most, on.size)
    const does = behaviour(number)
    if (typeof does === 'number')
      setTimeout(() => {
        if (!on.has(channel.name)) return
        practice.answers(null, channel)
        told('Success', 4)
        server.say(said())
        setTimeout(() => end(() => practice.hangsUp(channel)), does)
      }, 50)
    else if (does !== 'rings')
      setTimeout(
        () =>
          end(() => {
            practice.stopsRinging(null, channel, does, does === 'BUSY' ? 17 : 0)
            told('Failure', does === 'BUSY' ? 0 : 3)
          }),
        50,
      )
    return answer(order, 'Success', ['Message: Originate successfully queued']) + said()
  })
  server.answers.set('coreshowchannels', (order) => {
    for (const { list } of on.values()) list()
    return server.list(order, said())
  })
  server.answers.set('hangup', (order) => {
    setTimeout(() => on.get(field(order, 'channel'))?.end())
    return answer(order, 'Success', ['Message: Channel Hungup'])
  })
  return { port, called, files, on, most: () => most }
}
