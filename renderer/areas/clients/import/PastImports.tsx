import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PastImport } from '../../../../app/contract/imports.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import type { Tone } from '../../../kit/tone.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { useImportProgress } from '../../../shell/office/following.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useUndo } from './useUndo.ts'

const tones: Record<PastImport['state'], Tone> = {
  running: 'info',
  complete: 'good',
  cancelled: 'neutral',
  failed: 'bad',
  undone: 'neutral',
}

/** What came into the office by file, who brought it, and the way back. */
export function PastImports() {
  const { t } = useTranslation()
  const { data: past } = useQuery(ask.imports.past.queryOptions())
  const undo = useUndo()
  if (!past) return null
  const running = past.find(({ state }) => state === 'running')
  const over = past.filter((one) => one !== running)
  return (
    <section className="import-past" aria-labelledby="import-past">
      {running && <Running one={running} />}
      <h2 id="import-past">{t('imports.past.title')}</h2>
      {over.length === 0 ? (
        <p className="import-soft">{t('imports.past.none')}</p>
      ) : (
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('imports.past.when')}</th>
              <th scope="col">{t('imports.past.file')}</th>
              <th scope="col">{t('imports.past.who')}</th>
              <th scope="col">{t('imports.past.what')}</th>
              <th scope="col">
                <span className="kit-unseen">{t('imports.past.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {over.map((one) => (
              <Line
                key={one.id}
                one={one}
                taking={undo.taking === one.id}
                onUndo={() => void undo.ask(one)}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Line({ one, taking, onUndo }: { one: PastImport; taking: boolean; onUndo: () => void }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const counts = (['created', 'updated', 'duplicates', 'refused'] as const)
    .filter((what) => one[what] > 0)
    .map((what) => t(`imports.past.${what}`, { count: one[what], shown: notation.number(one[what]) }))
  return (
    <tr>
      <td className="kit-numbers" title={notation.dayAndTime(one.at)}>
        {notation.when(one.at)}
      </td>
      <th scope="row">
        <bdi title={one.file}>{one.file}</bdi>
      </th>
      <td>
        <bdi>{one.by ?? t('imports.past.commandLine')}</bdi>
      </td>
      <td>
        <div className="import-outcome">
          <Chip tone={tones[one.state]}>{t(`imports.past.state.${one.state}`)}</Chip>
          <span className="import-soft">{counts.join(' · ')}</span>
        </div>
      </td>
      <td className="import-action">
        {one.state === 'complete' && one.yours && one.created + one.updated > 0 && (
          <Button
            size="small"
            busy={taking}
            aria-label={t('imports.past.undoOf', { file: one.file })}
            onClick={onUndo}
          >
            {t('imports.past.undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** One that somebody else, or this person at another computer, has begun. */
function Running({ one }: { one: PastImport }) {
  const { t } = useTranslation()
  const progress = useImportProgress((state) => state.progress)
  const { data: status } = useQuery(ask.session.status.queryOptions())
  const at = progress ?? status?.importing
  const { by, file } = one
  return (
    <div className="import-other">
      <Progress
        label={
          by === null ? t('imports.run.otherUnknown', { file }) : t('imports.run.other', { name: by, file })
        }
        done={at?.done ?? 0}
        total={at?.rows ?? undefined}
      />
      {one.yours && (
        <Button size="small" onClick={() => void office.imports.cancel().catch(() => undefined)}>
          {t('imports.run.stop')}
        </Button>
      )}
    </div>
  )
}
