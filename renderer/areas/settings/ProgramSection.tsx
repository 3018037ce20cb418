import { useQuery } from '@tanstack/react-query'
import { Download, RefreshCw, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { UpdateState } from '../../../app/updates.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { Progress } from '../../kit/Progress.tsx'
import { useMay } from '../../shell/account.ts'
import { ask } from '../../shell/office/office.ts'
import { useUpdates } from './program.ts'

/** Which version this is, and the way to a newer one. */
export function ProgramSection() {
  const { t } = useTranslation()
  const { data: door } = useQuery(ask.door.state.queryOptions())
  const mayUpdate = useMay()('office.edit')
  const { state, ask: askProgram } = useUpdates()
  return (
    <div className="settings-program">
      <h2>{t('updates.version', { version: state?.version ?? door?.version ?? '' })}</h2>
      {!state && <p className="settings-hint">{t('updates.browser')}</p>}
      {state?.phase === 'by-hand' && <p className="settings-hint">{t('updates.byHand')}</p>}
      {state && state.phase !== 'by-hand' && !mayUpdate && (
        <p className="settings-hint">{t('updates.notYours')}</p>
      )}
      {state && state.phase !== 'by-hand' && mayUpdate && (
        <>
          <Standing state={state} />
          <div>
            {state.phase === 'available' ? (
              <Button kind="primary" icon={Download} onClick={() => askProgram('download')}>
                {t('updates.download')}
              </Button>
            ) : state.phase === 'ready' ? (
              <Button kind="primary" icon={RotateCw} onClick={() => askProgram('install')}>
                {t('updates.install')}
              </Button>
            ) : (
              <Button
                icon={RefreshCw}
                busy={state.phase === 'checking'}
                disabled={state.phase === 'downloading'}
                onClick={() => askProgram('check')}
              >
                {t('updates.check')}
              </Button>
            )}
          </div>
          <CheckField
            label={t('updates.automatic')}
            hint={t('updates.automaticHint')}
            checked={state.automatic}
            onChange={(event) => askProgram(event.currentTarget.checked ? 'automatic-on' : 'automatic-off')}
          />
        </>
      )}
    </div>
  )
}

const tones: Partial<Record<UpdateState['phase'], 'good' | 'info' | 'warn'>> = {
  newest: 'good',
  available: 'info',
  ready: 'good',
  failed: 'warn',
}

function Standing({ state: { phase, next, notes, percent } }: { state: UpdateState }) {
  const { t } = useTranslation()
  if (phase === 'downloading')
    return <Progress label={t('updates.downloading', { next })} done={percent ?? 0} total={100} />
  const tone = tones[phase]
  if (!tone || phase === 'by-hand' || phase === 'idle' || phase === 'checking') return null
  return (
    <>
      <Banner tone={tone}>
        {t(`updates.${phase as 'newest' | 'available' | 'ready' | 'failed'}`, { next })}
      </Banner>
      {notes && (phase === 'available' || phase === 'ready') && (
        <section className="settings-news">
          <h3>{t('updates.news')}</h3>
          <p>{notes}</p>
        </section>
      )}
    </>
  )
}
