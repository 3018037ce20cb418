import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { clientFields } from '../../../../app/clientFields.ts'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import type { GroupSum } from '../../../../app/contract/counting.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'

const money: ReadonlySet<string> = new Set(
  clientFields.filter(({ type }) => type === 'money').map(({ id }) => id),
)

/** Columns with money among those that are shown: what is added up. Percents are not. */
export const summed = (columns: readonly string[]): string[] => columns.filter((id) => money.has(id))

/** Sums as they stand under a column, by its id: one for each currency. */
export function useSums(): (sums: readonly GroupSum[]) => Record<string, string> {
  const notation = useNotation()
  return useCallback(
    (sums) =>
      Object.fromEntries(
        [...Map.groupBy(sums, ({ field }) => field)].map(([field, own]) => [
          field,
          own.map(({ sum, currency = '' }) => notation.money({ amount: sum, currency })).join(' + '),
        ]),
      ),
    [notation],
  )
}

/** What stands under the columns with money, for all clients that are found. Asked only while such a column is shown. */
export function useClientTotals(filter: ClientFilter, columns: readonly string[]): Record<string, string> {
  const totals = summed(columns)
  const texts = useSums()
  const { data } = useQuery({
    ...ask.clients.groups.queryOptions({ input: { filter, by: [{ field: 'kind' }], totals, limit: 1 } }),
    enabled: totals.length > 0,
  })
  return useMemo(() => (data ? texts(data.totals) : {}), [data, texts])
}
