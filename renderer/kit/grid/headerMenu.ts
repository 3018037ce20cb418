import { ArrowDown, ArrowUp, EyeOff, Group, Pin, PinOff } from 'lucide-react'
import type { MenuEntry } from '../MenuEntries.tsx'
import type { KitWords } from '../words.ts'
import { mostGroups } from './GroupBar.tsx'
import { hiddenToggled, nudged } from './layout.ts'
import { sortedBy } from './sorting.ts'
import type { Column, Layout, Sort } from './types.ts'

type Given<Row> = {
  all: readonly Column<Row>[]
  columns: readonly Column<Row>[]
  layout: Layout
  onLayout: (layout: Layout) => void
  sort: readonly Sort[]
  onSort: ((sort: Sort[]) => void) | undefined
  grouped: readonly string[]
  onGroup: ((columns: readonly string[]) => void) | undefined
  words: KitWords
}

/** What can be done with one column, from its title. */
export function headerMenu<Row>(column: Column<Row>, given: Given<Row>): MenuEntry[] {
  const { all, columns, layout, onLayout, sort, onSort, grouped, onGroup, words } = given
  const place = columns.indexOf(column)
  const others = sort.some((one) => one.column !== column.id)
  const sorted = (descending: boolean, more: boolean) => () =>
    onSort?.(sortedBy(sort, { column: column.id, descending }, more))
  const entries: MenuEntry[] = []
  if (column.sortable && onSort) {
    entries.push(
      { label: words.sortAscending, icon: ArrowUp, onChoose: sorted(false, false) },
      { label: words.sortDescending, icon: ArrowDown, onChoose: sorted(true, false) },
    )
    if (others)
      entries.push(
        { label: words.sortAlsoAscending, onChoose: sorted(false, true) },
        { label: words.sortAlsoDescending, onChoose: sorted(true, true) },
      )
    entries.push(
      {
        label: words.sortNone,
        disabled: !sort.some((one) => one.column === column.id),
        onChoose: () => onSort(sort.filter((one) => one.column !== column.id)),
      },
      'line',
    )
  }
  const on = grouped.includes(column.id)
  if (column.groupable && onGroup && (on || grouped.length < mostGroups)) {
    entries.push(
      {
        label: on ? words.ungroup : words.groupBy,
        icon: Group,
        onChoose: () => onGroup(on ? grouped.filter((id) => id !== column.id) : [...grouped, column.id]),
      },
      'line',
    )
  }
  entries.push(
    {
      label: words.moveEarlier,
      keys: 'Ctrl+Shift+Left',
      disabled: place === 0,
      onChoose: () => onLayout(nudged(all, layout, column.id, -1)),
    },
    {
      label: words.moveLater,
      keys: 'Ctrl+Shift+Right',
      disabled: place === columns.length - 1,
      onChoose: () => onLayout(nudged(all, layout, column.id, 1)),
    },
    place < layout.frozen
      ? { label: words.unfreezeColumn, icon: PinOff, onChoose: () => onLayout({ ...layout, frozen: place }) }
      : { label: words.freezeColumn, icon: Pin, onChoose: () => onLayout({ ...layout, frozen: place + 1 }) },
    {
      label: words.hideColumn,
      icon: EyeOff,
      disabled: column.fixed ?? false,
      onChoose: () => onLayout(hiddenToggled(layout, column.id)),
    },
  )
  return entries
}
