import { expect, test } from 'vitest'
import { readContent, written } from '../../shell/grids/viewContent.ts'
import { freshState } from '../../kit/grid/gridState.ts'
import { criteriaOf, filterOf, noFilter, type LogFilter } from './logFilter.ts'

test('a view brings back all that the log was narrowed to', () => {
  const narrowed: LogFilter = {
    text: 'sok',
    userId: 3,
    action: 'clients.save',
    from: '2026-10-01',
    to: '2026-10-31',
  }
  for (const filter of [narrowed, { ...noFilter, to: '2026-10-31' }, noFilter]) {
    const kept = readContent(written({ state: freshState, filters: criteriaOf(filter) }))
    expect(filterOf(kept!.filters)).toEqual(filter)
  }
})

test('what another version asked for and this one does not know is passed over', () => {
  expect(filterOf([{ field: 'weather', is: 'filled' }])).toEqual(noFilter)
})
