import { useQuery } from '@tanstack/react-query'
import { CalendarClock, DatabaseBackup, ShieldAlert, ShieldCheck, ShieldX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../app/contract/backups.ts'
import { Button } from '../../kit/Button.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { keys } from '../../shell/keys.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import type { Planned } from './CopyState.tsx'
import { writtenSize } from './size.ts'

type State = 'fine' | 'unchecked' | 'none' | 'failed'
const faces = {
  fine: { icon: ShieldCheck, tone: 'good' },
  unchecked: { icon: ShieldAlert, tone: 'warn' },
  none: { icon: ShieldAlert, tone: 'warn' },
  failed: { icon: ShieldX, tone: 'bad' },
} as const

interface Props {
  /** Newest first; undefined until the office has answered. */
  readonly backups: readonly Backup[] | undefined
  readonly plan: Planned | undefined
  readonly making: boolean
  readonly onMake: () => void
  /** Absent where the person may not. */
  readonly onPlan: (() => void) | undefined
  /** The menu of saved views of the list below. */
  readonly views: ReactNode
}

/** Is the office safe: said in one line, with the moments that matter. */
export function BackupState({ backups, plan, making, onMake, onPlan, views }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { data: status } = useQuery(ask.session.status.queryOptions())
  if (!backups)
    return (
      <header className="backups-state">
        <Spinner />
      </header>
    )
  const [newest] = backups
  const state: State = status?.backupFailed
    ? 'failed'
    : newest === undefined
      ? 'none'
      : newest.verified
        ? 'fine'
        : 'unchecked'
  const { icon: Icon, tone } = faces[state]
  const size = backups.reduce((sum, backup) => sum + backup.size, 0)
  return (
    <header className="backups-state" data-tone={tone}>
      <span className="backups-shield">
        <Icon size={26} aria-hidden="true" />
      </span>
      <div className="backups-words">
        <div role="status">
          <h2>{t(`backups.state.${state}`)}</h2>
        </div>
        {(state === 'none' || state === 'failed') && <p>{t(`backups.state.${state}Help`)}</p>}
        {newest && (
          <dl>
            <div>
              <dt>{t('backups.state.last')}</dt>
              <dd>{notation.dayAndTime(newest.at)}</dd>
            </div>
            {plan && (
              <div>
                <dt>{t('backups.state.next')}</dt>
                <dd>{notation.dayAndTime(plan.nextAt)}</dd>
              </div>
            )}
            <div>
              <dt>{t('backups.state.kept')}</dt>
              <dd>
                {t('backups.state.count', {
                  count: backups.length,
                  shown: notation.number(backups.length),
                  size: writtenSize(t, notation, size),
                })}
              </dd>
            </div>
          </dl>
        )}
      </div>
      <div className="backups-buttons">
        {views}
        {onPlan && (
          <Button icon={CalendarClock} disabled={!plan} onClick={onPlan}>
            {t('backups.plan.button')}
          </Button>
        )}
        <Button kind="primary" icon={DatabaseBackup} keys={keys.new} busy={making} onClick={onMake}>
          {t('backups.make')}
        </Button>
      </div>
    </header>
  )
}
