import { useQuery } from '@tanstack/react-query'
import { Download, Printer, RefreshCw } from 'lucide-react'
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { costGroups, type CostGroup, type CostRow } from '../../../../app/contract/callCosts.ts'
import { fromMinor } from '../../../../app/money.ts'
import { Button } from '../../../kit/Button.tsx'
import type { ChartData } from '../../../kit/chart/types.ts'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { printRows } from '../../../kit/grid/printRows.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { CostedCalls } from './CostedCalls.tsx'
import { costColumns, useRowName } from './costColumns.ts'
import { PeriodBar } from './PeriodBar.tsx'
import { daysNow } from './periodDays.ts'
import { ReckonDialog } from './ReckonDialog.tsx'
import { saveTable } from './saveTable.ts'

const Chart = lazy(async () => ({ default: (await import('../../../kit/chart/Chart.tsx')).Chart }))

/** Bars that are still told apart; a line of days takes more. */
const mostBars = 12
const byCost = [{ column: 'sum', descending: true }]

/** What calls of some days cost, put together by whose or what they were; each row opens its calls. */
export function CostReportTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const notation = useNotation()
  const { direction } = useLanguage()
  const [days, setDays] = useState(() => daysNow('this-month'))
  const [by, setBy] = useState<CostGroup>('employee')
  const [currency, setCurrency] = useState<string>()
  const [opened, setOpened] = useState<{ key?: string; name: string; unrated: boolean }>()
  const [reckoning, setReckoning] = useState(false)
  const query = { ...days, by, ...(currency === undefined ? {} : { currency }) }
  const { data, error, refetch } = useQuery({
    ...ask.callCosts.report.queryOptions({ input: query }),
    placeholderData: (before) => before,
  })
  const nameOf = useRowName(by)
  const inTime = by === 'day' || by === 'month'
  const rows = useMemo(() => data?.rows ?? [], [data])
  const columns = useMemo(
    () => costColumns({ t, notation, nameOf, by, report: data }),
    [t, notation, nameOf, by, data],
  )
  const all = useMemo(() => () => rows, [rows])
  const table = useLocalTable(`costs.${inTime ? 'time' : 'groups'}`, all, columns, {
    sort: inTime ? [{ column: 'name', descending: false }] : byCost,
  })
  const title = t('costs.titleOf', {
    by: t(`costs.by.${by}`),
    from: notation.date(days.from),
    to: notation.date(days.to),
  })
  const printByKey = useEffectEvent(() => printRows(title, rows, columns))
  useEffect(
    () => (shown && opened === undefined ? win.registerCommand('print', () => printByKey()) : undefined),
    [win, shown, opened],
  )
  useEffect(
    () => (shown ? win.registerCommand('refresh', () => void refetch()) : undefined),
    [win, shown, refetch],
  )

  if (opened)
    return (
      <CostedCalls query={{ ...query, ...opened }} title={opened.name} onBack={() => setOpened(undefined)} />
    )
  const open = (row: CostRow) => setOpened({ key: row.key, name: nameOf(row), unrated: false })
  const drawn = chartOf(rows, nameOf, inTime, data?.currency ?? 'USD', t('costs.sum'))
  return (
    <div className="costs">
      <div className="costs-bar">
        <PeriodBar days={days} onDays={setDays} />
        <SelectField
          label={t('costs.groupBy')}
          value={by}
          onChange={(event) => setBy(event.currentTarget.value as CostGroup)}
          options={costGroups.map((id) => ({ id, label: t(`costs.by.${id}`) }))}
        />
        {data && data.currencies.some((one) => one !== data.currency) && (
          <SelectField
            label={t('fields.currency')}
            value={data.currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
            options={[...new Set([data.currency, ...data.currencies])].map((id) => ({ id, label: id }))}
          />
        )}
        <span className="costs-space" />
        <IconButton icon={Printer} label={t('costs.print')} onClick={() => printRows(title, rows, columns)} />
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
        {may('calls.rates') && (
          <Button icon={RefreshCw} onClick={() => setReckoning(true)}>
            {t('costs.anew.open')}
          </Button>
        )}
      </div>
      {error && !data ? (
        <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="costs-waiting">
          <Spinner />
        </div>
      ) : (
        <>
          {data.total.unrated > 0 && (
            <p className="costs-note">
              {t('costs.unrated', { count: data.total.unrated, shown: notation.number(data.total.unrated) })}{' '}
              <button
                type="button"
                className="kit-link"
                onClick={() => setOpened({ name: t('costs.unratedCalls'), unrated: true })}
              >
                {t('costs.showThem')}
              </button>
            </p>
          )}
          {drawn.rows.some(({ values }) => values[0]! > 0) && (
            <div className="costs-chart">
              <Suspense fallback={<Spinner />}>
                <Chart
                  kind="bar"
                  data={drawn}
                  rightToLeft={direction === 'rtl'}
                  onPick={(at) => {
                    const row = rows.find(({ key }) => key === drawn.rows[at]?.key)
                    if (row) open(row)
                  }}
                />
              </Suspense>
            </div>
          )}
          <Grid
            label={title}
            {...table}
            version={JSON.stringify(data.total)}
            rowId={(row) => row.key}
            onOpen={open}
            empty={<EmptyState title={t('costs.empty')} text={t('costs.emptyText')} />}
            describeError={(problem) => ({ title: sentenceOf(problem) })}
            footer={
              data.groups > rows.length
                ? t('costs.onlyFirst', {
                    shown: notation.number(rows.length),
                    total: notation.number(data.groups),
                  })
                : undefined
            }
          />
        </>
      )}
      {reckoning && <ReckonDialog days={days} onClosed={() => setReckoning(false)} />}
    </div>
  )
}

/** The dearest rows, or all that follow in time, in whole units of the currency. */
function chartOf(
  rows: readonly CostRow[],
  nameOf: (row: CostRow) => string,
  time: boolean,
  currency: string,
  name: string,
): ChartData {
  const whole = ({ cost, fixed }: CostRow) => fromMinor({ amount: cost + fixed, currency })
  const some = time ? rows : rows.toSorted((a, b) => whole(b) - whole(a)).slice(0, mostBars)
  return {
    time,
    parts: [{ key: 'sum', name, tone: 'info' }],
    rows: some.map((row) => ({ key: row.key, name: nameOf(row), tone: 'info', values: [whole(row)] })),
  }
}
