import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter, ClientRow } from '../../../../app/contract/clients.ts'
import type { Filter } from '../../../kit/grid/filters/filter.ts'
import { conditionsOf } from '../../../kit/grid/filters/filter.ts'
import { shownColumns } from '../../../kit/grid/layout.ts'
import type { RowSource, Sort } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { useKeptGrid } from '../../../shell/grids/useKeptGrid.ts'
import type { ViewContent } from '../../../shell/grids/viewContent.ts'
import { office } from '../../../shell/office/office.ts'
import { useClientColumns } from './columns.tsx'
import { useToShow } from './toShow.ts'
import { useClientGroups } from './useClientGroups.ts'
import { summed, useClientTotals } from './useClientTotals.ts'
import { useFilterFields } from './useFilterFields.ts'

/** Under which the office keeps what a person does to this list, and its views. */
export const clientList = 'clients'

const byName: readonly Sort[] = [{ column: 'name', descending: false }]
const none: readonly Filter[] = []

/** Which clients are shown, in which order, with which columns: search, bin, filters and what the person keeps. */
export function useShownClients(onNarrowed: () => void) {
  const { t } = useTranslation()
  const { state, keep } = useKeptGrid(clientList)
  // Opened by another window to show something, it begins with that.
  const [begun] = useState(() => useToShow.getState().wanted)
  const [searched, setSearched] = useState<Pick<ClientFilter, 'text' | 'binned'>>(
    withoutEmpty({ text: begun?.text }),
  )
  const [filters, setFilters] = useState(begun?.filters ?? none)
  const columns = useClientColumns(!searched.binned)

  // A hidden column sorts nothing, as it would give itself away.
  const sort = useMemo(() => {
    const able = state.sort.filter(({ column }) =>
      columns.some(({ id, sortable }) => id === column && sortable),
    )
    return able.length > 0 ? able : byName
  }, [state.sort, columns])
  const asked = useDeferredValue(useAsked(searched, filters))
  const rows = useMemo(
    (): RowSource<ClientRow> => ({
      page: (offset, limit, signal) =>
        office.clients.page({ filter: asked, order: orderOf(sort), offset, limit }, { signal }),
    }),
    [asked, sort],
  )

  const narrow = useCallback(
    (changed: Partial<ClientFilter>) => {
      onNarrowed()
      setSearched((before) => withoutEmpty({ ...before, ...changed }))
    },
    [onNarrowed],
  )
  const filterBy = useCallback(
    (next: readonly Filter[]) => {
      onNarrowed()
      setFilters(next)
    },
    [onNarrowed],
  )
  const fields = useFilterFields(asked)
  /** Looks at the list as a view has it. */
  const apply = (view: ViewContent) => {
    keep(view.state)
    const able = view.filters.filter(({ field }) => fields.some(({ id }) => id === field))
    filterBy(able)
    if (able.length < view.filters.length) toast({ tone: 'warn', text: t('grid.views.partly') })
  }
  const take = useEffectEvent((wanted: NonNullable<typeof begun>) => {
    narrow({ text: wanted.text, binned: false })
    filterBy(wanted.filters)
    useToShow.setState({ wanted: null })
  })
  useEffect(() => {
    useToShow.setState({ wanted: null })
    return useToShow.subscribe(({ wanted }) => {
      if (wanted) take(wanted)
    })
  }, [])
  const showAll = () => {
    narrow({ text: '' })
    filterBy(none)
  }
  const order = useMemo(() => orderOf(sort), [sort])
  const shownIds = shownColumns(columns, state.layout).map(({ id }) => id)
  const totals = useClientTotals(asked, shownIds)
  const totalled = useMemo(
    () =>
      columns.map((column) => {
        const total = totals[column.id]
        return total === undefined ? column : { ...column, total }
      }),
    [columns, totals],
  )
  const groups = state.groups.filter((id) => columns.some((column) => column.id === id && column.groupable))
  return {
    state,
    keep,
    columns: totalled,
    sort,
    /** What the office is asked: for the export, and for what else is about the same clients. */
    asked,
    order,
    rows,
    searched,
    narrow,
    filtering: { fields, filters, onFilters: filterBy },
    apply,
    grouping: {
      ...useClientGroups(asked, order, summed(shownIds)),
      by: groups,
      onBy: (next: readonly string[]) => keep({ groups: next }),
    },
    showAll,
  }
}

const orderOf = (sort: readonly Sort[]) =>
  sort.map(({ column, descending }) => ({ field: column, descending }))

function useAsked(searched: ClientFilter, filters: readonly Filter[]): ClientFilter {
  return useMemo(
    () => ({ ...searched, ...(filters.length > 0 ? { conditions: conditionsOf(filters) } : {}) }),
    [searched, filters],
  )
}

export const withoutEmpty = <Part extends Partial<ClientFilter>>(filter: Part): Part =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  ) as Part
