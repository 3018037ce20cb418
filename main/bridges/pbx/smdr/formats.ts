import { compilePattern, PatternProblem } from './pattern.ts'

/** What a word in the column {class} or {code} means. */
export interface SmdrMeaning {
  readonly direction?: 'incoming' | 'outgoing' | 'internal'
  /**
   * `ringing` and `answered` come while the call goes on; the others at the end of it or of a part of it.
   * `handed_on`: this extension gave the call to another, whose line comes later; `taken_over`: it got it so.
   */
  readonly mark?:
    'ringing' | 'answered' | 'not_answered' | 'handed_on' | 'taken_over' | 'handed_over' | 'no_call'
}

/** How an exchange prints its calls: data, so that an office can make its own. */
export interface SmdrFormat {
  readonly id: string
  readonly name: string
  /** The first that fits a line is taken. */
  readonly patterns: readonly string[]
  readonly dateOrder: 'MDY' | 'DMY' | 'YMD'
  /** Whether the moment printed is the beginning of the call or its end. */
  readonly moment: 'start' | 'end'
  /** By the word in {class} or {code}. */
  readonly words: Readonly<Record<string, SmdrMeaning>>
  /** What stands before the number and says what it is: "<I>" the caller of an incoming call. */
  readonly prefixes: Readonly<Record<string, 'incoming' | 'internal'>>
  /** Serial lines: bits per second, data bits, parity, stop bits. */
  readonly serial: { readonly baud: number; readonly bits: 7 | 8; readonly parity: 'none' | 'even' | 'odd' }
  /** What the exchange asks over TCP before it talks, and the answer; the password is put in for `{password}`. */
  readonly dialogue: readonly { readonly asked: string; readonly answer: string }[]
  /** The customary port, where the exchange waits for a listener, or the listener for it. */
  readonly port: number
  /** It keeps lines while nobody listens and prints them later. */
  readonly keeps: boolean
}

const serial = { baud: 9600, bits: 8, parity: 'none' } as const

export const readyFormats: readonly SmdrFormat[] = [
  {
    id: 'panasonic',
    name: 'Panasonic KX-TDA, KX-TDE, KX-NCP, KX-NS',
    patterns: [
      '{date} {time} {extension} [{line}] {number} [{ring}] {duration} [{cost}] [{account}] [{code}]',
    ],
    dateOrder: 'MDY',
    moment: 'end',
    words: {
      TR: { mark: 'handed_over' },
      FW: {},
      D0: {},
      RM: {},
      NA: { mark: 'not_answered' },
      RC: { mark: 'ringing' },
      AN: { mark: 'answered' },
    },
    prefixes: { '<I>': 'incoming', EXT: 'internal', '<incoming>': 'incoming' },
    serial,
    dialogue: [
      { asked: '-', answer: 'SMDR' },
      { asked: 'Enter Password:', answer: '{password}' },
    ],
    port: 2300,
    keeps: true,
  },
  {
    id: 'avaya',
    name: 'Avaya IP Office',
    patterns: [
      '{start},{duration},{ring},{number},{class},{called},{skip},{account},{internal},{id},{continues},{party1},{skip},{party2}',
    ],
    dateOrder: 'YMD',
    moment: 'start',
    words: { I: { direction: 'incoming' }, O: { direction: 'outgoing' } },
    prefixes: {},
    serial,
    dialogue: [],
    port: 1150,
    keeps: true,
  },
  {
    id: 'nec',
    name: 'NEC SL1000, SL1100, SL2100',
    patterns: [
      '{class} {time} [{date}] {line} {duration} {extension} {number} NO ANSWER',
      '{class} {time} [{date}] {line} {duration} {extension} [{number}] [{account}]',
      '{class} {time} [{date}] {duration} {extension} [{number}]',
      '{class} {time} [{date}] {line} [{number}] NO ANSWER',
    ],
    dateOrder: 'MDY',
    moment: 'start',
    words: {
      POT: { direction: 'outgoing' },
      POTA: { direction: 'outgoing' },
      POTP: { direction: 'outgoing' },
      POTW: { direction: 'outgoing' },
      IVOT: { direction: 'outgoing' },
      IVOTP: { direction: 'outgoing' },
      PIN: { direction: 'incoming' },
      IVIN: { direction: 'incoming' },
      ICM: { direction: 'internal' },
      PTRS: { mark: 'taken_over' },
      ITRS: { mark: 'taken_over' },
      ALB: { mark: 'no_call' },
      BRD: { mark: 'no_call' },
      BFL: { mark: 'no_call' },
      NEXT: { mark: 'no_call' },
    },
    prefixes: {},
    serial,
    dialogue: [],
    port: 4000,
    keeps: false,
  },
  {
    id: 'samsung',
    name: 'Samsung OfficeServ',
    patterns: [
      '{extension} [{account}] {line} {date} {time} {duration} {class} [{number}]',
      '{line} {date} {time} {duration} {class} [{number}]',
    ],
    dateOrder: 'MDY',
    moment: 'start',
    words: {
      O: { direction: 'outgoing' },
      I: { direction: 'incoming' },
      A: { direction: 'incoming', mark: 'not_answered' },
      IT: { direction: 'incoming', mark: 'handed_on' },
      OT: { direction: 'outgoing', mark: 'handed_on' },
      TT: { mark: 'handed_over' },
      T: { mark: 'taken_over' },
      FI: { direction: 'incoming' },
      FO: { direction: 'outgoing' },
      DI: { direction: 'incoming' },
      DO: { direction: 'outgoing' },
      DE: { mark: 'no_call' },
    },
    prefixes: {},
    serial,
    dialogue: [],
    port: 5100,
    keeps: false,
  },
]

/** A format by its id; an unknown id is undefined. */
export function readyFormat(id: string): SmdrFormat | undefined {
  return readyFormats.find((format) => format.id === id)
}

/** A format of the office's own can be used: it compiles, and a line tells when and how long. Throws `PatternProblem`. */
export function checkFormat(format: SmdrFormat): void {
  if (format.patterns.length === 0) throw new PatternProblem('empty')
  for (const pattern of format.patterns) {
    compilePattern(pattern)
    if (!/\{(time|start)(:\d+)?\}/.test(pattern)) throw new PatternProblem('no_time', pattern)
  }
  if (!format.patterns.some((pattern) => /\{duration(:\d+)?\}/.test(pattern)))
    throw new PatternProblem('no_duration')
}
