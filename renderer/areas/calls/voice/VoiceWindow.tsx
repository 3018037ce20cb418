import { useQuery } from '@tanstack/react-query'
import { FolderInput, Megaphone, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VoiceMessage } from '../../../../app/contract/voiceMessages.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { SideList } from '../../../kit/SideList.tsx'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { MessageDialog } from './MessageDialog.tsx'
import { MessageView } from './MessageView.tsx'
import { PlaceDialog } from './PlaceDialog.tsx'
import '../lists/lists.css'

/** Recorded messages that the exchange plays to many: how far each has come, and the button that stops it. */
export function VoiceWindow() {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const { number } = useNotation()
  const mayPlace = useMay()('telephone.edit')
  const messages = useQuery(ask.voiceMessages.list.queryOptions())
  const exchanges = useQuery(ask.voiceMessages.exchanges.queryOptions())
  const [wanted, setWanted] = useState<number>()
  const [making, setMaking] = useState(false)
  const [placing, setPlacing] = useState(false)
  useEffect(() => registerCommand('new', () => setMaking(true)), [registerCommand])
  if (messages.isError)
    return <ErrorState title={sentenceOf(messages.error)} onRetry={() => void messages.refetch()} />
  if (!messages.data) return null
  const far = ({ done, total }: VoiceMessage) =>
    t('callLists.progressOf', { done: number(done), total: number(total) })
  const chosen = messages.data.find(({ id }) => id === wanted) ?? messages.data[0]
  const make = (
    <Button icon={Plus} keys={keys.new} onClick={() => setMaking(true)}>
      {t('voice.new')}
    </Button>
  )
  const place = mayPlace && (
    <Button icon={FolderInput} onClick={() => setPlacing(true)}>
      {t('voice.place')}
    </Button>
  )
  return (
    <div className="voice">
      {exchanges.data?.length === 0 && <Banner tone="info">{t('voice.noExchange')}</Banner>}
      {chosen === undefined ? (
        <EmptyState icon={Megaphone} title={t('voice.empty')} text={t('voice.emptyText')}>
          {make}
          {place}
        </EmptyState>
      ) : (
        <div className="kit-side">
          <SideList
            label={t('voice.nav')}
            choiceLabel={t('voice.title')}
            entries={messages.data.map((message) => ({
              id: message.id,
              name: message.name,
              short: far(message),
              details: [far(message), t(`voice.states.${message.state}`)],
            }))}
            chosen={chosen.id}
            onChoose={setWanted}
            after={place}
          >
            {make}
          </SideList>
          <MessageView key={chosen.id} message={chosen} version={messages.dataUpdatedAt} />
        </div>
      )}
      {making && <MessageDialog message={undefined} onSaved={setWanted} onClosed={() => setMaking(false)} />}
      {placing && <PlaceDialog onClosed={() => setPlacing(false)} />}
    </div>
  )
}
