import { ArrowRightLeft, IdCard, PhoneOff, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CallerClient } from '../../../../app/liveCall.ts'
import { Button } from '../../../kit/Button.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { useAccount, useMay } from '../../../shell/account.ts'
import type { HeardCall } from '../../../shell/calls/heard.ts'
import { useTelephone } from '../../../shell/calls/telephone.ts'
import { office } from '../../../shell/office/office.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { shownNumber } from '../callWords.ts'
import { asked, handOver, useColleagues } from '../handingOver.ts'

interface Props {
  readonly heard: HeardCall
  readonly client: CallerClient | undefined
}

/** What can be done with a call, as far as the person and the exchange may. */
export function CallActions({ heard, client }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const account = useAccount()
  const { call, phase } = heard
  const { telephone } = useTelephone()
  const live = phase === 'rings' || phase === 'talks'
  const alone = phase !== 'rings' || call.ringing.length <= 1
  /** What rings at others too is not ended for them. */
  const can = (what: 'hang_up' | 'transfer') => live && alone && (telephone?.can.includes(what) ?? false)
  const fresh = new URLSearchParams({
    call: String(call.id),
    phone: shownNumber(call, account.office.country) ?? '',
    name: call.name,
  })
  return (
    <div className="call-popup-actions" role="group" aria-label={t('callPopup.actions')}>
      {client ? (
        <Button
          data-first
          kind="primary"
          size="small"
          icon={IdCard}
          onClick={() => openWindow(`/clients/${client.id}`)}
        >
          {t('callPopup.open')}
        </Button>
      ) : (
        may('clients.edit') && (
          <Button
            data-first
            kind="primary"
            size="small"
            icon={UserPlus}
            onClick={() => openWindow(`/clients/new?${fresh.toString()}`)}
          >
            {t('callPopup.newClient')}
          </Button>
        )
      )}
      {can('transfer') && <Transfer call={call.id} client={client} />}
      {can('hang_up') && (
        <Button
          size="small"
          kind="danger"
          icon={PhoneOff}
          onClick={() => asked(office.dialling.hangUp({ call: call.id }))}
        >
          {phase === 'rings' && call.direction !== 'outgoing' ? t('callPopup.reject') : t('callPopup.hangUp')}
        </Button>
      )}
    </div>
  )
}

function Transfer({ call, client }: { call: number; client: CallerClient | undefined }) {
  const { t } = useTranslation()
  const others = useColleagues()
  if (others.length === 0) return null
  const to = (person: number) => handOver(call, person)
  const ofClient = others.find(({ id }) => id === client?.manager?.id)
  return (
    <>
      {ofClient && (
        <Button size="small" icon={ArrowRightLeft} onClick={() => to(ofClient.id)}>
          {t('callPopup.toManager', { name: ofClient.name })}
        </Button>
      )}
      <MenuButton
        size="small"
        {...(ofClient ? {} : { icon: ArrowRightLeft })}
        label={ofClient ? t('callPopup.toOther') : t('callPopup.transfer')}
        entries={others.map(({ id, name, extension }) => ({
          label: t('callPopup.colleague', { name, extension }),
          onChoose: () => to(id),
        }))}
      />
    </>
  )
}
