import { Monitor, Printer, Wallet } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DeviceState } from '../../../app/contract/devices.ts'
import { Button } from '../../kit/Button.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { printReceipt } from '../../shell/printing/printing.ts'
import { testReceipt } from './testReceipt.ts'

/** Does something with a device, and says where it could not. */
const doing = (what: () => Promise<unknown>) => () =>
  void what().catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error) }))

/** What a printer or a display can be asked for at once. */
export function DeviceActions({ device: { id, kind, drawer } }: { device: DeviceState }) {
  const { t } = useTranslation()
  const testPage = async () => {
    const printer = (await office.devices.outputs()).find((one) => one.id === id)
    if (printer) await printReceipt(printer, testReceipt(t, printer))
  }
  const greet = () => office.devices.show({ display: id, lines: ['1234567890'.repeat(4), 'Counterpart'] })
  if (kind === 'scanner' || kind === 'terminal') return null
  if (kind === 'display')
    return (
      <Button size="small" icon={Monitor} onClick={doing(greet)}>
        {t('devices.display.try')}
      </Button>
    )
  return (
    <>
      <Button size="small" icon={Printer} onClick={doing(testPage)}>
        {t('devices.printer.testPage')}
      </Button>
      {drawer && (
        <Button size="small" icon={Wallet} onClick={doing(() => office.devices.openDrawer({ printer: id }))}>
          {t('devices.printer.openDrawer')}
        </Button>
      )}
    </>
  )
}

/** What has not come out of a printer, or perhaps not, and what becomes of it. */
export function PrintJobs({ jobs }: Pick<DeviceState, 'jobs'>) {
  const { t } = useTranslation()
  const notation = useNotation()
  return (
    <ul className="devices-jobs" aria-label={t('devices.jobs.label')}>
      {jobs.map(({ id, title, at, state }) => {
        const name = title || t('devices.printer.openDrawer')
        return (
          <li key={id} data-state={state}>
            <span>
              <bdi>{name}</bdi> · {notation.time(at)} · {t(`devices.jobs.${state}`)}
            </span>
            {state === 'unsure' && (
              <Button
                size="small"
                onClick={doing(() => office.devices.settleJob({ job: id, again: true }))}
                aria-label={t('devices.jobs.againOf', { name })}
              >
                {t('devices.jobs.again')}
              </Button>
            )}
            {state !== 'sending' && (
              <Button
                size="small"
                kind="quiet"
                onClick={doing(() => office.devices.settleJob({ job: id, again: false }))}
                aria-label={t(state === 'unsure' ? 'devices.jobs.doneOf' : 'devices.jobs.dropOf', { name })}
              >
                {t(state === 'unsure' ? 'devices.jobs.done' : 'devices.jobs.drop')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
