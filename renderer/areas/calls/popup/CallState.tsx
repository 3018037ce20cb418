import { PhoneIncoming, PhoneMissed, PhoneOutgoing, PhoneCall } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../kit/Chip.tsx'
import { talkedSeconds, waitedSeconds, type HeardCall } from '../../../shell/calls/heard.ts'
import { clock } from '../lengths.ts'

/** Where a call stands, with a clock that runs. */
export function CallState({ heard, now }: { heard: HeardCall; now: number }) {
  const { t } = useTranslation()
  const { call, phase } = heard
  const by = call.employee?.person?.name ?? call.employee?.extension
  switch (phase) {
    case 'rings':
      return (
        <Chip tone="accent" icon={call.direction === 'outgoing' ? PhoneOutgoing : PhoneIncoming}>
          {call.direction === 'outgoing'
            ? t('callPopup.pickUp')
            : `${t('callPopup.rings')} ${clock(waitedSeconds(heard, now))}`}
        </Chip>
      )
    case 'talks':
      return (
        <Chip tone="good" icon={PhoneCall}>
          {call.answeredAt === null ? t('callPopup.calling') : clock(talkedSeconds(heard, now))}
        </Chip>
      )
    case 'elsewhere':
      return (
        <Chip tone="info" icon={PhoneCall}>
          {call.answeredAt === null || by === undefined
            ? t('callPopup.elsewhere')
            : t(heard.talked ? 'callPopup.tookOver' : 'callPopup.answeredBy', { name: by })}
        </Chip>
      )
    case 'over':
      return call.answeredAt === null ? (
        <Chip tone={call.direction === 'incoming' ? 'bad' : 'neutral'} icon={PhoneMissed}>
          {t(`callOutcomes.${call.outcome ?? (call.direction === 'incoming' ? 'missed' : 'no_answer')}`)}
        </Chip>
      ) : (
        <Chip icon={PhoneCall}>
          {heard.talked || by === undefined
            ? t('callPopup.over', { time: clock(call.talkSeconds) })
            : t('callPopup.answeredBy', { name: by })}
        </Chip>
      )
  }
}
