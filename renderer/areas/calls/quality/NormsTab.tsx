import { useQuery } from '@tanstack/react-query'
import { Settings2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NormFact, QualityNorms } from '../../../../app/contract/callQuality.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Facts } from '../../../kit/Facts.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { daysNow } from '../costs/periodDays.ts'
import { NormsDialog } from './NormsDialog.tsx'
import { ReportBar } from './ReportBar.tsx'

const none: readonly NormFact[] = []
const inOrder = [{ column: 'key', descending: false }]
/** Of how many calls, and how many of them were in time. */
const parts = {
  answer: { of: 'incoming', inTime: 'answered' },
  return: { of: 'missed', inTime: 'returned' },
} as const
type Norm = keyof typeof parts

/** What the office has set itself for answering and returning calls, and how it was. */
export function NormsTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [days, setDays] = useState(() => daysNow('this-month'))
  const [changing, setChanging] = useState(false)
  const norms = useQuery(ask.callQuality.norms.queryOptions())
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...ask.callQuality.facts.queryOptions({ input: days }),
    placeholderData: (before) => before,
  })
  const rows = data?.rows ?? none
  const plan = norms.data
  const columns = useMemo((): Column<NormFact>[] => {
    const count = (id: 'incoming' | 'answered' | 'missed' | 'returned'): Column<NormFact> => ({
      id,
      title: t(`quality.columns.${id}`),
      width: id === 'returned' ? 164 : 120,
      align: 'end',
      sortable: true,
      order: (row) => row[id],
      value: (row) => notation.number(row[id]),
      ...(data ? { total: notation.number(data.all[id]) } : {}),
    })
    const share = (norm: Norm): Column<NormFact> => {
      const of = (row: NormFact) => {
        const { of: whole, inTime } = parts[norm]
        return row[whole] === 0 ? undefined : row[inTime] / row[whole]
      }
      const text = (row: NormFact) => {
        const value = of(row)
        return value === undefined
          ? ''
          : notation.number(value, { style: 'percent', maximumFractionDigits: 1 })
      }
      return {
        id: norm,
        title: t(`quality.columns.${norm}`),
        width: 124,
        align: 'end',
        sortable: true,
        order: (row) => of(row) ?? -1,
        value: text,
        render: (row) => {
          const value = of(row)
          return (
            value !== undefined &&
            plan && <Chip tone={value * 100 >= plan[norm].percent ? 'good' : 'bad'}>{text(row)}</Chip>
          )
        },
        ...(data ? { total: text(data.all) } : {}),
      }
    }
    return [
      {
        id: 'key',
        title: t('quality.columns.days'),
        width: 120,
        fixed: true,
        sortable: true,
        order: ({ key }) => key,
        value: ({ key }) => (key.length === 7 ? key : notation.date(key)),
        total: t('costs.total'),
      },
      count('incoming'),
      count('answered'),
      share('answer'),
      count('missed'),
      count('returned'),
      share('return'),
    ]
  }, [t, notation, data, plan])
  const all = useMemo(() => () => rows, [rows])
  const table = useLocalTable('callNorms', all, columns, { sort: inOrder })
  const problem = norms.error ?? (data ? null : error)
  if (problem)
    return (
      <ErrorState
        title={sentenceOf(problem)}
        onRetry={() => void Promise.all([norms.refetch(), refetch()])}
      />
    )
  const title = t('quality.normsOf', { from: notation.date(days.from), to: notation.date(days.to) })
  const fact = (norm: Norm, norms: QualityNorms, all: NormFact) => {
    const { of, inTime } = parts[norm]
    const share = all[of] > 0 ? all[inTime] / all[of] : undefined
    const percent = (value: number) => notation.number(value, { style: 'percent', maximumFractionDigits: 1 })
    return {
      name: t(`quality.plan.${norm}`, {
        percent: percent(norms[norm].percent / 100),
        time: notation.number(norm === 'answer' ? norms.answer.seconds : norms.return.minutes),
      }),
      value: share === undefined ? '–' : t('quality.fact', { share: percent(share) }),
      ...(share === undefined
        ? {}
        : { tone: share * 100 >= norms[norm].percent ? ('good' as const) : ('bad' as const) }),
    }
  }
  return (
    <div className="costs">
      <ReportBar {...{ shown, title, days, rows, columns }} onDays={setDays}>
        <Button icon={Settings2} onClick={() => setChanging(true)}>
          {t('quality.changeNorms')}
        </Button>
      </ReportBar>
      {plan && data && (
        <section className="quality-plan" aria-label={t('quality.norms')}>
          <Facts facts={[fact('answer', plan, data.all), fact('return', plan, data.all)]} />
        </section>
      )}
      <Grid
        label={title}
        {...table}
        version={dataUpdatedAt}
        rowId={({ key }) => key}
        describeError={(problem) => ({ title: sentenceOf(problem) })}
        empty={<EmptyState title={t('costs.empty')} text={t('quality.noCalls')} />}
      />
      {changing && plan && <NormsDialog norms={plan} onClosed={() => setChanging(false)} />}
    </div>
  )
}
