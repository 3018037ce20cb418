import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../app/contract/timeline.ts'
import { Button } from '../../../kit/Button.tsx'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { openWindow } from '../../../shell/windows/index.ts'
import { clockOf } from '../../calls/lengths.ts'
import { EntryFrame } from './EntryFrame.tsx'

type Told = Extract<TimelineEntry, { kind: 'call' }>

/** A call with the client: which way, what came of it, how long one spoke; its window says the rest. */
export function CallEntry({ at, by, call }: Pick<Told, 'at' | 'by' | 'call'>) {
  const { t } = useTranslation()
  const said = [
    call.outcome === null ? t('callHistory.onLine') : t(`callOutcomes.${call.outcome}`),
    call.talked > 0 ? clockOf(call.talked) : '',
    call.missed ? t(`callHistory.returns.${call.returnedAt === null ? 'waiting' : 'returned'}`) : '',
  ]
  return (
    <EntryFrame at={at} by={by} deed={t(`timeline.calls.${call.direction}`)}>
      <p className="client-remark-foot">
        <Button size="small" kind="quiet" onClick={() => void openWindow(`/calls/${call.id}`)}>
          {said.filter((part) => part !== '').join(' · ')}
        </Button>
      </p>
      {call.note !== '' && (
        <p className="client-remark client-notes" dir="auto">
          <TextWithNumbers text={call.note} />
        </p>
      )}
    </EntryFrame>
  )
}
