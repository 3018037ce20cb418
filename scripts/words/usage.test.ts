import { expect, it } from 'vitest'
import { flatten } from './compare.ts'
import { compareUsage } from './usage.ts'

const english = flatten('calls', {
  title: 'Calls',
  missed_one: '{{count}} missed call',
  missed_other: '{{count}} missed calls',
  state: { ringing: 'Ringing', ended: 'Ended' },
})

const code = [
  "<h1>{t('calls.title')}</h1>",
  "const label = t('calls.missed', { count })",
  't(`calls.state.${state}`)',
]
const problems = (lines: string[], prefixes: string[] = []) =>
  compareUsage(new Map([['renderer/calls.tsx', lines.join('\n')]]), english, prefixes).map(
    ({ kind, key }) => `${kind} ${key}`,
  )

it('finds nothing where code and English agree', () => {
  expect(problems(code)).toEqual([])
})

it('sees a key that nothing asks for', () => {
  expect(problems(code.slice(1))).toEqual(['unused calls.title'])
})

it('sees a key that English has not', () => {
  expect(problems([...code, "t(\n  'calls.absent'\n)", '<Trans i18nKey="calls.bold" />'])).toEqual([
    'absent calls.absent',
    'absent calls.bold',
  ])
})

it('takes a key in a table for used', () => {
  expect(problems([...code.slice(1), "const columns = [{ title: 'calls.title' }]"])).toEqual([])
})

it('does not take a call of another function for t', () => {
  expect(problems([...code, "import('calls.absent'); format('calls.none')"])).toEqual([])
})

it('takes declared beginnings, and sees those that begin nothing', () => {
  expect(problems(code.slice(0, 2), ['calls.state.'])).toEqual([])
  expect(problems(code, ['calls.gone.'])).toEqual(['prefix calls.gone.'])
  expect(problems([...code, 't(`calls.lost.${x}`)'])).toEqual(['prefix calls.lost.'])
})
