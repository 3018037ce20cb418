import { Archive, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DeviceState } from '../../../app/contract/devices.ts'
import { Dot } from '../../kit/Badge.tsx'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { Facts } from '../../kit/Facts.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { DeviceActions, PrintJobs } from './DeviceActions.tsx'

interface Props {
  readonly device: DeviceState
  readonly onEdit: (() => void) | undefined
  readonly onRemove: (() => void) | undefined
}

const tones = {
  ready: 'good',
  connected: 'good',
  connecting: 'info',
  waiting: 'bad',
  off: 'neutral',
} as const

/** One device: how it stands, what is wrong and what to do, and what it last did. */
export function DeviceLine({ device, onEdit, onRemove }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { name, kind, state, problem, last, jobs } = device
  return (
    <li className="devices-line">
      <div className="devices-head">
        <Dot tone={tones[state]} />
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <span className="devices-kind">{t(`devices.kinds.${kind}.name`)}</span>
        <span className="devices-state">{t(`devices.state.${state}`)}</span>
        <span className="devices-buttons">
          {state !== 'off' && <DeviceActions device={device} />}
          {onEdit && (
            <>
              <Button size="small" icon={Pencil} onClick={onEdit}>
                {t('devices.edit')}
              </Button>
              <Button size="small" kind="quiet" icon={Archive} onClick={onRemove}>
                {t('devices.remove')}
              </Button>
            </>
          )}
        </span>
      </div>
      {problem && <Banner tone="bad">{t(`devices.problems.${problem}`)}</Banner>}
      {jobs.length > 0 && <PrintJobs jobs={jobs} />}
      {last && (
        <Facts
          facts={[{ name: t('devices.last'), value: `${last.text} · ${notation.dayAndTime(last.at)}` }]}
        />
      )}
    </li>
  )
}
