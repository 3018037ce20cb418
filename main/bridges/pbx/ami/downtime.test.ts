import { describe, expect, it } from 'vitest'
import { AmiCalls } from './calls.ts'
import { usualNaming } from './channel.ts'
import { messages } from './messages.ts'
import { office, talking } from './officeForTests.ts'
import { PracticeAsterisk } from './practice.ts'
import { replayAmi } from './recording.ts'

describe('an exchange that goes away', () => {
  it('cuts off, when it restarts', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(9).ends(customer)
    pbx.ends(desk)
    pbx.event('Shutdown', { Shutdown: 'Cleanly', Restart: 'True' })
    expect(calls()).toMatchObject([{ outcome: 'cut_off', answeredBy: '101', talkSeconds: 6 }])
  })

  it('cuts off, even where it says so only after a while; not who hung up before, nor a call nobody took', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    const other = pbx.at(4).comesIn('077111222', '023900102')
    const phone = pbx.rings(other, '102')
    pbx.at(6).answers(other, phone)
    pbx.at(8).hangsUp(other, phone)
    const third = pbx.comesIn('099888777', '023900103')
    pbx.stopsRinging(third, pbx.rings(third, '103'), 'NOANSWER')
    pbx.ends(third, 19)
    pbx.at(9).ends(customer)
    pbx.ends(desk)
    pbx.at(14).event('Shutdown', { Shutdown: 'Cleanly', Restart: 'True' })
    expect(calls().map((call) => call.outcome)).toEqual(['cut_off', 'answered', 'missed'])
  })

  it('leaves calls with an unknown end, when it dies; new calls under old channel names are new', () => {
    const pbx = new PracticeAsterisk(1_795_300_000)
    pbx.greets(1000)
    talking(pbx)
    pbx.at(7).event('PeerStatus', {})
    const first = pbx.connection()
    const again = new PracticeAsterisk(1_795_300_040)
    again.greets(2)
    const { customer, desk } = talking(again)
    again.at(9).hangsUp(customer, desk)
    expect(replayAmi([first, again.connection()])).toMatchObject([
      { outcome: 'unknown', answeredBy: '101', from: '012345678', talkSeconds: 4 },
      { outcome: 'answered', talkSeconds: 6 },
    ])
  })

  it('is not taken for gone where only the connection broke', () => {
    const pbx = new PracticeAsterisk()
    pbx.greets(1000)
    const { customer, desk } = talking(pbx)
    const first = pbx.connection()
    pbx.at(9).greets(1009)
    pbx.lists([
      { channel: customer, seconds: 8, application: 'Dial' },
      { channel: desk, seconds: 8, application: 'AppDial' },
    ])
    pbx.event('VarSet', { ...pbx.fields(customer), Variable: 'ANSWEREDTIME_MS', Value: 9000 })
    pbx.at(12).hangsUp(customer, desk)
    expect(replayAmi([first, pbx.connection()])).toMatchObject([
      { outcome: 'answered', answeredBy: '101', talkSeconds: 9, from: '012345678' },
    ])
  })

  it('tells by its own clock how long nobody listened', () => {
    const pbx = new PracticeAsterisk()
    pbx.greets(1000)
    const { customer, desk } = talking(pbx)
    const first = pbx.connection()
    pbx.at(30).greets(1030)
    pbx.at(40).hangsUp(customer, desk)
    expect(replayAmi([first, pbx.connection()])).toMatchObject([{ outcome: 'answered', talkSeconds: 37 }])
  })

  it('knows a call that was picked up while nobody listened', () => {
    const pbx = new PracticeAsterisk()
    pbx.greets(1000)
    const customer = pbx.at(1).comesIn('012345678', '023900101')
    const desk = pbx.rings(customer, '101')
    const first = pbx.connection()
    pbx.at(4).answers(customer, desk)
    pbx.said.length = 0
    pbx.at(9).greets(1009)
    pbx.lists([
      { channel: customer, seconds: 8, application: 'Dial' },
      { channel: desk, seconds: 8, application: 'AppDial' },
    ])
    pbx.at(12).event('VarSet', { ...pbx.fields(customer), Variable: 'ANSWEREDTIME_MS', Value: 8000 })
    pbx.hangsUp(customer, desk)
    expect(replayAmi([first, pbx.connection()])).toMatchObject([
      { outcome: 'answered', answeredBy: '101', talkSeconds: 8 },
    ])
  })

  it('is asked for its channels now and then; one that is missing twice has ended unseen', () => {
    const pbx = new PracticeAsterisk()
    const customer = pbx.at(1).comesIn('012345678', '023900101')
    const desk = pbx.rings(customer, '101')
    pbx.answers(customer, desk)
    const calls = new AmiCalls(usualNaming)
    const hear = (at: number) => {
      for (const { text } of pbx.said.splice(0))
        for (const message of messages().take(Buffer.from(text))) calls.hear(message, at)
      return calls.changes().at(-1)
    }
    hear(1000)
    calls.doubt(60_000)
    pbx.lists([])
    hear(60_000)
    calls.pass(70_000)
    expect(calls.open).toBe(1)
    calls.doubt(120_000)
    pbx.lists([])
    hear(120_000)
    calls.pass(130_000)
    expect(calls.changes().at(-1)).toMatchObject({ outcome: 'unknown', talkSeconds: 119 })
  })

  it('says unknown of a call that ended while nobody listened, and knows one that began', () => {
    const pbx = new PracticeAsterisk()
    pbx.greets(1000)
    talking(pbx)
    const first = pbx.connection()
    pbx.said.length = 0
    const other = pbx.at(7).comesIn('077111222', '023900102')
    const phone = pbx.rings(other, '102')
    pbx.said.length = 0
    pbx.at(9).greets(1009)
    pbx.lists([
      { channel: other, seconds: 2, application: 'Dial' },
      { channel: phone, seconds: 2, application: 'AppDial' },
    ])
    pbx.at(11).answers(other, phone)
    pbx.at(15).hangsUp(other, phone)
    expect(replayAmi([first, pbx.connection()])).toMatchObject([
      { outcome: 'unknown', from: '012345678' },
      { outcome: 'answered', from: '077111222', answeredBy: '102', talkSeconds: 4 },
    ])
  })
})

describe('the program stopped with calls on the line', () => {
  /** Ten calls, five of them answered, as they were told last before the program was killed. */
  function tenCalls() {
    const pbx = new PracticeAsterisk()
    pbx.greets(1000)
    const pairs = Array.from({ length: 10 }, (_, index) => {
      const line = pbx.at(1).comesIn(`01234567${index}`, '023900100')
      const desk = pbx.rings(line, String(101 + index))
      if (index < 5) pbx.at(3).answers(line, desk)
      return { line, desk }
    })
    const before = new AmiCalls(usualNaming)
    const framing = messages()
    for (const { seconds, text } of pbx.said.splice(0))
      for (const message of framing.take(Buffer.from(text))) before.hear(message, seconds * 1000)
    const last = new Map(before.changes().map((call) => [call.id, call]))
    return { pbx, pairs, known: [...last.values()] }
  }

  it('finds those still there, and closes the others as unknown, each once', () => {
    const { pbx, pairs, known } = tenCalls()
    expect(known).toHaveLength(10)
    const calls = new AmiCalls(usualNaming, known, 10_000)
    pbx.at(10).greets(1009)
    pbx.lists(
      pairs
        .filter((_, index) => index % 2 === 0)
        .flatMap(({ line, desk }) => [
          { channel: line, seconds: 9, application: 'Dial' },
          { channel: desk, seconds: 9, application: 'AppDial' },
        ]),
    )
    for (const [index, { line, desk }] of pairs.entries()) if (index % 2 === 0) pbx.at(13).hangsUp(line, desk)
    const framing = messages()
    for (const { seconds, text } of pbx.said)
      for (const message of framing.take(Buffer.from(text))) calls.hear(message, seconds * 1000)
    calls.finish(30_000)
    const ends = calls.changes().filter((call) => call.outcome !== null)
    expect(ends.map((call) => call.id).sort()).toEqual(known.map((call) => call.id).sort())
    const talked = ends.filter((call) => call.outcome === 'answered')
    expect(talked.map((call) => call.from).sort()).toEqual(['012345670', '012345672', '012345674'])
    expect(talked.map((call) => call.talkSeconds)).toEqual([10, 10, 10])
    expect(ends.filter((call) => call.outcome === 'missed')).toHaveLength(2)
    expect(ends.filter((call) => call.outcome === 'unknown')).toHaveLength(5)
  })
})
