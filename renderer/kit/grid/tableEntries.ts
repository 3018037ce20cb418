import type { MenuEntry } from '../MenuEntries.tsx'
import type { KitWords } from '../words.ts'
import type { RowFilters } from './filters/filter.ts'
import { densities } from './gridState.ts'
import { freshLayout, hiddenToggled, isShown, orderedColumns } from './layout.ts'
import type { Column, Display, Layout } from './types.ts'

type Given<Row> = {
  all: readonly Column<Row>[]
  layout: Layout
  onLayout: (layout: Layout) => void
  filtering: RowFilters | undefined
  display: Display | undefined
  /** Rows have a state to be coloured by. */
  toned: boolean
  words: KitWords
}

/** What can be done with the table as a whole: which columns it has, and how its rows look. */
export function tableEntries<Row>(given: Given<Row>): MenuEntry[] {
  const { all, layout, onLayout, filtering, display, toned, words } = given
  const entries: MenuEntry[] = []
  if (filtering)
    entries.push({
      label: words.filterRow,
      checked: filtering.shown,
      onChoose: () => filtering.onShown(!filtering.shown),
    })
  if (display && toned)
    entries.push({
      label: words.colouredRows,
      checked: display.coloured,
      onChoose: () => display.onDisplay({ coloured: !display.coloured }),
    })
  if (display)
    entries.push({
      label: words.rowHeight,
      entries: densities.map((density) => ({
        label: words.density(density),
        chosen: density === display.density,
        onChoose: () => display.onDisplay({ density }),
      })),
    })
  return [
    ...entries,
    { label: words.resetColumns, onChoose: () => onLayout(freshLayout) },
    'line',
    // Last, as an office may have many.
    { title: words.columns },
    ...orderedColumns(all, layout).map((column) => ({
      label: column.title,
      checked: isShown(column, layout),
      disabled: column.fixed ?? false,
      onChoose: () => onLayout(hiddenToggled(layout, column.id)),
    })),
  ]
}
