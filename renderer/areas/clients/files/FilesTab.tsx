import { skipToken, useQuery } from '@tanstack/react-query'
import { Paperclip, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { largestFile, type ClientFile } from '../../../../app/contract/files.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useSees } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useReadOnly } from '../card/readOnly.ts'
import { FileLine } from './FileLine.tsx'
import './files.css'
import { attachFiles, useOnTheirWay } from './ownFiles.ts'
import { useDrop } from './useDrop.ts'

/** A client's files, newest first; undefined where the role does not see them, or while they are asked for. */
export function useFiles(client: number | undefined): ReturnType<typeof useQuery<ClientFile[]>> {
  const sees = useSees()
  const asked = client !== undefined && sees('client.files')
  return useQuery(ask.files.list.queryOptions({ input: asked ? { client } : skipToken }))
}

/** Everything that was put to a client: contracts, scans, pictures. Dropped here, opened, renamed, thrown away and brought back. */
export function FilesTab({ card }: { card: ClientCard }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const readOnly = useReadOnly()
  const files = useFiles(card.id)
  const coming = useOnTheirWay(({ all }) => all)
  const [binShown, showBin] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (chosen: File[]) => void attachFiles(card.id, chosen)
  const { over, target } = useDrop(readOnly ? undefined : take)

  if (files.error) return <ErrorState title={sentenceOf(files.error)} onRetry={() => void files.refetch()} />
  if (!files.data)
    return (
      <div className="client-waiting">
        <Spinner />
      </div>
    )
  const own = coming.filter(({ client }) => client === card.id)
  const kept = files.data.filter(({ binnedAt }) => binnedAt === null)
  const binned = files.data.filter(({ binnedAt }) => binnedAt !== null)
  const choose = (
    <Button icon={Paperclip} onClick={() => input.current?.click()}>
      {t('files.add')}
    </Button>
  )
  return (
    <div className="client-files" data-over={over || undefined} {...target}>
      {!readOnly && (
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('files.add')}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            event.target.value = ''
            if (chosen.length > 0) take(chosen)
          }}
        />
      )}
      {own.map(({ key, name, files: count, filesDone, total, done, stop }) => (
        <Progress
          key={key}
          label={t('files.coming', { name })}
          done={done}
          total={total}
          detail={t('files.comingOf', {
            at: notation.number(Math.min(count, filesDone + 1)),
            count: notation.number(count),
          })}
          onCancel={stop}
        />
      ))}
      {kept.length === 0 && own.length === 0 ? (
        <EmptyState
          icon={Paperclip}
          title={t('files.empty')}
          text={
            readOnly
              ? t('files.emptyToRead')
              : t('files.emptyHelp', { most: notation.number(largestFile / 1024 / 1024) })
          }
        >
          {!readOnly && choose}
        </EmptyState>
      ) : (
        <>
          <ul className="client-files-list" aria-label={t('files.list')}>
            {kept.map((file) => (
              <FileLine key={file.id} file={file} />
            ))}
          </ul>
          {!readOnly && (
            <div className="client-files-add">
              {choose}
              <span className="client-soft client-small">{t('files.dropHint')}</span>
            </div>
          )}
        </>
      )}
      {binned.length > 0 && (
        <div className="client-files-bin">
          <Button
            kind="quiet"
            size="small"
            icon={Trash2}
            aria-expanded={binShown}
            onClick={() => showBin(!binShown)}
          >
            {t('files.inBin', { count: binned.length, shown: notation.number(binned.length) })}
          </Button>
          {binShown && (
            <ul className="client-files-list" aria-label={t('files.bin')}>
              {binned.map((file) => (
                <FileLine key={file.id} file={file} />
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
