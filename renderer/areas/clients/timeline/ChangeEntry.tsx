import { skipToken, useQuery } from '@tanstack/react-query'
import { ArrowRight, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Operation } from '../../../../app/contract/log.ts'
import { Button } from '../../../kit/Button.tsx'
import { useAccount, useMay } from '../../../shell/account.ts'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { ask } from '../../../shell/office/office.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { useUndoMerge } from '../duplicates/useUndoMerge.ts'
import { placeOnCard, useFieldTexts } from '../fieldTexts.ts'
import { EntryFrame } from './EntryFrame.tsx'

const actions = {
  'clients.create': 'created',
  'clients.save': 'changed',
  'clients.bin': 'binned',
  'clients.restore': 'restored',
  'duplicates.merge': 'merged',
  'duplicates.undo': 'unmerged',
  'duplicates.keepApart': 'apart',
  'files.attach': 'filesAdded',
  'files.rename': 'fileRenamed',
  'files.bin': 'filesBinned',
  'files.restore': 'filesRestored',
} as const
const deedOf = (action: string) =>
  (actions as Readonly<Record<string, (typeof actions)[keyof typeof actions]>>)[action]

/** What somebody did to the client: each field with what left it and what came. */
export function ChangeEntry({ operation, card }: { operation: Operation; card: number }) {
  const { t } = useTranslation()
  // That it went into the bin or came back is said by the action.
  const changes = operation.changes
    .map((change) => ({ ...change, field: change.field.replace(/^client\./, '') }))
    .filter(({ field }) => field !== 'binnedAt')
    .sort((a, b) => placeOnCard(a.field) - placeOnCard(b.field))
  return (
    <EntryFrame
      at={operation.at}
      by={operation.by}
      deed={
        operation.action.startsWith('mass.')
          ? t(operation.action === 'mass.undone' ? 'mass.changedAndTakenBack' : 'mass.changedWithOthers')
          : t(`clients.history.${deedOf(operation.action) ?? 'changed'}`)
      }
    >
      {operation.subject !== null && operation.subject.id !== card && operation.subject.name !== '' && (
        <p className="client-soft client-small" dir="auto">
          {operation.subject.name}
        </p>
      )}
      {operation.action === 'duplicates.merge' && operation.subject?.id === card && (
        <UndoMerge id={card} at={operation.at} />
      )}
      {operation.action.startsWith('mass.') && changes.length > 0 && (
        <button
          type="button"
          className="kit-link"
          onClick={() => void openWindow(`/clients/changes/${-operation.id}`)}
        >
          {t('mass.open')}
        </button>
      )}
      {changes.length > 0 && (
        <dl>
          {changes.map((change) => (
            <Change key={change.field} {...change} />
          ))}
        </dl>
      )}
    </EntryFrame>
  )
}

/** Beside the latest merge of the card: the way back, or why there is none. */
function UndoMerge({ id, at }: { id: number; at: number }) {
  const { t } = useTranslation()
  const may = useMay()
  const { grant } = useAccount()
  const undo = useUndoMerge()
  const allowed = may('clients.merge') && grant.hidden.length === 0
  const { data: last } = useQuery(ask.duplicates.last.queryOptions({ input: allowed ? { id } : skipToken }))
  if (!allowed || !last || last.at !== at) return null
  if (last.changed) return <p className="client-soft client-small">{t('duplicates.merging.changedSince')}</p>
  return (
    <Button size="small" icon={Undo2} onClick={() => void undo(id, last.merge)}>
      {t('duplicates.merging.undo')}
    </Button>
  )
}

/** One field: what left it and what came; of a list only the lines that differ. */
function Change({ field, before, after }: Operation['changes'][number]) {
  const { t } = useTranslation()
  const texts = useFieldTexts()
  const was = texts.items(field, before)
  const is = texts.items(field, after)
  const gone = was.filter((text) => !is.includes(text))
  const came = is.filter((text) => !was.includes(text))
  const moved = gone.length === 0 && came.length === 0
  return (
    <div>
      <dt>{texts.name(field)}</dt>
      <dd>
        {gone.length > 0 && (
          <del aria-label={t('clients.history.before')}>
            <Lines texts={gone} />
          </del>
        )}
        {gone.length > 0 && came.length > 0 && (
          <ArrowRight size={13} className="kit-flip" aria-hidden="true" />
        )}
        {(came.length > 0 || moved) && (
          <ins aria-label={t('clients.history.after')}>
            <Lines texts={moved ? is : came} />
          </ins>
        )}
      </dd>
    </div>
  )
}

const Lines = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text, place) => (
    <span key={place} dir="auto" className="client-block client-notes">
      <TextWithNumbers text={text} />
    </span>
  ))
