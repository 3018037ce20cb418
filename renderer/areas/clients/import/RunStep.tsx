import { CircleCheck, CircleSlash, Download, Users } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../../app/contract/imports.ts'
import { Button } from '../../../kit/Button.tsx'
import { Facts, type Fact } from '../../../kit/Facts.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { useImportProgress } from '../../../shell/office/following.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { stopImport, watchOwnImport, type OwnImport } from './ownImport.ts'
import { useUndo } from './useUndo.ts'

type Props = {
  own: OwnImport
  onSaveRefused: () => void
  /** To the rows again, with the same file. */
  onAgain: () => void
  onAnother: () => void
}

/** The import at work, and what became of it. */
export function RunStep({ own, onSaveRefused, onAgain, onAnother }: Props) {
  const { t } = useTranslation()
  useEffect(() => watchOwnImport(), [])
  switch (own.state) {
    case 'running':
    case 'stopping':
      return <Running own={own} />
    case 'stopped':
      return (
        <div className="import-end">
          <span className="import-end-icon" data-tone="neutral">
            <CircleSlash size={26} aria-hidden="true" />
          </span>
          <h2>{t('imports.run.cancelled')}</h2>
          <p>{t('imports.run.cancelledText')}</p>
          <div className="import-end-actions">
            <Button kind="primary" onClick={onAgain}>
              {t('imports.run.again')}
            </Button>
          </div>
        </div>
      )
    case 'failed':
      return (
        <ErrorState title={t('imports.run.failed')} text={own.problem ?? t('imports.run.failedText')}>
          <Button onClick={onAgain}>{t('imports.run.again')}</Button>
        </ErrorState>
      )
    default:
      return own.result ? (
        <Done own={own} result={own.result} onSaveRefused={onSaveRefused} onAnother={onAnother} />
      ) : null
  }
}

function Running({ own }: { own: OwnImport }) {
  const { t } = useTranslation()
  const progress = useImportProgress((state) => state.progress)
  const stopping = own.state === 'stopping'
  return (
    <div className="import-running">
      <Progress
        label={stopping ? t('imports.run.stopping') : t('imports.run.running', { file: own.file })}
        done={progress?.done ?? 0}
        total={stopping ? undefined : own.rows}
      />
      <p>{t('imports.run.goOn')}</p>
      <Button disabled={stopping} onClick={() => void stopImport()}>
        {t('imports.run.stop')}
      </Button>
    </div>
  )
}

function Done(props: {
  own: OwnImport
  result: ImportResult
  onSaveRefused: () => void
  onAnother: () => void
}) {
  const { own, result, onSaveRefused, onAnother } = props
  const { t } = useTranslation()
  const notation = useNotation()
  const win = useWindow()
  const undo = useUndo()
  const { id, created, updated, duplicates, refused, organisations } = result
  const counted = (count: number) => ({ count, shown: notation.number(count) })
  const facts: Fact[] = [
    { name: t('imports.end.new'), value: notation.number(created) },
    { name: t('imports.end.update'), value: notation.number(updated) },
    { name: t('imports.end.duplicate'), value: notation.number(duplicates) },
    {
      name: t('imports.end.refused'),
      value: notation.number(refused),
      tone: refused > 0 ? 'bad' : undefined,
    },
    ...(organisations > 0
      ? [{ name: t('imports.end.organisations'), value: notation.number(organisations) }]
      : []),
  ]
  const title =
    created > 0
      ? t('imports.end.title', counted(created))
      : updated > 0
        ? t('imports.end.updatedTitle', counted(updated))
        : t('imports.end.nothing')
  return (
    <div className="import-end" role="status">
      <span className="import-end-icon" data-tone="good">
        <CircleCheck size={26} aria-hidden="true" />
      </span>
      <h2>{title}</h2>
      <p>{t('imports.end.from', { file: own.file })}</p>
      <div className="import-facts">
        <Facts facts={facts} />
      </div>
      {own.refused && own.refused.rows.length > 0 && (
        <Button icon={Download} onClick={onSaveRefused}>
          {t('imports.check.saveRefused')}
        </Button>
      )}
      <div className="import-end-actions">
        <Button
          kind="quiet"
          busy={undo.taking !== undefined}
          onClick={() =>
            void undo.ask({ id, file: own.file, created, updated }).then((done) => done && onAnother())
          }
        >
          {t('imports.past.undo')}
        </Button>
        <Button onClick={onAnother}>{t('imports.end.another')}</Button>
        <Button kind="primary" icon={Users} onClick={() => win.open('/clients')}>
          {t('imports.end.show')}
        </Button>
      </div>
    </div>
  )
}
