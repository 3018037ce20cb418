import { describe, expect, it } from 'vitest'
import { asMarkup, asTable } from './copy.ts'
import {
  freshLayout,
  hiddenToggled,
  isShown,
  moved,
  nudged,
  orderedColumns,
  resized,
  shownColumns,
} from './layout.ts'
import { add, everything, isSelected, nothing, only, selectedCount, toggle } from './selection.ts'
import { nextSort, sortedBy } from './sorting.ts'
import type { Column } from './types.ts'

type Client = { name: string; city: string }
const column = (id: 'name' | 'city' | 'phone', more: Partial<Column<Client>> = {}): Column<Client> => ({
  id,
  title: id,
  width: 100,
  value: (row) => (id === 'phone' ? 12 : row[id]),
  ...more,
})
const columns = [column('name', { fixed: true, grow: 1 }), column('city'), column('phone')]
const ids = (list: Column<Client>[]) => list.map(({ id }) => id)

describe('columns as the reader wants them', () => {
  it('puts a new column where the program has it, and forgets a lost one', () => {
    const layout = { ...freshLayout, order: ['phone', 'gone', 'name'] }
    expect(ids(orderedColumns(columns, layout))).toEqual(['phone', 'name', 'city'])
  })

  it('moves one place among those shown', () => {
    const hidden = hiddenToggled(freshLayout, 'city')
    expect(ids(shownColumns(columns, hidden))).toEqual(['name', 'phone'])
    const layout = nudged(columns, hidden, 'phone', -1)
    expect(ids(shownColumns(columns, layout))).toEqual(['phone', 'name'])
    expect(nudged(columns, layout, 'phone', -1)).toBe(layout)
    expect(ids(orderedColumns(columns, moved(columns, freshLayout, 'name', 'phone')))).toEqual([
      'city',
      'phone',
      'name',
    ])
  })

  it('never hides the name, and shows again what was hidden', () => {
    expect(ids(shownColumns(columns, hiddenToggled(freshLayout, 'name')))).toContain('name')
    const hidden = hiddenToggled(freshLayout, 'city')
    expect(hiddenToggled(hidden, 'city')).toEqual(freshLayout)
  })

  it('shows a column that is seldom needed once the reader asks for it', () => {
    const rare = { ...columns[1]!, id: 'code', rare: true }
    expect(isShown(rare, freshLayout)).toBe(false)
    expect(isShown(rare, hiddenToggled(freshLayout, 'code'))).toBe(true)
  })
  it('keeps widths within reason, and a width set by hand stops growing', () => {
    const layout = resized(freshLayout, 'name', 3)
    expect(shownColumns(columns, layout)[0]).toMatchObject({ width: 40, grow: undefined })
    expect(resized(freshLayout, 'name', 1e9).widths['name']).toBe(1200)
  })
})

describe('sorting by headers', () => {
  const up = (c: string) => ({ column: c, descending: false })
  const down = (c: string) => ({ column: c, descending: true })

  it('goes up, down, off', () => {
    expect(nextSort([], 'name', false)).toEqual([up('name')])
    expect(nextSort([up('name')], 'name', false)).toEqual([down('name')])
    expect(nextSort([down('name')], 'name', false)).toEqual([])
    expect(nextSort([down('name')], 'city', false)).toEqual([up('city')])
  })

  it('adds columns with Shift and keeps their order', () => {
    const two = nextSort([up('name')], 'city', true)
    expect(two).toEqual([up('name'), up('city')])
    expect(nextSort(two, 'name', true)).toEqual([down('name'), up('city')])
    expect(nextSort([down('name'), up('city')], 'name', true)).toEqual([up('city')])
    expect(nextSort(two, 'city', false)).toEqual([up('city')])
  })
})

describe('sorting by the menu of a column', () => {
  const up = (c: string) => ({ column: c, descending: false })
  const down = (c: string) => ({ column: c, descending: true })

  it('sorts by this alone, or by this too', () => {
    expect(sortedBy([up('city')], down('name'), false)).toEqual([down('name')])
    expect(sortedBy([up('city')], down('name'), true)).toEqual([up('city'), down('name')])
    expect(sortedBy([up('name'), up('city')], down('name'), true)).toEqual([down('name'), up('city')])
  })
})

describe('selection', () => {
  it('takes all that match without their ids', () => {
    expect(selectedCount(everything, 1_000_000)).toBe(1_000_000)
    const without = toggle(everything, 7)
    expect(isSelected(without, 7)).toBe(false)
    expect(isSelected(without, 8)).toBe(true)
    expect(selectedCount(without, 1_000_000)).toBe(999_999)
    expect(add(without, [7])).toEqual(everything)
  })

  it('toggles and adds', () => {
    expect(toggle(only([1, 2]), 2)).toEqual(only([1]))
    expect(add(nothing, [1, 1, 3])).toEqual(only([1, 3]))
    expect(selectedCount(nothing, 5)).toBe(0)
  })
})

describe('copying', () => {
  const rows = [
    { name: 'ហាងលក់ផ្កា សុភា', city: 'Phnom\tPenh' },
    { name: 'Line\nbreak', city: '' },
  ]

  it('makes a table with titles, its cells free of breaks', () => {
    expect(asTable(rows, columns)).toBe('name\tcity\tphone\nហាងលក់ផ្កា សុភា\tPhnom Penh\t12\nLine break\t\t12')
  })

  it('makes the same table for word processors, with signs of markup as text', () => {
    const sly = [{ name: '<img src=x onerror=alert(1)>', city: 'A & B "C"' }]
    expect(asMarkup(sly, columns.slice(0, 2))).toBe(
      '<table><thead><tr><th>name</th><th>city</th></tr></thead><tbody><tr>' +
        '<td>&lt;img src=x onerror=alert(1)&gt;</td><td>A &amp; B &quot;C&quot;</td></tr></tbody></table>',
    )
  })

  it('copies a single cell as its text', () => {
    expect(asTable(rows.slice(0, 1), columns.slice(0, 1))).toBe('ហាងលក់ផ្កា សុភា')
  })
})
