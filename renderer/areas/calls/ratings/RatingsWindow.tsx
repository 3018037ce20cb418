import { useQuery } from '@tanstack/react-query'
import { Settings2, Star } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rating } from '../../../../app/contract/ratings.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Facts } from '../../../kit/Facts.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../../kit/grid/types.ts'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { Stars } from './Stars.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import './ratings.css'

const SPAN = 90 * 24 * 3_600_000

/** What clients thought of calls, and how that is by employee. */
export function RatingsWindow() {
  const { t } = useTranslation()
  const notation = useNotation()
  const win = useWindow()
  const mayChange = useMay()('telephone.edit')
  const [since] = useState(() => Date.now() - SPAN)
  const [changing, setChanging] = useState(false)
  const averages = useQuery(ask.ratings.averages.queryOptions({ input: { since } }))
  const rows = useMemo(
    (): RowSource<Rating> => ({
      page: (offset, limit, signal) => office.ratings.page({ offset, limit }, { signal }),
    }),
    [],
  )
  const columns = useMemo(
    (): Column<Rating>[] => [
      {
        id: 'at',
        title: t('ratings.columns.at'),
        width: 140,
        fixed: true,
        value: ({ at }) => notation.dayAndTime(at),
      },
      {
        id: 'stars',
        title: t('ratings.columns.stars'),
        width: 90,
        value: ({ stars }) => stars,
        render: ({ stars }) => <Stars given={[stars]} />,
      },
      {
        id: 'employee',
        title: t('ratings.columns.employee'),
        width: 140,
        value: ({ employee }) => employee ?? '',
      },
      {
        id: 'client',
        title: t('ratings.columns.client'),
        width: 180,
        value: ({ client }) => client?.name ?? '',
      },
      { id: 'words', title: t('ratings.columns.words'), width: 240, grow: 2, value: ({ words }) => words },
      { id: 'via', title: t('ratings.columns.via'), width: 140, value: ({ via }) => t(`ratings.via.${via}`) },
    ],
    [t, notation],
  )
  if (averages.isError)
    return <ErrorState title={sentenceOf(averages.error)} onRetry={() => void averages.refetch()} />
  const rules = mayChange && (
    <Button icon={Settings2} onClick={() => setChanging(true)}>
      {t('ratings.rules')}
    </Button>
  )
  return (
    <div className="ratings">
      <header>
        {averages.data && averages.data.length > 0 && (
          <section aria-label={t('ratings.averages')}>
            <h2>{t('ratings.averages')}</h2>
            <Facts
              facts={averages.data.map(({ employee, count, average }) => ({
                name: employee ?? t('ratings.nobody'),
                value: `${notation.number(average / 100, { minimumFractionDigits: 1, maximumFractionDigits: 2 })} ★ · ${t('ratings.count', { count, shown: notation.number(count) })}`,
              }))}
            />
          </section>
        )}
        {rules}
      </header>
      <Grid
        label={t('ratings.list')}
        columns={columns}
        rows={rows}
        version={averages.dataUpdatedAt}
        rowId={rowId}
        onOpen={({ client }) => client && void win.open(`/clients/${client.id}`)}
        tone={({ stars }) => (stars <= 2 ? 'bad' : stars === 5 ? 'good' : undefined)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState icon={Star} title={t('ratings.empty')} text={t('ratings.emptyText')} />}
      />
      {changing && <RulesDialog onClosed={() => setChanging(false)} />}
    </div>
  )
}

const rowId = (rating: Rating) => rating.id
