import { describe, expect, it } from 'vitest'
import { AmiCalls } from './calls.ts'
import { usualNaming } from './channel.ts'
import { messages } from './messages.ts'
import { PracticeAsterisk } from './practice.ts'
import { replayAmi } from './recording.ts'

/** A practice exchange, and the calls that come of what it said on one connection. */
function office(epoch?: number) {
  const pbx = new PracticeAsterisk(epoch)
  pbx.greets(100)
  return { pbx, calls: () => replayAmi([pbx.connection()]) }
}

/** A customer calls 101, who answers after two seconds. */
function talking(pbx: PracticeAsterisk) {
  const customer = pbx.at(1).comesIn('012345678', '023900101')
  const desk = pbx.rings(customer, '101')
  pbx.at(3).answers(customer, desk)
  return { customer, desk }
}

describe('transfer without asking', () => {
  it('is one call, and the time it rings at the next telephone is no talk', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(8).blindTransfer(desk, customer, '103')
    const next = pbx.rings(customer, '103')
    pbx.at(12).answers(customer, next)
    pbx.at(20).hangsUp(customer, next)
    expect(calls()).toMatchObject([
      {
        direction: 'incoming',
        from: '012345678',
        to: '023900101',
        rang: ['101', '103'],
        answeredBy: '101',
        employee: '103',
        transferredTo: ['103'],
        outcome: 'answered',
        waitSeconds: 2,
        talkSeconds: 13,
      },
    ])
  })

  it('to a telephone that nobody answers is still a transfer', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(8).blindTransfer(desk, customer, '103')
    const next = pbx.rings(customer, '103')
    pbx.at(23).stopsRinging(customer, next, 'NOANSWER')
    pbx.ends(customer, 19)
    expect(calls()).toMatchObject([
      { answeredBy: '101', employee: '101', transferredTo: ['103'], outcome: 'answered', talkSeconds: 5 },
    ])
  })

  it('to a group names who took the call over', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(8).blindTransfer(desk, customer, '600')
    const [b, c] = [pbx.rings(customer, '102'), pbx.rings(customer, '103')]
    pbx.at(10).answers(customer, c)
    pbx.stopsRinging(customer, b, 'CANCEL')
    pbx.at(15).hangsUp(customer, c)
    expect(calls()).toMatchObject([{ transferredTo: ['103'], employee: '103', talkSeconds: 10 }])
  })

  it('of the customer whom an employee had called', () => {
    const { pbx, calls } = office()
    const desk = pbx.at(1).dials('102', '012345678')
    const customer = pbx.rings(desk, '012345678')
    pbx.at(4).answers(desk, customer)
    pbx.at(9).blindTransfer(desk, customer, '103')
    const next = pbx.rings(customer, '103')
    pbx.at(11).answers(customer, next)
    pbx.at(16).hangsUp(next, customer)
    expect(calls()).toMatchObject([
      {
        direction: 'outgoing',
        from: '102',
        to: '012345678',
        answeredBy: '012345678',
        employee: '103',
        transferredTo: ['103'],
        outcome: 'answered',
        talkSeconds: 10,
      },
    ])
  })

  it('by the program (Redirect) has no event of its own', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(8).leaves(customer)
    const next = pbx.rings(customer, '103')
    pbx.ends(desk)
    pbx.at(10).answers(customer, next)
    pbx.at(14).hangsUp(customer, next)
    expect(calls()).toMatchObject([{ transferredTo: ['103'], talkSeconds: 9, answeredBy: '101' }])
  })
})

describe('transfer after asking', () => {
  it('joins the question to the customer’s call', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    const second = pbx.at(6).dials('101', '103')
    const colleague = pbx.rings(second, '103')
    pbx.at(8).answers(second, colleague)
    pbx.at(11).attendedTransfer(desk, second, customer, colleague)
    pbx.at(20).hangsUp(colleague, customer)
    expect(calls()).toMatchObject([
      {
        direction: 'incoming',
        from: '012345678',
        answeredBy: '101',
        employee: '103',
        rang: ['101', '103'],
        transferredTo: ['103'],
        outcome: 'answered',
        talkSeconds: 17,
      },
    ])
  })

  it('that never happens leaves two calls: the customer’s and the question', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    const second = pbx.at(6).dials('101', '103')
    const colleague = pbx.rings(second, '103')
    pbx.at(8).stopsRinging(second, colleague, 'NOANSWER', 21)
    pbx.ends(second)
    pbx.at(12).hangsUp(customer, desk)
    expect(calls()).toMatchObject([
      { direction: 'incoming', transferredTo: [], talkSeconds: 9 },
      { direction: 'internal', from: '101', to: '103', outcome: 'declined' },
    ])
  })

  it('by the exchange’s own code (*2) runs over a local channel of the same call', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(6).leaves(desk)
    const local = (end: 1 | 2, state: number) => ({
      Channel: `Local/103@office-00000001;${end}`,
      ChannelState: state,
      Context: 'office',
      Exten: '103',
      Uniqueid: `local.${end}`,
      Linkedid: customer.linked,
    })
    pbx.event('Newchannel', local(1, 0))
    pbx.event('Newchannel', local(2, 4))
    const colleague = pbx.rings({ ...customer, name: 'Local/103@office-00000001;2', id: 'local.2' }, '103')
    pbx.at(8).answers(null, colleague)
    pbx.joins(colleague)
    const transferer = pbx.fields(desk)
    const prefixed = (prefix: string) =>
      Object.fromEntries(Object.entries(transferer).map(([key, value]) => [prefix + key, value]))
    pbx.at(10).event('AttendedTransfer', {
      Result: 'Success',
      ...prefixed('OrigTransferer'),
      ...prefixed('SecondTransferer'),
      DestType: 'Bridge',
      TransferTargetChannel: 'Local/103@office-00000001;1',
      TransferTargetUniqueid: 'local.1',
      TransferTargetLinkedid: customer.linked,
    })
    pbx.ends(desk)
    pbx.event('Hangup', { ...local(1, 6), Cause: 16 })
    pbx.event('Hangup', { ...local(2, 6), Cause: 16 })
    pbx.enters(colleague, customer.bridge ?? '')
    pbx.at(15).hangsUp(customer, colleague)
    expect(calls()).toMatchObject([
      { answeredBy: '101', transferredTo: ['103'], employee: '103', outcome: 'answered', talkSeconds: 12 },
    ])
  })

  it('of a customer to somebody outside', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    const second = pbx.at(6).dials('101', '077111222')
    const expert = pbx.rings(second, '077111222')
    pbx.at(8).answers(second, expert)
    pbx.at(11).attendedTransfer(desk, second, customer, expert)
    pbx.at(20).hangsUp(expert, customer)
    expect(calls()).toMatchObject([
      { direction: 'incoming', answeredBy: '101', transferredTo: ['077111222'], outcome: 'answered' },
    ])
  })

  it('of a call that the colleague’s question came before keeps the customer’s call', () => {
    const { pbx, calls } = office()
    const question = pbx.at(0).dials('101', '103')
    const colleague = pbx.rings(question, '103')
    pbx.at(1).answers(question, colleague)
    const customer = pbx.at(2).comesIn('012345678', '023900101')
    const desk = pbx.rings(customer, '101')
    pbx.at(4).answers(customer, desk)
    pbx.at(6).attendedTransfer(desk, question, customer, colleague)
    pbx.at(10).hangsUp(customer, colleague)
    expect(calls()).toMatchObject([
      { direction: 'incoming', from: '012345678', answeredBy: '101', transferredTo: ['103'], talkSeconds: 6 },
    ])
  })
})

describe('queues, groups and colleagues', () => {
  const queued = (pbx: PracticeAsterisk) => {
    const customer = pbx.at(1).comesIn('012345678', '023900200')
    customer.state = 6
    pbx.event('Newstate', pbx.fields(customer))
    pbx.event('QueueCallerJoin', { ...pbx.fields(customer), Queue: 'support', Position: 1, Count: 1 })
    return customer
  }

  it('knows a caller who leaves the queue', () => {
    const { pbx, calls } = office()
    const customer = queued(pbx)
    const a = pbx.rings(customer, '102')
    pbx.at(9).event('HangupRequest', { ...pbx.fields(customer), Cause: 16 })
    pbx.event('QueueCallerAbandon', { ...pbx.fields(customer), Queue: 'support', HoldTime: 8 })
    pbx.event('QueueCallerLeave', { ...pbx.fields(customer), Queue: 'support' })
    pbx.stopsRinging(customer, a, 'CANCEL')
    pbx.ends(customer)
    expect(calls()).toMatchObject([
      { outcome: 'abandoned', answeredBy: null, rang: ['102'], waitSeconds: 8, talkSeconds: 0 },
    ])
  })

  it('knows it without the events of queues too', () => {
    const { pbx, calls } = office()
    const customer = pbx.at(1).comesIn('012345678', '023900200')
    pbx.event('Newexten', { ...pbx.fields(customer), Application: 'Queue', AppData: 'support,t,,,60' })
    const a = pbx.rings(customer, '102')
    pbx.at(9).event('HangupRequest', { ...pbx.fields(customer), Cause: 16 })
    pbx.stopsRinging(customer, a, 'CANCEL')
    pbx.ends(customer)
    expect(calls()).toMatchObject([{ outcome: 'abandoned' }])
  })

  it('follows a call that was parked and taken up elsewhere', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(6).blindTransfer(desk, customer, '700')
    pbx.enters(customer, 'parking-lot', 'holding')
    const other = pbx.comesIn('077111222', '023900102')
    pbx.enters(other, 'parking-lot', 'holding')
    const colleague = pbx.at(10).dials('103', '701')
    pbx.joins(customer, colleague)
    pbx.at(15).hangsUp(customer, colleague)
    pbx.hangsUp(other)
    expect(calls()).toMatchObject([
      { from: '012345678', answeredBy: '101', transferredTo: ['103'], employee: '103', talkSeconds: 8 },
      { from: '077111222', outcome: 'missed' },
    ])
  })

  it('knows that a queue gave up', () => {
    const { pbx, calls } = office()
    const customer = queued(pbx)
    pbx.at(61).event('QueueCallerLeave', { ...pbx.fields(customer), Queue: 'support' })
    pbx.ends(customer)
    expect(calls()).toMatchObject([{ outcome: 'missed' }])
  })

  it('names the colleague who picked up a call that rang elsewhere', () => {
    const { pbx, calls } = office()
    const customer = pbx.at(1).comesIn('012345678', '023900101')
    const desk = pbx.rings(customer, '101')
    const colleague = pbx.at(3).dials('103', '*8')
    const prefixed = Object.fromEntries(
      Object.entries(pbx.fields(desk)).map(([key, value]) => [`Target${key}`, value]),
    )
    pbx.event('Pickup', { ...pbx.fields(colleague), ...prefixed })
    pbx.event('Rename', { ...pbx.fields(desk), Newname: 'PJSIP/103-000000aa' })
    pbx.ends(colleague)
    pbx.answers(customer, desk)
    pbx.at(8).hangsUp(customer, desk)
    expect(calls()).toMatchObject([
      { answeredBy: '103', rang: ['101', '103'], employee: '103', outcome: 'answered', talkSeconds: 5 },
    ])
  })

  it('takes two telephones picked up at once for one answer', () => {
    const { pbx, calls } = office()
    const customer = pbx.at(1).comesIn('012345678', '023900100')
    const [a, b] = [pbx.rings(customer, '101'), pbx.rings(customer, '102')]
    a.state = 6
    pbx.at(3).event('Newstate', pbx.fields(a))
    pbx.answers(customer, b)
    pbx.stopsRinging(customer, a, 'CANCEL')
    pbx.at(7).hangsUp(customer, b)
    expect(calls()).toMatchObject([{ answeredBy: '102', rang: ['101', '102'], talkSeconds: 4 }])
  })

  it('does not join the calls of a conference', () => {
    const { pbx, calls } = office()
    const a = pbx.at(1).comesIn('012345678', '023900300')
    const b = pbx.at(2).comesIn('077111222', '023900300')
    pbx.enters(a, 'conference', 'base')
    pbx.enters(b, 'conference', 'base')
    b.linked = a.linked
    pbx.event('NewConnectedLine', pbx.fields(b))
    pbx.at(9).hangsUp(a)
    pbx.hangsUp(b)
    expect(calls().map((call) => call.from)).toEqual(['012345678', '077111222'])
  })

  it('tells of no call where an employee listens to the voicemail box', () => {
    const { pbx, calls } = office()
    const desk = pbx.at(1).dials('101', '*97')
    pbx.event('Newexten', { ...pbx.fields(desk), Application: 'VoiceMailMain', AppData: '101@office' })
    pbx.at(9).hangsUp(desk)
    expect(calls()).toEqual([])
  })

  it('tells of a colleague whose telephone is not there', () => {
    const { pbx, calls } = office()
    const desk = pbx.at(1).dials('101', '103')
    pbx.event('Newexten', { ...pbx.fields(desk), Application: 'Dial', AppData: 'PJSIP/103,15' })
    pbx.ends(desk, 20)
    expect(calls()).toMatchObject([{ direction: 'internal', from: '101', to: '103', outcome: 'missed' }])
  })

  it('keeps fifty calls apart that come at once', () => {
    const { pbx, calls } = office()
    const lines = Array.from({ length: 50 }, (_, index) =>
      pbx.at(1).comesIn(`0123450${index + 10}`, '023900100'),
    )
    const desks = lines.map((line, index) => pbx.rings(line, String(101 + (index % 9))))
    for (const [index, line] of lines.entries()) {
      pbx.at(2 + index / 100)
      const desk = desks[index]
      if (desk && index % 2 === 0) pbx.answers(line, desk)
    }
    for (const [index, line] of lines.entries()) {
      const desk = desks[index]
      if (!desk) continue
      pbx.at(5)
      if (index % 2 === 0) pbx.hangsUp(line, desk)
      else {
        pbx.event('HangupRequest', { ...pbx.fields(line), Cause: 127 })
        pbx.stopsRinging(line, desk, 'CANCEL')
        pbx.ends(line)
      }
    }
    const made = calls()
    expect(made).toHaveLength(50)
    expect(made.filter((call) => call.outcome === 'answered')).toHaveLength(25)
    expect(made.filter((call) => call.outcome === 'missed')).toHaveLength(25)
    expect(new Set(made.map((call) => call.from)).size).toBe(50)
  })
})

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
