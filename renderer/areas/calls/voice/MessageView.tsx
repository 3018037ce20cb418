import { Megaphone, OctagonX, Pause, PencilLine, Play, UserPlus, Users } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VoiceMessage, VoicePerson } from '../../../../app/contract/voiceMessages.ts'
import { voiceResults } from '../../../../app/voice.ts'
import { ask as askPerson } from '../../../kit/ask.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../../kit/grid/types.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import { toast } from '../../../kit/toasts.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { AddDialog } from '../lists/AddDialog.tsx'
import { addToMessage } from './addToMessage.ts'
import { MessageDialog } from './MessageDialog.tsx'

/** One message: who hears it, how far it is, and the button that stops it at once. */
export function MessageView({ message, version }: { message: VoiceMessage; version: number }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const win = useWindow()
  const [editing, setEditing] = useState(false)
  const [adding, setAdding] = useState(false)
  const [busy, setBusy] = useState(false)
  const { id, state } = message
  const rows = useMemo(
    (): RowSource<VoicePerson> => ({
      page: (offset, limit, signal) => office.voiceMessages.people({ id, offset, limit }, { signal }),
    }),
    [id],
  )
  const columns = useMemo(
    (): Column<VoicePerson>[] => [
      {
        id: 'client',
        title: t('callLists.columns.client'),
        width: 200,
        grow: 2,
        fixed: true,
        value: ({ client, number }) => client?.name ?? (number === undefined ? t('callLists.someone') : ''),
      },
      {
        id: 'number',
        title: t('callLists.columns.number'),
        width: 150,
        value: ({ number }) => number,
        render: ({ number }) => number && <PhoneNumber number={number} inLine />,
      },
      {
        id: 'result',
        title: t('callLists.columns.result'),
        width: 150,
        value: ({ result, calling }) =>
          calling ? t('voice.onTheLine') : result === null ? '' : t(`voice.results.${result}`),
      },
      {
        id: 'attempts',
        title: t('callLists.columns.attempts'),
        width: 80,
        align: 'end',
        value: ({ attempts }) => notation.number(attempts),
      },
      {
        id: 'next',
        title: t('callLists.columns.next'),
        width: 130,
        value: ({ doneAt, attempts, nextAt }) =>
          doneAt !== null ? t('callLists.doneAt') : attempts === 0 ? '' : notation.when(nextAt),
      },
    ],
    [t, notation],
  )
  const told = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    } finally {
      setBusy(false)
    }
  }
  const start = async () => {
    const left = message.total - message.done
    const sure = await askPerson({
      title: t('voice.startTitle', { count: left, shown: notation.number(left) }),
      text: t('voice.startText', { file: message.file.name, played: message.played }),
      yes: t('voice.start'),
    })
    if (sure) await told(() => office.voiceMessages.start({ id }))
  }
  const running = state === 'running'
  return (
    <section className="call-list" aria-label={message.name}>
      <header>
        <h2>
          <bdi>{message.name}</bdi>
        </h2>
        <div className="call-list-actions">
          {running || message.calling > 0 ? (
            <>
              <Button
                kind="danger"
                icon={OctagonX}
                onClick={() => void told(() => office.voiceMessages.stop({ id }))}
              >
                {t('voice.stop')}
              </Button>
              {running && (
                <IconButton
                  icon={Pause}
                  label={t('callLists.pause')}
                  onClick={() => void told(() => office.voiceMessages.pause({ id }))}
                />
              )}
            </>
          ) : (
            <>
              <Button
                kind="good"
                icon={state === 'draft' ? Megaphone : Play}
                busy={busy}
                disabled={message.total === message.done}
                onClick={() => void start()}
              >
                {t(state === 'draft' ? 'voice.start' : 'callLists.resume')}
              </Button>
              <IconButton icon={PencilLine} label={t('voice.edit')} onClick={() => setEditing(true)} />
            </>
          )}
          <Button icon={UserPlus} onClick={() => setAdding(true)}>
            {t('callLists.add')}
          </Button>
        </div>
        {message.total > 0 && (
          <Progress
            label={t('callLists.progress')}
            done={message.done}
            total={message.total}
            detail={[
              t(`voice.states.${state}`),
              ...(message.calling > 0
                ? [t('voice.calling', { count: message.calling, shown: notation.number(message.calling) })]
                : []),
              ...voiceResults
                .filter((result) => message.results[result])
                .map(
                  (result) =>
                    `${t(`voice.results.${result}`)} ${notation.number(message.results[result] ?? 0)}`,
                ),
            ].join(' · ')}
          />
        )}
      </header>
      <Grid
        label={t('voice.people')}
        columns={columns}
        rows={rows}
        version={version}
        rowId={rowId}
        onOpen={({ client }) => client && void win.open(`/clients/${client.id}`)}
        tone={({ result }) => (result === 'heard' ? 'good' : result === 'invalid_number' ? 'bad' : undefined)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={
          <EmptyState icon={Users} title={t('voice.nobody')} text={t('voice.nobodyText')}>
            <Button icon={UserPlus} onClick={() => setAdding(true)}>
              {t('callLists.add')}
            </Button>
          </EmptyState>
        }
      />
      {adding && (
        <AddDialog
          name={message.name}
          onAdd={(source) => addToMessage(id, source)}
          onClosed={() => setAdding(false)}
        />
      )}
      {editing && (
        <MessageDialog message={message} onSaved={() => undefined} onClosed={() => setEditing(false)} />
      )}
    </section>
  )
}

const rowId = (person: VoicePerson) => person.id
