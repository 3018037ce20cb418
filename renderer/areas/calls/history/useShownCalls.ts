import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../../app/folding.ts'
import type { CallFilter, CallRow } from '../../../../app/contract/callHistory.ts'
import { conditionsOf, type Filter, type FilterField } from '../../../kit/grid/filters/filter.ts'
import type { Grouping, GroupStep, RowSource, Sort } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { useKeptGrid } from '../../../shell/grids/useKeptGrid.ts'
import type { ViewContent } from '../../../shell/grids/viewContent.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useCallColumns } from './columns.tsx'
import { conditionFor } from './conditions.ts'
import { clockOf } from './durations.ts'
import { remember } from './known.ts'
import { useCallFields, type CallFieldInWords } from './useCallFields.ts'

/** Under which the office keeps what a person does to this list, and its views. */
export const callList = 'calls'

const latestFirst: readonly Sort[] = [{ column: 'start', descending: true }]
const none: readonly Filter[] = []
/** More groups than anybody reads: those behind are found by a filter. */
const mostGroups = 5000
/** Choices asked for at once. */
const mostChoices = 300

/** Which calls are shown, in which order, with which columns: search, filters and what the person keeps. */
export function useShownCalls() {
  const { t } = useTranslation()
  const { number } = useNotation()
  const { state, keep } = useKeptGrid(callList, { coloured: true })
  const [text, setText] = useState('')
  const [filters, setFilters] = useState(none)
  const fields = useCallFields()
  const columns = useCallColumns(fields)
  const sort = useMemo(() => {
    const able = state.sort.filter(({ column }) =>
      columns.some(({ id, sortable }) => id === column && sortable),
    )
    return able.length > 0 ? able : latestFirst
  }, [state.sort, columns])
  const asked = useDeferredValue(
    useMemo(
      (): CallFilter => ({
        ...(text.trim() === '' ? {} : { text }),
        ...(filters.length > 0 ? { conditions: conditionsOf(filters) } : {}),
      }),
      [text, filters],
    ),
  )
  const order = useMemo(() => sort.map(({ column, descending }) => ({ field: column, descending })), [sort])
  const rows = useMemo(
    (): RowSource<CallRow> => ({
      page: (offset, limit, signal) =>
        office.callHistory.table({ filter: asked, order, offset, limit }, { signal }),
    }),
    [asked, order],
  )
  const filterFields = useMemo(() => fields.map((field) => offered(field, asked)), [fields, asked])
  const groups = useMemo((): Pick<Grouping<CallRow>, 'groups' | 'rows'> => {
    const within = (path: readonly GroupStep[]): CallFilter => ({
      ...asked,
      conditions: [
        ...(asked.conditions ?? []),
        ...path.map(({ column, key }) =>
          conditionFor(
            fields.find(({ id }) => id === column)!,
            key,
          ),
        ),
      ],
    })
    return {
      async groups(path, column) {
        const field = fields.find(({ id }) => id === column)!
        const found = await office.callHistory.groups({
          filter: within(path),
          by: [{ field: column }],
          totals: ['wait', 'talk'],
          limit: mostGroups,
          first: field.values === 'clients' ? 'most' : 'key',
        })
        remember(found.clients)
        const names = new Map(found.clients.map(({ id, name }) => [id, name]))
        if (found.groupCount > found.groups.length)
          toast({
            text: t('grid.group.onlyFirst', { most: number(mostGroups), total: number(found.groupCount) }),
            tone: 'warn',
          })
        return {
          records: found.count,
          groups: found.groups.map(({ key: [key = null], count, totals }) => ({
            key,
            count,
            totals: Object.fromEntries(totals.map((one) => [one.field, clockOf(one.sum)])),
            title: (column === 'client' && names.get(Number(key))) || field.label(key),
          })),
        }
      },
      rows: (path, offset, limit, signal) =>
        office.callHistory.table({ filter: within(path), order, offset, limit }, { signal }),
    }
  }, [asked, order, fields, t, number])
  /** Looks at the list as a view has it. */
  const apply = (view: ViewContent) => {
    keep(view.state)
    const able = view.filters.filter(({ field }) => fields.some(({ id }) => id === field))
    setFilters(able)
    if (able.length < view.filters.length) toast({ tone: 'warn', text: t('grid.views.partly') })
  }
  return {
    state,
    keep,
    fields,
    columns,
    sort,
    /** What the office is asked: for the analysis and the export of the same calls. */
    asked,
    order,
    rows,
    text,
    onText: setText,
    filtering: { fields: filterFields, filters, onFilters: setFilters },
    apply,
    grouping: {
      ...groups,
      by: state.groups.filter((id) => columns.some((column) => column.id === id && column.groupable)),
      onBy: (next: readonly string[]) => keep({ groups: next }),
    },
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
