import { describe, expect, it } from 'vitest'
import { office, talking } from './officeForTests.ts'
import type { PracticeAsterisk } from './practice.ts'

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
