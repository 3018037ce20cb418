import { Check, Pencil, Pin, PinOff, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Remark } from '../../../../app/contract/timeline.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { IconButton } from '../../../kit/IconButton.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { dayOf, isOverdue } from './due.ts'
import { RemarkText } from './RemarkText.tsx'

interface Props {
  readonly at: number
  readonly by: string | null
  readonly remark: Remark
}

type Change = Omit<Parameters<typeof office.timeline.change>[0], 'remark'>

/** Something a person wrote: its author changes the words, everybody who may pins it or ticks the step off. */
export function RemarkEntry({ at, by, remark }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const { about, due, doneAt, pinned } = remark
  const change = async (what: Change) => {
    try {
      await office.timeline.change({ remark: remark.id, ...what })
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
    }
  }
  const remove = async () => {
    await change({ removed: true })
    toast({
      text: t('timeline.removed'),
      action: { label: t('timeline.undo'), onChoose: () => void change({ removed: false }) },
    })
  }
  const edits = may('clients.edit')
  const actions = edits && !writing && (
    <span className="client-entry-actions">
      <IconButton
        icon={pinned ? PinOff : Pin}
        label={pinned ? t('timeline.unpin') : t('timeline.pin')}
        size="small"
        onClick={() => void change({ pinned: !pinned })}
      />
      {remark.own && (
        <>
          <IconButton
            icon={Pencil}
            label={t('timeline.edit')}
            size="small"
            onClick={() => setWriting(true)}
          />
          <IconButton icon={Trash2} label={t('timeline.remove')} size="small" onClick={() => void remove()} />
        </>
      )}
    </span>
  )
  return (
    <EntryFrame at={at} by={by} deed={t(`timeline.deeds.${about}`)} actions={actions}>
      {writing ? (
        <RemarkText
          first={remark.text}
          due={about === 'step' ? (due ?? '') : undefined}
          label={t('timeline.edit')}
          save={t('kit.save')}
          onCancel={() => setWriting(false)}
          onSave={async (text, day) => {
            await office.timeline.change({
              remark: remark.id,
              text,
              ...(about === 'step' ? { due: day || null } : {}),
            })
            setWriting(false)
          }}
        />
      ) : (
        <p className="client-remark client-notes" dir="auto" data-done={doneAt !== null || undefined}>
          <TextWithNumbers text={remark.text} />
        </p>
      )}
      {!writing && (about === 'step' || pinned || remark.changedAt !== null) && (
        <p className="client-remark-foot">
          {about === 'step' && due !== null && doneAt === null && (
            <Chip tone={isOverdue(due) ? 'warn' : 'neutral'}>
              {t('timeline.due', { day: notation.day(dayOf(due)) })}
            </Chip>
          )}
          {doneAt !== null && <Chip tone="good">{t('timeline.doneOn', { day: notation.day(doneAt) })}</Chip>}
          {pinned && <Chip outlined>{t('timeline.pinned')}</Chip>}
          {remark.changedAt !== null && (
            <span className="client-soft client-small">
              {t('timeline.changed', { when: notation.dayAndTime(remark.changedAt) })}
            </span>
          )}
          {about === 'step' && edits && (
            <Button
              size="small"
              kind="quiet"
              icon={doneAt === null ? Check : RotateCcw}
              onClick={() => void change({ done: doneAt === null })}
            >
              {doneAt === null ? t('timeline.done') : t('timeline.notDone')}
            </Button>
          )}
        </p>
      )}
    </EntryFrame>
  )
}
