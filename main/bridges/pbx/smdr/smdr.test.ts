import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SmdrCalls } from './calls.ts'
import { checkFormat, readyFormat, readyFormats, type SmdrFormat } from './formats.ts'
import { compilePattern, PatternProblem } from './pattern.ts'
import { replaySmdr } from './recording.ts'

const format = (id: string) => readyFormat(id) as SmdrFormat
const calls = (id: string, text: string) => replaySmdr(format(id), Buffer.from(text))
const local = (text: string) => new Date(text).getTime()

const panasonicPage = `
  Date     Time    Ext CO        Dial Number        Ring Duration  Acc code  CD
--------------------------------------------------------------------------------
01/02/26 10:03AM  1200 01 <I>85512345678             5'15 00:00'00
01/02/26 10:15AM  1200 01 012345678                       00:01'05 9876543210
01/02/26 10:30AM  *123 01 012345678                       00:01'05
01/02/26 01:07PM  1234 01 <I>ABC COMPANY12345678     0'05 00:01'05
01/02/26 01:17PM  1234 01 <D>CDE9876<I>Q COMPANY     0'05 00:01'05
01/02/26 01:27PM  1234 01 123..............               00:01'05
01/02/26 08:33AM  1234    LOG IN
01/02/26 03:35PM  1234    In the office
01/02/26 03:45PM  1234    EXT1235                         00:12'05
`

describe('Panasonic', () => {
  it('reads a page as it is printed', () => {
    expect(calls('panasonic', panasonicPage)).toMatchObject([
      {
        direction: 'incoming',
        from: '85512345678',
        rang: ['1200'],
        answeredBy: null,
        outcome: 'missed',
        waitSeconds: 315,
        talkSeconds: 0,
        endedAt: local('2026-01-02T10:03'),
      },
      { direction: 'outgoing', from: '1200', to: '012345678', outcome: 'answered', talkSeconds: 65 },
      { direction: 'outgoing', from: '*123', to: '012345678' },
      {
        direction: 'incoming',
        from: '12345678',
        fromName: 'ABC COMPANY',
        answeredBy: '1234',
        waitSeconds: 5,
      },
      { direction: 'incoming', from: '', fromName: 'Q COMPANY', to: '9876', answeredBy: '1234' },
      { direction: 'outgoing', from: '1234', to: '', talkSeconds: 65 },
      { direction: 'internal', from: '1234', to: '1235', talkSeconds: 725, outcome: 'answered' },
    ])
  })

  it('reads day before month where that is the setting, and twenty-four hours', () => {
    const dayFirst = { ...format('panasonic'), dateOrder: 'DMY' as const }
    const [call] = replaySmdr(dayFirst, Buffer.from("25/11/26 14:02  101 01 012345678   00:00'10\r\n"))
    expect(call?.endedAt).toBe(local('2026-11-25T14:02'))
  })

  it('joins the parts of a call that was handed over', () => {
    const text = [
      "01/02/26 10:05AM  101 02 <I>012345678    0'05 00:02'00            TR",
      "01/02/26 10:15AM  103 02 <I>012345678    0'10 00:09'30",
      "01/02/26 10:16AM  101 03 <I>077111222    0'05 00:00'20",
    ].join('\r')
    expect(calls('panasonic', text)).toMatchObject([
      { from: '012345678', answeredBy: '101', transferredTo: ['103'], employee: '103', talkSeconds: 690 },
      { from: '077111222', answeredBy: '101', transferredTo: [] },
    ])
  })

  it('shows a call that rings now, once', () => {
    const smdr = new SmdrCalls(format('panasonic'))
    const at = local('2026-01-02T10:03:20')
    smdr.take("01/02/26 10:03AM  101 01 <I>012345678   0'00 00:00'00            RC", at, true)
    const [ringing] = smdr.changes()
    expect(ringing).toMatchObject({ ringing: ['101'], outcome: null, from: '012345678' })
    smdr.take("01/02/26 10:03AM  101 01 <I>012345678   0'04 00:00'00            AN", at + 4000, true)
    expect(smdr.changes()).toMatchObject([{ id: ringing?.id, ringing: [], talking: ['101'], outcome: null }])
    smdr.take("01/02/26 10:04AM  101 01 <I>012345678   0'04 00:00'40", at + 44_000, true)
    expect(smdr.changes()).toMatchObject([
      { id: ringing?.id, outcome: 'answered', talkSeconds: 40, endedAt: at + 44_000, startedAt: at },
    ])
  })

  it('does not take a line that waited in the exchange for a call of now', () => {
    const smdr = new SmdrCalls(format('panasonic'))
    smdr.take("01/02/26 10:03AM  101 01 <I>012345678   0'04 00:00'40", local('2026-01-03T08:00'), true)
    expect(smdr.changes()).toMatchObject([{ endedAt: local('2026-01-02T10:03') }])
  })

  it('counts a line that is sent again after a break once, and two calls that look the same twice', () => {
    const smdr = new SmdrCalls(format('panasonic'))
    const line = "01/02/26 10:03AM  101 01 <I>012345678   0'04 00:00'40"
    const at = local('2026-01-02T10:03')
    smdr.connected()
    smdr.take(line, at, true)
    smdr.take(line, at, true)
    smdr.connected()
    smdr.take(line, at + 60_000, true)
    expect(new Set(smdr.changes().map((call) => call.id)).size).toBe(2)
  })
})

describe('Avaya IP Office', () => {
  it('reads its basic records', () => {
    const text = [
      '2008/06/28 09:28:41,00:00:00,9,8004206,I,4324,4324,,0,1000014155,0,E4324,Joe Bloggs,T9161,LINE 5.1,0,0,,,,,,,,,,,,,',
      '2008/08/01 15:14:19,00:00:05,7,01707299900,I,403,390664,,0,1000013,0,E403,Extn403,T9001,Line 1.2,0,0,,,,,,,,,,,,,,',
      '2008/08/01 16:14:19,00:00:26,3,203,O,01707392200,901707392200,,0,1000014,0,E203,Extn203,T9001,Line 1.1,0,0,,,,,,,,,,,,,',
      '2008/08/01 17:27:44,00:00:44,4,4688,O,4207,4207,,1,1000013898,0,E4688,Joe Bloggs,E4207,John Smith,0,0,,,,,,,,,,,,,',
    ].join('\r\n')
    expect(calls('avaya', text)).toMatchObject([
      { direction: 'incoming', from: '8004206', rang: ['4324'], outcome: 'missed', waitSeconds: 9 },
      { direction: 'incoming', from: '01707299900', answeredBy: '403', talkSeconds: 5, waitSeconds: 7 },
      { direction: 'outgoing', from: '203', to: '01707392200', answeredBy: '01707392200', talkSeconds: 26 },
      { direction: 'internal', from: '4688', to: '4207', answeredBy: '4207', talkSeconds: 44 },
    ])
  })

  it('follows a call through its records, to a colleague or to voicemail', () => {
    const text = [
      '2008/06/28 09:30:57,00:00:13,7,01707392200,I,299999,299999,,0,14160,1,E4750,John Smith,T9002,LINE 1.2,11,0,,',
      '2008/06/28 09:30:57,00:00:21,4,01707392200,I,299999,299999,,0,14160,0,E4751,Ann Lee,T9002,LINE 1.2,0,0,,',
      '2008/06/28 10:30:57,00:00:00,20,01707392201,I,299999,299999,,0,14161,1,E4750,John Smith,T9002,LINE 1.2,0,0,,',
      '2008/06/28 10:30:57,00:00:21,0,01707392201,I,299999,299999,,0,14161,0,V9502,VM Channel 2,T9002,LINE 1.2,0,0,,',
    ].join('\r\n')
    expect(calls('avaya', text)).toMatchObject([
      { answeredBy: '4750', transferredTo: ['4751'], employee: '4751', talkSeconds: 34, outcome: 'answered' },
      { answeredBy: null, outcome: 'voicemail', talkSeconds: 0, rang: ['4750'] },
    ])
  })
})

describe('NEC and Samsung', () => {
  it('reads a NEC report', () => {
    const text = `
CLASS TIME  DATE  LINE DURATION STATION    DIALLED No./CLI      ACCOUNT
POT   10:51 12/09 002  00:00:10 2001       2142623801           08754
PIN   10:52 12/09 001  00:00:20 2017       2142623802           NECinfrontia Corp.
NEXT  NECinfrontia Corp.
PIN   10:53 12/09 002  2142623801           NO ANSWER
PIN   11:00 12/09 003  00:01:00 2001       2142623809
PTRS  11:01 12/09 003  00:04:30 2005       2142623809
ALB   11:06 1
`
    expect(calls('nec', text)).toMatchObject([
      { direction: 'outgoing', from: '2001', to: '2142623801', talkSeconds: 10 },
      { direction: 'incoming', from: '2142623802', fromName: 'NECinfrontia Corp.', answeredBy: '2017' },
      { direction: 'incoming', from: '2142623801', outcome: 'missed', answeredBy: null },
      {
        direction: 'incoming',
        from: '2142623809',
        answeredBy: '2001',
        transferredTo: ['2005'],
        talkSeconds: 330,
      },
    ])
  })

  it('reads a Samsung report', () => {
    const text = `
 EXT AUTH TRK MM/DD STT.TIME DURATION FG DIALED DIGIT
 201      701 01/02 17:15:13 00:00:28 IT 13054264100 SAMSUNG TELECOM
 205      701 01/02 17:15:41 00:00:02 T  13054264100 SAMSUNG TELECOM
 203      702 01/02 17:27:13 00:00:20 O  4264385
          701 01/02 17:41:45 00:00:30 A  13055553426 TERRY PRUITT
`
    expect(calls('samsung', text)).toMatchObject([
      {
        from: '13054264100',
        fromName: 'SAMSUNG TELECOM',
        answeredBy: '201',
        transferredTo: ['205'],
        talkSeconds: 30,
      },
      { direction: 'outgoing', from: '203', to: '4264385', talkSeconds: 20 },
      { direction: 'incoming', from: '13055553426', outcome: 'missed', talkSeconds: 0 },
    ])
  })
})

describe('a format of one’s own', () => {
  const own: SmdrFormat = {
    ...format('samsung'),
    id: 'own',
    patterns: ['{extension};{line};{date};{time};{duration};{class};{number}'],
    dateOrder: 'DMY',
    words: { OUT: { direction: 'outgoing' }, IN: { direction: 'incoming' } },
  }

  it('is a pattern and the words that it uses', () => {
    checkFormat(own)
    expect(
      replaySmdr(own, Buffer.from('101;2;24/11/26;09:05:00;00:00:42;IN;+85512345678;more\n')),
    ).toMatchObject([
      {
        direction: 'incoming',
        from: '+85512345678',
        answeredBy: '101',
        startedAt: local('2026-11-24T09:05'),
      },
    ])
  })

  it('can have columns of a fixed width', () => {
    const read = compilePattern('{date:8} {time:5} {extension:5}{number:12} {duration}')
    expect(read("24/11/26 09:05   101Sok Dara     00:00'42")).toEqual({
      date: '24/11/26',
      time: '09:05',
      extension: '101',
      number: 'Sok Dara',
      duration: "00:00'42",
    })
  })

  it.each([
    ['', 'empty'],
    ['{dat} {time}', 'unknown_field'],
    ['{time} {time}', 'twice'],
    ['{time} [{line}', 'not_closed'],
    ['{time} {duration', 'not_closed'],
  ])('says what is wrong with %j', (pattern, fault) => {
    expect(() => compilePattern(pattern)).toThrow(PatternProblem)
    try {
      compilePattern(pattern)
    } catch (error) {
      expect(error).toMatchObject({ fault })
    }
  })

  it('needs a time and a duration', () => {
    expect(() => checkFormat({ ...own, patterns: ['{extension} {number}'] })).toThrow(/no_time/)
    expect(() => checkFormat({ ...own, patterns: ['{time} {number}'] })).toThrow(/no_duration/)
  })
})

describe('anything', () => {
  it('makes no call of garbage and takes no long time over it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), fc.constantFrom(...readyFormats), (bytes, any) => {
        expect(replaySmdr(any, bytes)).toEqual([])
      }),
      { numRuns: 300 },
    )
    const long = `01/02/26 10:03AM  101 01 ${'1 '.repeat(180)}`
    const began = performance.now()
    for (const any of readyFormats) replaySmdr(any, Buffer.from(`${long}\n`.repeat(200)))
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('gives the same calls however the bytes are cut, and whatever ends the lines', () => {
    const ends = ['\n', '\r', '\r\n']
    for (const end of ends) {
      const made = calls('panasonic', panasonicPage.replaceAll('\n', end))
      expect(made).toHaveLength(7)
    }
  })

  it('loses nothing but the broken line', () => {
    const rows = panasonicPage.split('\n')
    for (let row = 3; row < rows.length - 1; row++) {
      const broken = rows.with(row, (rows[row] ?? '').slice(0, 12)).join('\n')
      expect(calls('panasonic', broken).length).toBeGreaterThanOrEqual(6)
    }
  })
})
