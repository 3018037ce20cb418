import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { conditionOf, type Condition, type Field } from '../../../app/criteria.ts'
import { shownColumns } from '../../kit/grid/layout.ts'
import type {
  Column,
  Group,
  Grouping,
  GroupStep,
  Layout,
  Page,
  RowSource,
  Sort,
} from '../../kit/grid/types.ts'
import { toast } from '../../kit/toasts.ts'
import { useNotation } from '../language/notation.ts'
import type { KeptGrid } from './useKeptGrid.ts'

/** More groups than anybody reads: those behind are found by a filter. */
export const mostGroups = 5000

/** One question for a stretch of a list. */
export interface AskedPage<Filter> {
  readonly filter: Filter
  readonly order: { field: string; descending: boolean }[]
  readonly offset: number
  readonly limit: number
}

interface Given<Row, Filter extends { conditions?: Condition[] | undefined }> {
  readonly kept: KeptGrid
  readonly columns: readonly Column<Row>[]
  /** The order as nobody has changed it. */
  readonly usual: readonly Sort[]
  /** What is asked for, without the groups. */
  readonly asked: Filter
  /** By which one groups; the same array between drawings. */
  readonly fields: readonly Pick<Field, 'id' | 'type'>[]
  /** The same function between drawings, as the next one. */
  readonly page: (asked: AskedPage<Filter>, ways: { signal: AbortSignal }) => Promise<Page<Row>>
  /** The groups by a column: at most `mostGroups`, with how many there are. */
  readonly groupsOf: (
    filter: Filter,
    column: string,
    shown: readonly string[],
  ) => Promise<{ count: number; groupCount: number; groups: Group[] }>
}

/**
 * Everything of a grid whose rows are asked of the office page by page: order, groups, columns and looks, kept with
 * the person. Rows that are all at hand have `useLocalTable`.
 */
export function useAskedTable<Row, Filter extends { conditions?: Condition[] | undefined }>({
  kept: { state, keep },
  columns,
  usual,
  asked,
  fields,
  page,
  groupsOf,
}: Given<Row, Filter>) {
  const { t } = useTranslation()
  const { number } = useNotation()
  // A hidden column sorts nothing, as it would give itself away.
  const sort = useMemo(() => {
    const able = state.sort.filter(({ column }) =>
      columns.some(({ id, sortable }) => id === column && sortable),
    )
    return able.length > 0 ? able : usual
  }, [state.sort, columns, usual])
  const order = useMemo(() => sort.map(({ column, descending }) => ({ field: column, descending })), [sort])
  const rows = useMemo(
    (): RowSource<Row> => ({
      page: (offset, limit, signal) => page({ filter: asked, order, offset, limit }, { signal }),
    }),
    [asked, order, page],
  )
  const shown = shownColumns(columns, state.layout)
    .map(({ id }) => id)
    .join(' ')
  const groups = useMemo((): Pick<Grouping<Row>, 'groups' | 'rows'> => {
    const within = (path: readonly GroupStep[]): Filter => ({
      ...asked,
      conditions: [
        ...(asked.conditions ?? []),
        ...path.map(({ column, key }) => {
          const field = fields.find(({ id }) => id === column)
          return conditionOf(field ?? { id: column, type: 'choice' }, key)
        }),
      ],
    })
    return {
      async groups(path, column) {
        const { count, groupCount, groups } = await groupsOf(within(path), column, shown.split(' '))
        if (groupCount > groups.length)
          toast({
            text: t('grid.group.onlyFirst', { most: number(mostGroups), total: number(groupCount) }),
            tone: 'warn',
          })
        return { records: count, groups }
      },
      rows: (path, offset, limit, signal) => page({ filter: within(path), order, offset, limit }, { signal }),
    }
  }, [asked, order, shown, fields, page, groupsOf, t, number])
  return {
    rows,
    order,
    grid: {
      rows,
      sort,
      onSort: (next: Sort[]) => keep({ sort: next.slice(0, 3) }),
      grouping: {
        ...groups,
        by: state.groups.filter((id) => columns.some((column) => column.id === id && column.groupable)),
        onBy: (by: readonly string[]) => keep({ groups: by }),
      },
      display: { density: state.density, coloured: state.coloured, onDisplay: keep },
      layout: state.layout,
      onLayout: (layout: Layout) => keep({ layout }),
    },
  }
}
