import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { fold } from '../../../../app/folding.ts'
import type { CallFilter, CallRow } from '../../../../app/contract/callHistory.ts'
import type { GroupSum } from '../../../../app/contract/counting.ts'
import { minorDigits } from '../../../../app/money.ts'
import { conditionsOf, type Filter, type FilterField } from '../../../kit/grid/filters/filter.ts'
import type { Sort } from '../../../kit/grid/types.ts'
import { useAccount } from '../../../shell/account.ts'
import { mostGroups, useAskedTable, type AskedPage } from '../../../shell/grids/useAskedTable.ts'
import { useFiltersOfView } from '../../../shell/grids/useFiltersOfView.ts'
import { useKeptGrid } from '../../../shell/grids/useKeptGrid.ts'
import { useNotation, type Notation } from '../../../shell/language/notation.ts'
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
  const { money } = useNotation()
  const { currency } = useAccount().office
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
  const filterFields = useMemo(() => {
    const cents = 10 ** minorDigits(currency)
    return fields.map((field) => offered(field, asked, field.type === 'money' ? cents : field.scale))
  }, [fields, asked, currency])
  const table = useAskedTable<CallRow, CallFilter>({
    kept,
    columns,
    usual: latestFirst,
    asked,
    fields,
    page,
    groupsOf: useCallback(
      async (filter: CallFilter, column: string, shownOnes: readonly string[]) => {
        const field = fields.find(({ id }) => id === column)!
        const found = await office.callHistory.groups({
          filter,
          by: [{ field: column }],
          totals: ['wait', 'talk', ...shownOnes.filter((id) => id === 'cost')],
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
            totals: totalTexts(totals, money),
            title: (column === 'client' && names.get(Number(key))) || field.label(key),
          })),
        }
      },
      [fields, money],
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

/** What stands under the columns of a group: durations, and costs by currency. */
function totalTexts(totals: readonly GroupSum[], money: Notation['money']): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { field, sum, currency } of totals) {
    const text = currency === undefined ? clockOf(sum) : money({ amount: Math.round(sum), currency })
    texts[field] = texts[field] === undefined ? text : `${texts[field]} + ${text}`
  }
  return texts
}

function offered(field: CallFieldInWords, filter: CallFilter, scale: number | undefined): FilterField {
  const { id, title, type, label, values } = field
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
