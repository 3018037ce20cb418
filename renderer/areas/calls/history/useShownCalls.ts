import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { fold } from '../../../../app/folding.ts'
import type { CallFilter, CallRow } from '../../../../app/contract/callHistory.ts'
import { conditionsOf, type Filter, type FilterField } from '../../../kit/grid/filters/filter.ts'
import type { Sort } from '../../../kit/grid/types.ts'
import { mostGroups, useAskedTable, type AskedPage } from '../../../shell/grids/useAskedTable.ts'
import { useFiltersOfView } from '../../../shell/grids/useFiltersOfView.ts'
import { useKeptGrid } from '../../../shell/grids/useKeptGrid.ts'
import { office } from '../../../shell/office/office.ts'
import { useCallColumns } from './columns.tsx'
import { clockOf } from '../lengths.ts'
import { remember } from './known.ts'
import { useCallFields, type CallFieldInWords } from './useCallFields.ts'

/** Under which the office keeps what a person does to this list, and its views. */
export const callList = 'calls'

const latestFirst: readonly Sort[] = [{ column: 'start', descending: true }]
const none: readonly Filter[] = []
const page = (asked: AskedPage<CallFilter>, ways: { signal: AbortSignal }) =>
  office.callHistory.table(asked, ways)
/** Choices asked for at once. */
const mostChoices = 300

/** Which calls are shown, in which order, with which columns: search, filters and what the person keeps. */
export function useShownCalls() {
  const kept = useKeptGrid(callList, { coloured: true })
  const { state, keep } = kept
  const [text, setText] = useState('')
  const [filters, setFilters] = useState(none)
  const fields = useCallFields()
  const columns = useCallColumns(fields)
  const asked = useDeferredValue(
    useMemo(
      (): CallFilter => ({
        ...(text.trim() === '' ? {} : { text }),
        ...(filters.length > 0 ? { conditions: conditionsOf(filters) } : {}),
      }),
      [text, filters],
    ),
  )
  const filterFields = useMemo(() => fields.map((field) => offered(field, asked)), [fields, asked])
  const table = useAskedTable<CallRow, CallFilter>({
    kept,
    columns,
    usual: latestFirst,
    asked,
    fields,
    page,
    groupsOf: useCallback(
      async (filter: CallFilter, column: string) => {
        const field = fields.find(({ id }) => id === column)!
        const found = await office.callHistory.groups({
          filter,
          by: [{ field: column }],
          totals: ['wait', 'talk'],
          limit: mostGroups,
          first: field.values === 'clients' ? 'most' : 'key',
        })
        remember(found.clients)
        const names = new Map(found.clients.map(({ id, name }) => [id, name]))
        return {
          ...found,
          groups: found.groups.map(({ key: [key = null], count, totals }) => ({
            key,
            count,
            totals: Object.fromEntries(totals.map((one) => [one.field, clockOf(one.sum)])),
            title: (column === 'client' && names.get(Number(key))) || field.label(key),
          })),
        }
      },
      [fields],
    ),
  })
  return {
    state,
    keep,
    fields,
    columns,
    ...table,
    /** What the office is asked: for the analysis and the export of the same calls. */
    asked,
    text,
    onText: setText,
    filtering: { fields: filterFields, filters, onFilters: setFilters },
    apply: useFiltersOfView(kept, fields, setFilters),
    showAll() {
      setText('')
      setFilters(none)
    },
  }
}

export type ShownCalls = ReturnType<typeof useShownCalls>

function offered(field: CallFieldInWords, filter: CallFilter): FilterField {
  const { id, title, type, label, values, scale } = field
  if (type !== 'choice' && type !== 'yes-no') return { id, title, type, scale }
  return {
    id,
    title,
    type,
    label,
    async choices(text, signal) {
      const asked = values === 'words' && text !== '' ? { text } : {}
      const found = await office.callHistory.choices(
        { field: id, filter, limit: mostChoices, ...asked },
        { signal },
      )
      remember(found.clients)
      if (values === 'words' || text === '') return found
      const names = new Map(found.clients.map((client) => [client.id, client.name]))
      const wanted = fold(text)
      const choices = found.choices.filter(({ value }) =>
        fold((values === 'clients' && names.get(Number(value))) || label(value)).includes(wanted),
      )
      return { total: choices.length, choices }
    },
  }
}
