import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../app/contract/timeline.ts'
import { EntryFrame } from './EntryFrame.tsx'

type Told = Extract<TimelineEntry, { kind: 'series' }>

/** A call of a list, as the timeline of whom was called tells it. */
export function SeriesEntry({ at, by, series }: Pick<Told, 'at' | 'by' | 'series'>) {
  const { t } = useTranslation()
  const result = t(`callLists.results.${series.result}`)
  return (
    <EntryFrame at={at} by={by} deed={t('timeline.called', { name: series.list, result })}>
      {series.note !== '' && (
        <p className="client-remark-text">
          <bdi>{series.note}</bdi>
        </p>
      )}
    </EntryFrame>
  )
}
