import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { refusable } from '../../../../app/voice.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useReadOnly } from './readOnly.ts'

/** What a client does not want to get. It holds at once, whatever else on the card is half typed. */
export function Refusals({ client }: { client: number }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { data } = useQuery(ask.voiceMessages.refusals.queryOptions({ input: { client } }))
  if (!data || (readOnly && data.length === 0)) return null
  const change = async (channel: (typeof refusable)[number]) => {
    const refusals = data.includes(channel) ? data.filter((one) => one !== channel) : [...data, channel]
    try {
      await office.voiceMessages.setRefusals({ client, refusals })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  return (
    <fieldset className="client-refusals" disabled={readOnly}>
      <legend className="client-soft client-small">{t('voice.refusals.title')}</legend>
      {refusable.map((channel) => (
        <CheckField
          key={channel}
          label={t(`voice.refusals.${channel}`)}
          checked={data.includes(channel)}
          onChange={() => void change(channel)}
        />
      ))}
    </fieldset>
  )
}
