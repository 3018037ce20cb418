import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../../app/criteria.ts'
import { withFilter, type Filter } from '../../../kit/grid/filters/filter.ts'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { Tabs } from '../../../kit/Tabs.tsx'
import { useMay } from '../../../shell/account.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { placesOfCalls } from '../places.ts'
import './calls.css'
import { HistoryView } from './HistoryView.tsx'
import { MissedView } from './MissedView.tsx'
import { useShownCalls } from './useShownCalls.ts'

/** Loaded when it is first looked at: it brings a library of its own. */
const AnalysisView = lazy(() => import('./AnalysisView.tsx'))

const views = ['history', 'missed', 'analysis'] as const
type View = (typeof views)[number]

/** All calls: as they were, who is still to be called back, and what they come to. */
export function CallsWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const shown = useShownCalls()
  const [place, setPlace] = useState<View>('history')
  const waiting = useQuery(ask.callHistory.missed.queryOptions()).data?.total
  /** The calls that a number is made of. */
  const open = (conditions: readonly Condition[]) => {
    const { filters, onFilters } = shown.filtering
    onFilters(conditions.reduce<readonly Filter[]>((all, one) => withFilter(all, one.field, one), filters))
    setPlace('history')
  }
  const more = placesOfCalls(may).map(({ address, ...entry }) => ({
    ...entry,
    onChoose: () => void win.open(address),
  }))
  return (
    <div className="calls">
      <Tabs
        label={t('callHistory.views.label')}
        tab={place}
        onTab={(id) => setPlace(views.find((one) => one === id) ?? 'history')}
        beside={
          <MenuButton label={t('callHistory.places')} kind="quiet" size="small" align="end" entries={more} />
        }
        tabs={[
          {
            id: 'history',
            label: t('callHistory.views.history'),
            content: <HistoryView shown={shown} active={place === 'history'} />,
          },
          {
            id: 'missed',
            label: t('callHistory.views.missed'),
            count: waiting,
            content: <MissedView />,
          },
          {
            id: 'analysis',
            label: t('callHistory.views.analysis'),
            content: (
              <Suspense>
                <AnalysisView shown={shown} onOpen={open} active={place === 'analysis'} />
              </Suspense>
            ),
          },
        ]}
      />
    </div>
  )
}
