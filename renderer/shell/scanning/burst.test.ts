import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Burst, usualHabits, type Verdict } from './burst.ts'
import { physicalSign } from './physicalKeys.ts'

const places: Record<string, readonly [code: string, shift: boolean]> = {}
for (const code of [
  ...Array.from({ length: 10 }, (_, n) => `Digit${n}`),
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  'Backquote',
  'Minus',
  'Equal',
  'BracketLeft',
  'Semicolon',
  'Quote',
  'Comma',
  'Period',
  'Slash',
  'Backslash',
  'Space',
])
  for (const shift of [false, true]) {
    const sign = physicalSign(code, shift)
    if (sign !== null) places[sign] = [code, shift]
  }

/** Presses what stands for a text, with the given pauses before each key, and gives the verdicts. */
function press(burst: Burst, text: string, pauses: readonly number[], from = 0, end = 'Enter') {
  let at = from
  const verdicts: Verdict[] = []
  ;[...text].forEach((sign, n) => {
    const [code, shift] = places[sign]!
    at += pauses[n % pauses.length]!
    verdicts.push(burst.press({ code, shift, at }))
  })
  if (end) verdicts.push(burst.press({ code: end, shift: false, at: at + pauses[0]! }))
  return { verdicts, at }
}

const kinds = (verdicts: readonly Verdict[]) => verdicts.map(({ is }) => is)
const codes = fc
  .string({ unit: fc.constantFrom(...Object.keys(places)), minLength: usualHabits.least, maxLength: 60 })
  .filter((code) => !code.startsWith(' '))
const ofScanner = fc.array(fc.integer({ min: 0, max: usualHabits.pause }), { minLength: 1 })
const ofHand = fc.array(fc.integer({ min: usualHabits.pause + 1, max: 900 }), { minLength: 1 })

describe('keys of a scanner', () => {
  it('are read whole, whatever they say, ten codes one after another', () => {
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 10 }), ofScanner, (read, pauses) => {
        const burst = new Burst()
        let at = 0
        const got = read.map((code) => {
          const pressed = press(burst, code, pauses, at)
          at = pressed.at + 40
          return pressed.verdicts.at(-1)
        })
        expect(got).toEqual(read.map((code) => ({ is: 'code', code })))
      }),
    )
  })

  it('let two keys pass before they are known, and none after', () => {
    const { verdicts } = press(new Burst(), '4006381', [6])
    expect(kinds(verdicts)).toEqual(['first', 'more', 'known', 'taken', 'taken', 'taken', 'taken', 'code'])
  })

  it('are known by the first one where the scanner types something before the code', () => {
    const burst = new Burst({ ...usualHabits, prefix: '~' })
    const { verdicts } = press(burst, '~4006381', [6])
    expect(kinds(verdicts.slice(0, 3))).toEqual(['known', 'taken', 'taken'])
    expect(verdicts.at(-1)).toEqual({ is: 'code', code: '4006381' })
  })

  it('end with a pause where nothing is typed behind the code', () => {
    const burst = new Burst({ ...usualHabits, suffix: 'none' })
    press(burst, '96385074', [5], 0, '')
    expect(burst.rest()).toBe('96385074')
    expect(burst.rest()).toBeNull()
  })

  it('that say too little are no code, and their Enter opens nothing', () => {
    const { verdicts } = press(new Burst(), '123', [5])
    expect(verdicts.at(-1)).toEqual({ is: 'taken' })
  })
})

describe('keys of a person', () => {
  it('are left alone, however long they type and whatever they end with', () => {
    fc.assert(
      fc.property(codes, ofHand, (text, pauses) => {
        const burst = new Burst()
        const { verdicts } = press(burst, text, pauses)
        expect(new Set(kinds(verdicts))).toEqual(new Set(['first', 'typed']))
        expect(burst.rest()).toBeNull()
      }),
    )
  })

  it('may fall together in twos', () => {
    const { verdicts } = press(new Burst(), 'flowers', [120, 8])
    expect(kinds(verdicts)).not.toContain('known')
    expect(verdicts.at(-1)).toEqual({ is: 'typed' })
  })

  it('right before a scan are not read with it', () => {
    const burst = new Burst()
    press(burst, 'so', [150, 140], 0, '')
    const { verdicts } = press(burst, '4006381333931', [4], 400)
    expect(verdicts.at(-1)).toEqual({ is: 'code', code: '4006381333931' })
  })
})
