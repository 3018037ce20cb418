import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CallAbout } from '../../../../app/contract/callPopup.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { clockOf } from '../lengths.ts'

/** What was spoken with this number before, the latest first. */
export function LastCalls({ calls }: { calls: CallAbout['calls'] }) {
  const { t } = useTranslation()
  const notation = useNotation()
  if (calls.length === 0) return null
  return (
    <ul className="call-popup-last" aria-label={t('callPopup.last')}>
      {calls.map(({ id, direction, startedAt, talked, outcome, by, note }) => {
        const answered = outcome === 'answered'
        const Icon = direction === 'outgoing' ? PhoneOutgoing : answered ? PhoneIncoming : PhoneMissed
        return (
          <li key={id}>
            <Icon
              size={13}
              role="img"
              aria-label={t(`callPopup.directions.${direction}`)}
              className="kit-flip"
            />
            <span className="kit-numbers" title={notation.dayAndTime(startedAt)}>
              {notation.when(startedAt)}
            </span>
            <bdi>{by}</bdi>
            <span className={answered ? 'kit-numbers client-soft' : 'client-soft'}>
              {answered ? clockOf(talked) : outcome && t(`callOutcomes.${outcome}`)}
            </span>
            {note !== '' && (
              <bdi className="client-soft call-popup-said" title={note}>
                {note}
              </bdi>
            )}
          </li>
        )
      })}
    </ul>
  )
}
