import { useInfiniteQuery } from '@tanstack/react-query'
import { FileDown, ScrollText } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  timelineKinds,
  type TimelineEntry,
  type TimelineKind,
  type TimelinePlace,
} from '../../../../app/contract/timeline.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Segments } from '../../../kit/Segments.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useMay, useSees } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { ask } from '../../../shell/office/office.ts'
import { ChangeEntry } from './ChangeEntry.tsx'
import { CallEntry } from './CallEntry.tsx'
import { Composer } from './Composer.tsx'
import { EntryFrame } from './EntryFrame.tsx'
import { RemarkEntry } from './RemarkEntry.tsx'
import { SeriesEntry } from './SeriesEntry.tsx'
import './timeline.css'

type Shown = TimelineKind | 'all'

/** Everything that happened with a client, the latest first, and the place to write into it. */
export function Timeline({ id, readOnly }: { id: number; readOnly: boolean }) {
  const { t } = useTranslation()
  const sees = useSees()
  const [shown, setShown] = useState<Shown>('all')
  const seesRemarks = sees('client.notes')
  const seesCalls = useMay()('calls.see')
  const kinds = timelineKinds.filter(
    (kind) => (kind !== 'remark' || seesRemarks) && (kind !== 'call' || seesCalls),
  )
  const stretch = useInfiniteQuery(
    ask.timeline.page.infiniteOptions({
      input: (after: TimelinePlace | undefined) => ({
        id,
        ...(shown === 'all' ? {} : { kinds: [shown] }),
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined as TimelinePlace | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  return (
    <div className="client-timeline">
      {!readOnly && seesRemarks && <Composer id={id} />}
      <div className="client-timeline-scroll" tabIndex={0} role="region" aria-label={t('timeline.title')}>
        <div className="client-timeline-bar">
          <Segments<Shown>
            label={t('timeline.show')}
            chosen={shown}
            onChoose={setShown}
            segments={(['all', ...kinds] as const).map((kind) => ({
              id: kind,
              label: t(`timeline.filter.${kind}`),
            }))}
          />
        </div>
        {stretch.error && !stretch.data ? (
          <ErrorState title={sentenceOf(stretch.error)} onRetry={() => void stretch.refetch()} />
        ) : !stretch.data ? (
          <div className="client-waiting">
            <Spinner />
          </div>
        ) : (
          <Entries
            id={id}
            pinned={stretch.data.pages[0]?.pinned ?? []}
            entries={stretch.data.pages.flatMap((page) => page.entries)}
            more={stretch.hasNextPage}
            onMore={() => {
              if (!stretch.isFetchingNextPage) void stretch.fetchNextPage()
            }}
          />
        )}
      </div>
    </div>
  )
}

interface EntriesProps {
  readonly id: number
  readonly pinned: readonly TimelineEntry[]
  readonly entries: readonly TimelineEntry[]
  /** There are earlier ones. */
  readonly more: boolean
  readonly onMore: () => void
}

function Entries({ id, pinned, entries, more, onMore }: EntriesProps) {
  const { t } = useTranslation()
  if (entries.length === 0)
    return <EmptyState icon={ScrollText} title={t('timeline.empty')} text={t('timeline.emptyHelp')} />
  return (
    <>
      {pinned.length > 0 && (
        <ol className="client-entries pinned" aria-label={t('timeline.pinnedOnes')}>
          {pinned.map((entry) => (
            <Entry key={keyOf(entry)} entry={entry} card={id} />
          ))}
        </ol>
      )}
      <ol className="client-entries" aria-label={t('timeline.title')}>
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} card={id} />
        ))}
      </ol>
      {more && <Earlier key={entries.length} onMore={onMore} />}
    </>
  )
}

/** The end of what has come: the stretch before it comes as one comes near. Made anew for each. */
function Earlier({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation()
  const end = useRef<HTMLDivElement>(null)
  const come = useEffectEvent((seen: readonly IntersectionObserverEntry[]) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) onMore()
  })
  useEffect(() => {
    if (!end.current) return undefined
    const observer = new IntersectionObserver((seen) => come(seen), { rootMargin: '300px' })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={end} className="client-timeline-end">
      <Button kind="quiet" size="small" onClick={onMore}>
        {t('timeline.earlier')}
      </Button>
    </div>
  )
}

function Entry({ entry, card }: { entry: TimelineEntry; card: number }) {
  const { t } = useTranslation()
  const body = () => {
    switch (entry.kind) {
      case 'remark':
        return <RemarkEntry at={entry.at} by={entry.by} remark={entry.remark} />
      case 'change':
        return <ChangeEntry operation={entry.operation} card={card} />
      case 'call':
        return <CallEntry at={entry.at} by={entry.by} call={entry.call} />
      case 'series':
        return <SeriesEntry at={entry.at} by={entry.by} series={entry.series} />
      case 'import':
        return (
          <EntryFrame at={entry.at} by={entry.by} deed={t('timeline.imported')}>
            <p className="client-remark-foot client-soft">
              <FileDown size={14} aria-hidden="true" />
              <bdi>{entry.import.file}</bdi>
            </p>
          </EntryFrame>
        )
    }
  }
  return <li data-kind={entry.kind}>{body()}</li>
}

const keyOf = (entry: TimelineEntry): string =>
  entry.kind === 'remark'
    ? `remark ${entry.remark.id}`
    : entry.kind === 'change'
      ? `change ${entry.operation.id}`
      : entry.kind === 'call'
        ? `call ${entry.call.id}`
        : entry.kind === 'series'
          ? `${entry.series.what} ${entry.series.id}`
          : `import ${entry.import.id}`
