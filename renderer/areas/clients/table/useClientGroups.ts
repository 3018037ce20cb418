import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter, ClientPageRequest, ClientRow } from '../../../../app/contract/clients.ts'
import type { Condition } from '../../../../app/criteria.ts'
import { daysIn } from '../../../../app/periods.ts'
import type { Grouping, GroupStep } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useSums } from './useClientTotals.ts'
import { useClientFields, type ClientFieldInWords } from '../useClientFields.ts'

/** More groups than anybody reads: those behind are found by a filter. */
const most = 5000

/** The clients put together by fields, asked for level by level as groups are opened. */
export function useClientGroups(
  asked: ClientFilter,
  order: ClientPageRequest['order'],
  /** Columns with money, which are added up in each group. */
  totals: readonly string[],
): Pick<Grouping<ClientRow>, 'groups' | 'rows'> {
  const { t } = useTranslation()
  const { number } = useNotation()
  const fields = useClientFields()
  const texts = useSums()
  const totalled = totals.join(' ')
  return useMemo(() => {
    const within = (path: readonly GroupStep[]): ClientFilter => ({
      ...asked,
      conditions: [
        ...(asked.conditions ?? []),
        ...path.map((step) =>
          conditionOf(
            step,
            fields.find(({ id }) => id === step.column),
          ),
        ),
      ],
    })
    return {
      async groups(path, column) {
        const field = fields.find(({ id }) => id === column)
        const { count, groups, groupCount } = await office.clients.groups({
          filter: within(path),
          by: [{ field: column }],
          totals: totalled === '' ? [] : totalled.split(' '),
          limit: most,
        })
        if (groupCount > groups.length)
          toast({
            text: t('grid.group.onlyFirst', { most: number(most), total: number(groupCount) }),
            tone: 'warn',
          })
        return {
          records: count,
          groups: groups.map(({ key: [key = null], count, totals }) => ({
            key,
            count,
            ...(totals.length > 0 ? { totals: texts(totals) } : {}),
            title: field?.label(key) ?? String(key),
          })),
        }
      },
      rows: (path, offset, limit, signal) =>
        office.clients.page({ filter: within(path), order, offset, limit }, { signal }),
    }
  }, [asked, order, fields, texts, totalled, t, number])
}

/** What is true of everybody in a group: of days, that they lie in its year, month or day. */
function conditionOf({ column, key }: GroupStep, field: ClientFieldInWords | undefined): Condition {
  if (key === null) return { field: column, is: 'empty' }
  if (field?.type === 'date') return { field: column, is: 'between', ...daysIn(String(key)) }
  return { field: column, is: 'one-of', values: [key] }
}
