import { useQuery } from '@tanstack/react-query'
import { Plus, ScanBarcode } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficeDevice } from '../../../app/contract/devices.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { DeviceDialog } from './DeviceDialog.tsx'
import { DeviceLine } from './DeviceLine.tsx'
import './devices.css'

/** The office's devices: how they stand, and for who may, how they are set up. `shown`: whether its keys are heard. */
export function DevicesWindow({ shown = true }: { shown?: boolean }) {
  const { t } = useTranslation()
  const mayEdit = useMay()('devices.edit')
  const { registerCommand } = useWindow()
  const states = useQuery(ask.devices.states.queryOptions())
  const all = useQuery({ ...ask.devices.all.queryOptions(), enabled: mayEdit })
  const [open, setOpen] = useState<{ device?: OfficeDevice }>()
  const makeNew = useEffectEvent(() => setOpen({}))
  useEffect(
    () => (shown && mayEdit ? registerCommand('new', () => makeNew()) : undefined),
    [shown, mayEdit, registerCommand],
  )

  const broken = states.error ?? all.error
  if (broken)
    return (
      <ErrorState
        title={sentenceOf(broken)}
        onRetry={() => void Promise.all([states.refetch(), mayEdit && all.refetch()])}
      />
    )
  if (!states.data || (mayEdit && !all.data)) return null

  const putAway = async ({ id, name }: { id: number; name: string }, removed: boolean) => {
    try {
      await office.devices.remove({ id, removed })
      toast({
        tone: 'good',
        text: t(removed ? 'devices.gone' : 'devices.back', { name }),
        ...(removed
          ? { action: { label: t('lists.undo'), onChoose: () => void putAway({ id, name }, false) } }
          : {}),
      })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  return (
    <section className="devices" aria-label={t('devices.title')}>
      <header>
        <p className="kit-hint">{t('devices.help')}</p>
        {mayEdit && (
          <Button icon={Plus} keys={keys.new} onClick={() => setOpen({})}>
            {t('devices.new')}
          </Button>
        )}
      </header>
      {!mayEdit && <Banner tone="info">{t('devices.readOnly')}</Banner>}
      {states.data.length === 0 ? (
        <EmptyState icon={ScanBarcode} title={t('devices.empty.title')} text={t('devices.empty.text')} />
      ) : (
        <ul className="devices-lines">
          {states.data.map((state) => {
            const device = all.data?.devices.find(({ id }) => id === state.id)
            return (
              <DeviceLine
                key={state.id}
                device={state}
                onEdit={device && (() => setOpen({ device }))}
                onRemove={device && (() => void putAway(device, true))}
              />
            )
          })}
        </ul>
      )}
      {open && all.data && (
        <DeviceDialog device={open.device} seats={all.data.seats} onClosed={() => setOpen(undefined)} />
      )}
    </section>
  )
}
