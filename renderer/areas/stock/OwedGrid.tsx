import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwedRow } from '../../../app/contract/journal.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column } from '../../kit/grid/types.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useLocalTable } from '../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import { amountText } from './amounts.ts'
import type { Asked } from './BooksTab.tsx'

export const owedAccounts = ['receivables', 'payables', 'bonuses'] as const
export type OwedAccount = (typeof owedAccounts)[number]

const none: readonly OwedRow[] = []

/** Who owes the office, or is owed by it, the largest first; a line opens what the debt is made of. */
export function OwedGrid({ account, onAsk }: { account: OwedAccount; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { data = none, dataUpdatedAt } = useQuery(ask.journal.owed.queryOptions({ input: { account } }))
  const columns = useMemo(
    (): Column<OwedRow>[] => [
      {
        id: 'counterparty',
        title: t('stock.columns.counterparty'),
        width: 240,
        grow: 2,
        fixed: true,
        sortable: true,
        value: ({ counterparty }) => counterparty?.name ?? t('stock.others'),
      },
      {
        id: 'amount',
        title: t('stock.columns.owed'),
        width: 160,
        align: 'end',
        sortable: true,
        order: ({ amount }) => Math.abs(amount),
        value: ({ amount, currency }) =>
          amountText(notation, account === 'receivables' ? amount : 0 - amount, currency),
      },
    ],
    [t, notation, account],
  )
  const all = useCallback(() => data, [data])
  const table = useLocalTable('owed', all, columns)
  return (
    <Grid
      label={t(`stock.accounts.${account}`)}
      {...table}
      version={dataUpdatedAt}
      rowId={({ counterparty, currency }) => `${counterparty?.id ?? 0} ${currency}`}
      onOpen={({ counterparty, currency }) => {
        if (counterparty) onAsk({ account, currency, counterparty })
      }}
      describeError={(problem) => ({ title: sentenceOf(problem) })}
      empty={<EmptyState title={t('stock.empty.owed')} />}
    />
  )
}
