import { useMemo, useState } from 'react'
import type { Filter } from '../../kit/grid/filters/filter.ts'
import { freshState } from '../../kit/grid/gridState.ts'
import { localRows } from '../../kit/grid/localRows.ts'
import type { Column, GridState, Sort } from '../../kit/grid/types.ts'
import { useLanguage } from '../language/language.ts'
import { useKeptGrid } from './useKeptGrid.ts'
import type { ViewContent } from './viewContent.ts'

const none: readonly Filter[] = []

/**
 * Everything of a grid whose rows are all at hand: order, filters, groups, columns and looks, kept with the person.
 * Spread it on the grid, and its `views` on a `<ViewsMenu>`. Keep `all` and `columns` the same between drawings.
 */
export function useLocalTable<Row>(
  list: string,
  all: () => Promise<readonly Row[]> | readonly Row[],
  columns: readonly Column<Row>[],
  usual: Partial<GridState> = {},
) {
  const begun = { filterRow: false, ...usual }
  const { state, keep } = useKeptGrid(list, begun)
  const [filters, setFilters] = useState(none)
  const language = useLanguage((state) => state.language)
  const { sort } = state
  const { rows, fields, grouping } = useMemo(
    () => localRows({ all, columns, sort, filters, language }),
    [all, columns, sort, filters, language],
  )
  const views = {
    list,
    now: { state, filters },
    usual: { ...freshState, ...begun },
    onApply(view: ViewContent) {
      keep(view.state)
      setFilters(view.filters.filter(({ field }) => fields.some(({ id }) => id === field)))
    },
  }
  return {
    views,
    columns,
    rows,
    sort,
    onSort: (next: Sort[]) => keep({ sort: next.slice(0, 3) }),
    layout: state.layout,
    onLayout: (layout: GridState['layout']) => keep({ layout }),
    filtering: {
      fields,
      filters,
      onFilters: setFilters,
      shown: state.filterRow,
      onShown(filterRow: boolean) {
        keep({ filterRow })
        // What is not seen must not hide anything.
        if (!filterRow) setFilters(none)
      },
    },
    grouping: {
      ...grouping,
      by: state.groups.filter((id) => columns.some((column) => column.id === id && column.groupable)),
      onBy: (groups: readonly string[]) => keep({ groups }),
    },
    display: { density: state.density, coloured: state.coloured, onDisplay: keep },
  }
}
