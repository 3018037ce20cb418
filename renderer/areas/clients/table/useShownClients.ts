import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import type { Filter } from '../../../kit/grid/filters/filter.ts'
import { conditionsOf } from '../../../kit/grid/filters/filter.ts'
import { useFiltersOfView } from '../../../shell/grids/useFiltersOfView.ts'
import { useKeptGrid } from '../../../shell/grids/useKeptGrid.ts'
import { useClientColumns } from './columns.tsx'
import { useToShow } from './toShow.ts'
import { useClientTable } from './useClientTable.ts'
import { useFilterFields } from './useFilterFields.ts'

/** Under which the office keeps what a person does to this list, and its views. */
export const clientList = 'clients'

const none: readonly Filter[] = []

/** Which clients are shown, in which order, with which columns: search, bin, filters and what the person keeps. */
export function useShownClients(onNarrowed: () => void) {
  const kept = useKeptGrid(clientList)
  const { state, keep } = kept
  // Opened by another window to show something, it begins with that.
  const [begun] = useState(() => useToShow.getState().wanted)
  const [searched, setSearched] = useState<Pick<ClientFilter, 'text' | 'binned'>>(
    withoutEmpty({ text: begun?.text }),
  )
  const [filters, setFilters] = useState(begun?.filters ?? none)
  const columns = useClientColumns(!searched.binned)

  const asked = useDeferredValue(useAsked(searched, filters))
  const table = useClientTable(kept, asked, columns)

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
  const apply = useFiltersOfView(kept, fields, filterBy)
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
  return {
    state,
    keep,
    ...table,
    /** What the office is asked: for the export, and for what else is about the same clients. */
    asked,
    searched,
    narrow,
    filtering: { fields, filters, onFilters: filterBy },
    apply,
    showAll,
  }
}

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
