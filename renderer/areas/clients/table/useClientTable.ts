import { useCallback, useMemo } from 'react'
import type { ClientFilter, ClientRow } from '../../../../app/contract/clients.ts'
import { shownColumns } from '../../../kit/grid/layout.ts'
import type { Column, Sort } from '../../../kit/grid/types.ts'
import { mostGroups, useAskedTable, type AskedPage } from '../../../shell/grids/useAskedTable.ts'
import type { KeptGrid } from '../../../shell/grids/useKeptGrid.ts'
import { office } from '../../../shell/office/office.ts'
import { useClientFields } from '../useClientFields.ts'
import { summed, useClientTotals, useSums } from './useClientTotals.ts'

const byName: readonly Sort[] = [{ column: 'name', descending: false }]
const page = (asked: AskedPage<ClientFilter>, ways: { signal: AbortSignal }) =>
  office.clients.page(asked, ways)

/** The clients who fit, for a grid: ordered and grouped as the person keeps it, with totals below and in each group. */
export function useClientTable(kept: KeptGrid, asked: ClientFilter, columns: readonly Column<ClientRow>[]) {
  const fields = useClientFields()
  const texts = useSums()
  const shownIds = shownColumns(columns, kept.state.layout).map(({ id }) => id)
  const totals = useClientTotals(asked, shownIds)
  const totalled = useMemo(
    () =>
      columns.map((column) => {
        const total = totals[column.id]
        return total === undefined ? column : { ...column, total }
      }),
    [columns, totals],
  )
  const table = useAskedTable<ClientRow, ClientFilter>({
    kept,
    columns,
    usual: byName,
    asked,
    fields,
    page,
    groupsOf: useCallback(
      async (filter: ClientFilter, column: string, shown: readonly string[]) => {
        const field = fields.find(({ id }) => id === column)
        const found = await office.clients.groups({
          filter,
          by: [{ field: column }],
          totals: summed(shown),
          limit: mostGroups,
        })
        return {
          ...found,
          groups: found.groups.map(({ key: [key = null], count, totals: sums }) => ({
            key,
            count,
            ...(sums.length > 0 ? { totals: texts(sums) } : {}),
            title: field?.label(key) ?? String(key),
          })),
        }
      },
      [fields, texts],
    ),
  })
  return { ...table, columns: totalled, grid: { ...table.grid, columns: totalled }, shownIds }
}
