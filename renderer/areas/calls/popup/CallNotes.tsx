import { useQuery } from '@tanstack/react-query'
import { CalendarPlus, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallerClient, LiveCall } from '../../../../app/liveCall.ts'
import { Button } from '../../../kit/Button.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay, useSees } from '../../../shell/account.ts'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { ask, office } from '../../../shell/office/office.ts'
import { RemarkText } from '../../clients/timeline/RemarkText.tsx'
import { writeIn } from '../../../shell/calls/popupStore.ts'

/** What one writes down while one speaks: a note that stays with the call, what is to be done next with the client. */
export function CallNotes({ call, client }: { call: LiveCall; client: CallerClient | undefined }) {
  const { t } = useTranslation()
  const may = useMay()
  const sees = useSees()
  const [open, setOpen] = useState<'note' | 'step' | null>(null)
  const { data: kept } = useQuery(ask.calls.one.queryOptions({ input: { id: call.id } }))
  const noting = may('calls.edit')
  const stepping = client !== undefined && may('clients.edit') && sees('client.notes')
  const show = (next: 'note' | 'step' | null) => {
    setOpen(next)
    writeIn(call.id, next !== null)
  }
  const done = (said: string) => {
    show(null)
    toast({ text: said, tone: 'good', seconds: 3 })
  }
  return (
    <div className="call-popup-notes">
      {kept?.note && open !== 'note' && (
        <p className="call-popup-note" dir="auto">
          <TextWithNumbers text={kept.note} />
        </p>
      )}
      {open === null && (
        <div className="call-popup-actions">
          {noting && (
            <Button size="small" kind="quiet" icon={NotebookPen} onClick={() => show('note')}>
              {kept?.note ? t('callPopup.changeNote') : t('callPopup.note')}
            </Button>
          )}
          {stepping && (
            <Button size="small" kind="quiet" icon={CalendarPlus} onClick={() => show('step')}>
              {t('callPopup.step')}
            </Button>
          )}
        </div>
      )}
      {open === 'note' && (
        <RemarkText
          label={t('callPopup.note')}
          first={kept?.note ?? ''}
          due={undefined}
          placeholder={t('callPopup.notePlaceholder')}
          save={t('callPopup.keepNote')}
          onSave={async (note) => {
            await office.calls.save({ id: call.id, note })
            done(t('callPopup.noteKept'))
          }}
          onCancel={() => show(null)}
        />
      )}
      {open === 'step' && client && (
        <RemarkText
          label={t('callPopup.step')}
          first=""
          due=""
          placeholder={t('callPopup.stepPlaceholder')}
          save={t('callPopup.keepStep')}
          onSave={async (text, due) => {
            await office.timeline.write({ id: client.id, about: 'step', text, due: due === '' ? null : due })
            done(t('callPopup.stepKept'))
          }}
          onCancel={() => show(null)}
        />
      )}
    </div>
  )
}
