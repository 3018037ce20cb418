import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../app/contract/timeline.ts'
import { EntryFrame } from './EntryFrame.tsx'

type Told = Extract<TimelineEntry, { kind: 'series' }>

/** A call of a list or a voice message, as the timeline of whom was called tells it. */
export function SeriesEntry({ at, by, series }: Pick<Told, 'at' | 'by' | 'series'>) {
  const { t } = useTranslation()
  if (series.what === 'voice')
    return (
      <EntryFrame
        at={at}
        by={by}
        deed={t('timeline.voice', {
          name: series.message,
          result: series.result === null ? t('voice.onTheLine') : t(`voice.results.${series.result}`),
        })}
      />
    )
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
