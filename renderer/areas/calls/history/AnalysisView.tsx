import { useQuery } from '@tanstack/react-query'
import { ChartColumn } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { conditionOf, type Condition, type Value } from '../../../../app/criteria.ts'
import { isGroupable } from '../../../../app/fields.ts'
import { periods, type Period } from '../../../../app/periods.ts'
import { Chart } from '../../../kit/chart/Chart.tsx'
import { HeatMap } from '../../../kit/chart/HeatMap.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { filterOf, withFilter } from '../../../kit/grid/filters/filter.ts'
import { FilterBar, FilterMenu } from '../../../kit/grid/filters/FilterBar.tsx'
import { print } from '../../../kit/print.ts'
import { Segments } from '../../../kit/Segments.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useKitWords } from '../../../kit/words.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { ChartSelect } from '../../clients/charts/ChartSelect.tsx'
import '../../clients/charts/charts.css'
import { FiguresTable } from './FiguresTable.tsx'
import type { CallFieldInWords } from './useCallFields.ts'
import type { ShownCalls } from './useShownCalls.ts'

interface Props {
  readonly shown: ShownCalls
  /** Shows the calls of which these are true too. */
  readonly onOpen: (conditions: readonly Condition[]) => void
  readonly active: boolean
}

const spans = ['year', 'month', 'day'] as const
/** Bars, and lines of the table, beyond which nobody looks. */
const most = 60

/** What counts in the table of hours, and what is true of it. */
const measures = {
  calls: [],
  incoming: [{ field: 'direction', is: 'one-of', values: ['incoming'] }],
  missed: [{ field: 'returned', is: 'filled' }],
} as const satisfies Record<string, readonly Condition[]>
type Measure = keyof typeof measures

/** The calls that are chosen, by hour and by anything else, in pictures and figures; each opens what it is made of. */
export default function AnalysisView({ shown, onOpen, active }: Props) {
  const { t } = useTranslation()
  const words = useKitWords()
  const win = useWindow()
  const place = useRef<HTMLDivElement>(null)
  const [adding, setAdding] = useState<string>()
  const { filtering } = shown
  const time = filterOf(filtering.filters, 'start')
  const onPrint = useEffectEvent(() => place.current && print(place.current, t('callHistory.views.analysis')))
  useEffect(() => (active ? win.registerCommand('print', () => void onPrint()) : undefined), [win, active])
  return (
    <div className="calls-history">
      <div className="calls-analysis-bar">
        <ChartSelect
          label={t('callHistory.analysis.periods')}
          value={time?.is === 'during' ? time.period : ''}
          options={[
            { id: '', label: t('callHistory.analysis.anyTime') },
            ...periods.map((id) => ({ id, label: words.period(id) })),
          ]}
          onChange={(id) =>
            filtering.onFilters(
              withFilter(
                filtering.filters,
                'start',
                id === '' ? undefined : { field: 'start', is: 'during', period: id as Period },
              ),
            )
          }
        />
        <FilterMenu fields={filtering.fields} onField={setAdding} />
      </div>
      <FilterBar {...filtering} adding={adding} onAdded={() => setAdding(undefined)} />
      <div
        className="calls-analysis-scroll"
        tabIndex={0}
        role="region"
        aria-label={t('callHistory.views.analysis')}
      >
        <div ref={place} className="calls-analysis">
          <Hours shown={shown} onOpen={onOpen} />
          <ByField shown={shown} onOpen={onOpen} />
        </div>
      </div>
    </div>
  )
}

type PartProps = Omit<Props, 'active'>

const hours = Array.from({ length: 24 }, (_, at) => at)

/** Hour by hour of the week, from the first hour that anybody calls in to the last. */
function Hours({ shown, onOpen }: PartProps) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [measure, setMeasure] = useState<Measure>('calls')
  const filter = {
    ...shown.asked,
    conditions: [...(shown.asked.conditions ?? []), ...measures[measure]],
  }
  const { data, error, refetch } = useQuery({
    ...ask.callHistory.groups.queryOptions({
      input: { filter, by: [{ field: 'weekday' }, { field: 'hour' }], limit: 200 },
    }),
    placeholderData: (before) => before,
  })
  const days = t('callHistory.weekdays').split('|')
  const values = days.map(() => hours.map(() => 0))
  for (const { key, count } of data?.groups ?? []) values[Number(key[0]) - 1]![Number(key[1])] = count
  // The hours at night when nobody calls would only push the others out of sight.
  const rung = hours.filter((at) => values.some((day) => day[at]! > 0))
  const shownHours = rung.length > 0 ? hours.slice(rung[0], rung.at(-1)! + 1) : hours
  const hour = (at: number) => `${String(at).padStart(2, '0')}:00`
  return (
    <section aria-label={t('callHistory.analysis.heat')}>
      <div className="calls-analysis-head">
        <h3>{t('callHistory.analysis.heat')}</h3>
        <Segments<Measure>
          label={t('callHistory.analysis.measure')}
          chosen={measure}
          onChoose={setMeasure}
          segments={(Object.keys(measures) as Measure[]).map((id) => ({
            id,
            label: t(`callHistory.analysis.measures.${id}`),
          }))}
        />
      </div>
      {error && !data ? (
        <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <div className="calls-heat">
          <HeatMap
            label={t('callHistory.analysis.heat')}
            title={t('callFields.weekday')}
            rows={days}
            columns={shownHours.map(String)}
            values={values.map((day) => shownHours.map((at) => day[at]!))}
            describe={(day, column) => {
              const at = shownHours[column]!
              return t('callHistory.analysis.cell', {
                day: days[day],
                hour: hour(at),
                count: notation.number(values[day]![at]!),
              })
            }}
            onPick={(day, column) =>
              onOpen([
                ...measures[measure],
                { field: 'weekday', is: 'one-of', values: [day + 1] },
                { field: 'hour', is: 'one-of', values: [shownHours[column]!] },
              ])
            }
          />
        </div>
      )}
    </section>
  )
}

/** Figures by one field. */
function ByField({ shown, onOpen }: PartProps) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { direction } = useLanguage()
  const fields = shown.fields.filter((field) => isGroupable(field) && !field.many)
  const [by, setBy] = useState('employee')
  const [per, setPer] = useState<(typeof spans)[number]>('month')
  const field = fields.find(({ id }) => id === by) ?? fields[0]!
  const { data, error, refetch } = useQuery({
    ...ask.callHistory.summary.queryOptions({
      input: { filter: shown.asked, by: { field: field.id, per }, limit: most },
    }),
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey ?? '').includes(`"field":"${field.id}","per":"${per}"`)
        ? before
        : undefined,
  })
  const names = new Map<Value, string>(data?.clients.map(({ id, name }) => [id, name]))
  const nameOf = (key: Value) => (field.id === 'client' && names.get(key)) || field.label(key)
  const open = (key: Value | undefined, more: readonly Condition[]) =>
    onOpen([...(key === undefined ? [] : [conditionOf(field, key)]), ...more])
  return (
    <section aria-label={t('callHistory.analysis.table')}>
      <div className="calls-analysis-head">
        <h3>{t('callHistory.analysis.table')}</h3>
        <FieldChoice field={field} fields={fields} onField={setBy} />
        {field.type === 'date' && (
          <Segments
            label={t('callHistory.analysis.per')}
            chosen={per}
            onChoose={setPer}
            segments={spans.map((id) => ({ id, label: t(`charts.spans.${id}`) }))}
          />
        )}
      </div>
      {error && !data ? (
        <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="client-waiting">
          <Spinner />
        </div>
      ) : data.all.calls === 0 ? (
        <EmptyState icon={ChartColumn} title={t('callHistory.analysis.none')} />
      ) : (
        <>
          <Chart
            kind="bar"
            rightToLeft={direction === 'rtl'}
            data={{
              time: field.type === 'date',
              parts: [
                { key: 'answered', name: t('callHistory.analysis.columns.answered'), tone: 'good' },
                { key: 'missed', name: t('callHistory.analysis.columns.missed'), tone: 'bad' },
              ],
              rows: data.rows.map((row) => ({
                key: String(row.key),
                name: nameOf(row.key),
                tone: 'accent' as const,
                values: [row.answered, row.missed],
              })),
            }}
            onPick={(row) => open(data.rows[row]?.key, [])}
          />
          {data.count > data.rows.length && (
            <p className="call-soft">
              {t('callHistory.analysis.onlyFirst', {
                shown: notation.number(data.rows.length),
                total: notation.number(data.count),
              })}
            </p>
          )}
          <FiguresTable title={field.title} data={data} nameOf={nameOf} onOpen={open} />
        </>
      )}
    </section>
  )
}

function FieldChoice(props: {
  field: CallFieldInWords
  fields: readonly CallFieldInWords[]
  onField: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <ChartSelect
      label={t('callHistory.analysis.by')}
      value={props.field.id}
      options={props.fields.map(({ id, title }) => ({ id, label: title }))}
      onChange={props.onField}
    />
  )
}
