import { useQuery } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallResult } from '../../../../app/contract/callResults.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { printRows } from '../../../kit/grid/printRows.ts'
import type { Column } from '../../../kit/grid/types.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { PeriodBar } from '../costs/PeriodBar.tsx'
import { daysNow } from '../costs/periodDays.ts'
import { clockOf } from '../lengths.ts'
import { saveTable } from '../costs/saveTable.ts'
import '../costs/costs.css'

const byTaken = [{ column: 'taken', descending: true }]
const none: readonly CallResult[] = []

/** What employees did on the telephone in some days. */
export function ResultsWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const notation = useNotation()
  const [days, setDays] = useState(() => daysNow('this-month'))
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...ask.callResults.report.queryOptions({ input: days }),
    placeholderData: (before) => before,
  })
  const rows = data ?? none
  const columns = useMemo((): Column<CallResult>[] => {
    const sum = (id: Exclude<keyof CallResult, 'name'>) => rows.reduce((all, row) => all + row[id], 0)
    const count = (id: 'taken' | 'missed' | 'made' | 'reached' | 'returned' | 'won'): Column<CallResult> => ({
      id,
      title: t(`results.${id}`),
      width: id === 'won' ? 136 : 112,
      align: 'end',
      sortable: true,
      order: (row) => row[id],
      value: (row) => notation.number(row[id]),
      total: notation.number(sum(id)),
    })
    const length = (id: 'waited' | 'talked', total?: string): Column<CallResult> => ({
      id,
      title: t(`results.${id}`),
      width: 104,
      align: 'end',
      sortable: true,
      order: (row) => row[id],
      value: (row) => clockOf(row[id]),
      ...(total === undefined ? {} : { total }),
    })
    return [
      {
        id: 'name',
        title: t('costs.by.employee'),
        width: 160,
        grow: 2,
        fixed: true,
        sortable: true,
        value: ({ name }) => name,
        total: t('costs.total'),
      },
      count('taken'),
      length('waited'),
      count('missed'),
      count('made'),
      count('reached'),
      length('talked', clockOf(sum('talked'))),
      count('returned'),
      count('won'),
    ]
  }, [t, notation, rows])
  const all = useMemo(() => () => rows, [rows])
  const table = useLocalTable('callResults', all, columns, { sort: byTaken })
  const title = t('results.titleOf', { from: notation.date(days.from), to: notation.date(days.to) })
  const printAll = () => printRows(title, rows, columns)
  const printByKey = useEffectEvent(printAll)
  useEffect(() => win.registerCommand('print', () => printByKey()), [win])
  useEffect(() => win.registerCommand('refresh', () => void refetch()), [win, refetch])
  if (error && !data) return <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
  return (
    <div className="costs">
      <div className="costs-bar">
        <PeriodBar days={days} onDays={setDays} />
        <span className="costs-space" />
        <IconButton icon={Printer} label={t('costs.print')} onClick={printAll} />
        {may('calls.export') && (
          <MenuButton
            label={t('costs.export')}
            icon={Download}
            align="end"
            entries={(['xlsx', 'csv'] as const).map((format) => ({
              label: t(`clients.export.${format}`),
              icon: Download,
              onChoose: () => void saveTable(title, format, rows, columns),
            }))}
          />
        )}
      </div>
      <p className="costs-note">{t('results.wonMeans')}</p>
      <Grid
        label={title}
        {...table}
        version={dataUpdatedAt}
        rowId={({ employeeId }) => employeeId}
        describeError={(problem) => ({ title: sentenceOf(problem) })}
        empty={<EmptyState title={t('costs.empty')} text={t('results.emptyText')} />}
      />
    </div>
  )
}
