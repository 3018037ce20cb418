import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { remarkKinds, type RemarkKind } from '../../../../app/contract/timeline.ts'
import { Segments } from '../../../kit/Segments.tsx'
import { useAccount } from '../../../shell/account.ts'
import { office } from '../../../shell/office/office.ts'
import { RemarkText } from './RemarkText.tsx'

/** Where one writes into the timeline. What was typed and not written is here again when the card is opened next. */
export function Composer({ id }: { id: number }) {
  const { t } = useTranslation()
  const account = useAccount()
  const place = `counterpart.remark.${account.id}.${id}`
  const [about, setAbout] = useState<RemarkKind>('remark')
  const keep = (text: string) => {
    try {
      if (text === '') localStorage.removeItem(place)
      else localStorage.setItem(place, text)
    } catch {
      // The browser's room is used up: the field itself still has everything.
    }
  }
  return (
    <div className="client-composer">
      <Segments
        label={t('timeline.about')}
        chosen={about}
        onChoose={setAbout}
        segments={remarkKinds.map((kind) => ({ id: kind, label: t(`timeline.kinds.${kind}`) }))}
      />
      <RemarkText
        label={t(`timeline.kinds.${about}`)}
        placeholder={t(`timeline.placeholders.${about}`)}
        first={localStorage.getItem(place) ?? ''}
        due={about === 'step' ? '' : undefined}
        save={t('timeline.write')}
        onTyped={keep}
        onSave={async (text, due) => {
          await office.timeline.write({ id, about, text, due: about === 'step' ? due || null : null })
        }}
      />
    </div>
  )
}
