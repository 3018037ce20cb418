import { expect, test } from 'vitest'
import { freshState } from '../../kit/grid/gridState.ts'
import { isAs, readContent, written, type ViewContent } from './viewContent.ts'

const now: ViewContent = {
  state: { ...freshState, groups: ['status'], sort: [{ column: 'city', descending: true }] },
  filters: [
    { field: 'changed', is: 'during', period: 'this-month' },
    { field: 'status', is: 'one-of', values: [2, null] },
  ],
}

test('a view brings back the list as it was when it was saved', () => {
  expect(readContent(written(now))).toEqual(now)
})

test('knows whether the list still stands as the view has it', () => {
  const kept = written(now)
  expect(isAs(kept, { filters: now.filters, state: { ...now.state } })).toBe(true)
  expect(isAs(kept, { ...now, filters: now.filters.slice(1) })).toBe(false)
  expect(isAs(kept, { ...now, state: { ...now.state, density: 'compact' } })).toBe(false)
})

test('what another version wrote is not half read', () => {
  for (const text of ['', '{', '{}', '{"state":{},"filters":[]}', written(now).replace('one-of', 'some-of')])
    expect(readContent(text)).toBeUndefined()
})
