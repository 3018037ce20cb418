import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScoredCall } from '../../../../app/contract/callQuality.ts'
import { Chip } from '../../../kit/Chip.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../../kit/grid/types.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { PeriodBar } from '../costs/PeriodBar.tsx'
import { daysNow } from '../costs/periodDays.ts'
import { resultText, toneOfResult } from './results.ts'

/** Calls of some days that were scored, each opening its card. */
export function ScoresTab() {
  const { t } = useTranslation()
  const notation = useNotation()
  const win = useWindow()
  const [days, setDays] = useState(() => daysNow('this-month'))
  // Told of changes like every question, it says when the rows are to be read anew.
  const { dataUpdatedAt } = useQuery(ask.callQuality.results.queryOptions({ input: days }))
  const rows = useMemo(
    (): RowSource<ScoredCall> => ({
      page: (offset, limit, signal) => office.callQuality.scores({ ...days, offset, limit }, { signal }),
    }),
    [days],
  )
  const columns = useMemo(
    (): Column<ScoredCall>[] => [
      {
        id: 'startedAt',
        title: t('quality.columns.call'),
        width: 150,
        fixed: true,
        value: ({ startedAt }) => notation.dayAndTime(startedAt),
      },
      {
        id: 'employee',
        title: t('quality.columns.employee'),
        width: 150,
        value: ({ employee }) => employee ?? t('ratings.nobody'),
      },
      {
        id: 'result',
        title: t('quality.columns.result'),
        width: 100,
        align: 'end',
        value: ({ result }) => resultText(notation, result),
        render: ({ result }) => <Chip tone={toneOfResult(result)}>{resultText(notation, result)}</Chip>,
      },
      {
        id: 'checklist',
        title: t('quality.columns.checklist'),
        width: 170,
        value: ({ checklist }) => checklist,
      },
      { id: 'words', title: t('quality.columns.words'), width: 240, grow: 2, value: ({ words }) => words },
      { id: 'by', title: t('quality.columns.by'), width: 140, value: ({ by }) => by },
    ],
    [t, notation],
  )
  return (
    <div className="costs">
      <div className="costs-bar">
        <PeriodBar days={days} onDays={setDays} />
      </div>
      <Grid
        label={t('quality.calls')}
        columns={columns}
        rows={rows}
        version={dataUpdatedAt}
        rowId={({ call }) => call}
        onOpen={({ call }) => void win.open(`/calls/${call}`)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('quality.empty')} text={t('quality.emptyText')} />}
      />
    </div>
  )
}
