import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmployeeQuality } from '../../../../app/contract/callQuality.ts'
import { Chip } from '../../../kit/Chip.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { daysNow } from '../costs/periodDays.ts'
import { ReportBar } from './ReportBar.tsx'
import { resultText, toneOfResult } from './results.ts'

const none: readonly EmployeeQuality[] = []
const bestFirst = [{ column: 'average', descending: true }]

/** What scores and marks of some days come to, by employee. */
export function EmployeesTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [days, setDays] = useState(() => daysNow('this-month'))
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...ask.callQuality.results.queryOptions({ input: days }),
    placeholderData: (before) => before,
  })
  const rows = data ?? none
  const columns = useMemo((): Column<EmployeeQuality>[] => {
    const count = (id: 'scored' | 'marks'): Column<EmployeeQuality> => ({
      id,
      title: t(`quality.columns.${id}`),
      width: 156,
      align: 'end',
      sortable: true,
      order: (row) => row[id],
      value: (row) => notation.number(row[id]),
      total: notation.number(rows.reduce((all, row) => all + row[id], 0)),
    })
    const result = (id: 'average' | 'lowest'): Column<EmployeeQuality> => ({
      id,
      title: t(`quality.columns.${id}`),
      width: 120,
      align: 'end',
      sortable: true,
      order: (row) => (row[id] ?? -1) / 100,
      value: (row) => (row[id] === null ? '' : resultText(notation, row[id])),
      render: (row) =>
        row[id] !== null && <Chip tone={toneOfResult(row[id])}>{resultText(notation, row[id])}</Chip>,
    })
    return [
      {
        id: 'employee',
        title: t('quality.columns.employee'),
        width: 180,
        grow: 2,
        fixed: true,
        sortable: true,
        value: ({ employee }) => employee?.name ?? t('ratings.nobody'),
        total: t('costs.total'),
      },
      count('scored'),
      result('average'),
      result('lowest'),
      count('marks'),
    ]
  }, [t, notation, rows])
  const all = useMemo(() => () => rows, [rows])
  const table = useLocalTable('callQuality', all, columns, { sort: bestFirst })
  if (error && !data) return <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
  const title = t('quality.titleOf', { from: notation.date(days.from), to: notation.date(days.to) })
  return (
    <div className="costs">
      <ReportBar {...{ shown, title, days, rows, columns }} onDays={setDays} />
      <Grid
        label={title}
        {...table}
        version={dataUpdatedAt}
        rowId={({ employee }) => employee?.id ?? 0}
        describeError={(problem) => ({ title: sentenceOf(problem) })}
        empty={<EmptyState title={t('quality.empty')} text={t('quality.emptyText')} />}
      />
    </div>
  )
}
