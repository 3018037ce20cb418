import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TrialRow } from '../../../app/contract/journal.ts'
import type { Account } from '../../../app/accounting/chart.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { today } from '../../kit/grid/filters/filter.ts'
import { Grid } from '../../kit/grid/Grid.tsx'
import { printRows } from '../../kit/grid/printRows.ts'
import type { Column } from '../../kit/grid/types.ts'
import { Printer } from 'lucide-react'
import { IconButton } from '../../kit/IconButton.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { useLocalTable } from '../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import { accountName } from './accountName.ts'
import { amountText } from './amounts.ts'
import { ClosedUntil } from './ClosedUntil.tsx'
import { EntriesView } from './EntriesView.tsx'
import { OwedGrid, owedAccounts, type OwedAccount } from './OwedGrid.tsx'

const none: readonly TrialRow[] = []

/** A number of a report, and what it is made of. */
export interface Asked {
  readonly account: Account
  readonly currency: string
  readonly from?: string
  readonly to?: string
  readonly counterparty?: { readonly id: number; readonly name: string }
}

/** The books: the trial balance of some months and who owes what; each number opens what it is made of. */
export function BooksTab() {
  const { t } = useTranslation()
  const notation = useNotation()
  const [view, setView] = useState<'trial' | OwedAccount>('trial')
  const [months, setMonths] = useState(() => ({ from: today().slice(0, 7), to: today().slice(0, 7) }))
  const [asked, setAsked] = useState<Asked>()
  const {
    data = none,
    error,
    refetch,
    dataUpdatedAt,
  } = useQuery({
    ...ask.journal.trialBalance.queryOptions({ input: months }),
    placeholderData: (before) => before,
  })
  const columns = useMemo((): Column<TrialRow>[] => {
    const amount = (
      id: 'before' | 'debit' | 'credit' | 'after',
      of: (row: TrialRow) => number,
    ): Column<TrialRow> => ({
      id,
      title: t(`stock.columns.${id}`),
      width: 140,
      align: 'end',
      order: of,
      value: (row) => (of(row) === 0 ? '' : amountText(notation, of(row), row.currency)),
    })
    return [
      {
        id: 'account',
        title: t('stock.columns.account'),
        width: 240,
        grow: 2,
        fixed: true,
        sortable: true,
        value: ({ account }) => accountName(t, account),
      },
      amount('before', ({ before }) => before),
      amount('debit', ({ debit }) => debit),
      amount('credit', ({ credit }) => credit),
      amount('after', ({ before, debit, credit }) => before + debit - credit),
    ]
  }, [t, notation])
  const all = useCallback(() => data, [data])
  const table = useLocalTable('trialBalance', all, columns)
  if (asked) return <EntriesView asked={asked} onBack={() => setAsked(undefined)} />
  if (error && data === none) return <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
  const month = (which: 'from' | 'to') => (
    <TextField
      type="month"
      label={t(`stock.months.${which}`)}
      value={months[which]}
      onChange={(event) => {
        const value = event.currentTarget.value
        if (/^\d{4}-\d{2}$/.test(value)) setMonths((before) => ({ ...before, [which]: value }))
      }}
    />
  )
  return (
    <div className="costs">
      <div className="costs-bar">
        <SelectField
          label={t('stock.report')}
          value={view}
          onChange={(event) =>
            setView(owedAccounts.find((one) => one === event.currentTarget.value) ?? 'trial')
          }
          options={[
            { id: 'trial', label: t('stock.trial') },
            ...owedAccounts.map((id) => ({ id, label: t(`stock.accounts.${id}`) })),
          ]}
        />
        {view === 'trial' && (
          <>
            {month('from')}
            {month('to')}
            <IconButton
              icon={Printer}
              label={t('costs.print')}
              onClick={() => printRows(t('stock.trial'), data, columns)}
            />
          </>
        )}
        <span className="costs-space" />
        <ClosedUntil />
      </div>
      {view === 'trial' ? (
        <Grid
          label={t('stock.trial')}
          {...table}
          version={dataUpdatedAt}
          rowId={({ account, currency }) => `${account} ${currency}`}
          onOpen={({ account, currency }) => setAsked({ account, currency, ...months })}
          describeError={(problem) => ({ title: sentenceOf(problem) })}
          empty={<EmptyState title={t('stock.empty.books')} text={t('stock.empty.booksText')} />}
        />
      ) : (
        <OwedGrid account={view} onAsk={setAsked} />
      )}
    </div>
  )
}
