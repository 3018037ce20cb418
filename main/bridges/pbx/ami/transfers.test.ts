import { describe, expect, it } from 'vitest'
import { office, talking } from './officeForTests.ts'

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

  it('ends the talk with whoever handed on, even while that telephone is not hung up', () => {
    const { pbx, calls } = office()
    const { customer, desk } = talking(pbx)
    pbx.at(8).blindTransfer(desk, customer, '103', { lingers: true })
    const next = pbx.rings(customer, '103')
    pbx.at(11).ends(desk)
    pbx.at(12).answers(customer, next)
    pbx.at(20).hangsUp(customer, next)
    expect(calls()).toMatchObject([{ transferredTo: ['103'], employee: '103', talkSeconds: 13 }])
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
