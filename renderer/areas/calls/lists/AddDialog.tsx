import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallListSource } from '../../../../app/contract/callLists.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { Segments } from '../../../kit/Segments.tsx'
import { useMay } from '../../../shell/account.ts'
import { ask } from '../../../shell/office/office.ts'

type From = 'target' | 'numbers' | 'missed'

const WEEK = 7 * 24 * 3_600_000

interface Props {
  /** Of what they are added to. */
  readonly name: string
  /** Says whether they were added; then the dialog closes. */
  readonly onAdd: (source: CallListSource) => Promise<boolean>
  readonly onClosed: () => void
}

/** Whom to add to a list: a target group, or numbers that are typed or pasted. */
export function AddDialog({ name, onAdd, onClosed }: Props) {
  const { t } = useTranslation()
  const maySeeCalls = useMay()('calls.see')
  const [open, setOpen] = useState(true)
  const [opened] = useState(() => Date.now())
  const [from, setFrom] = useState<From>('target')
  const [text, setText] = useState('')
  const [target, setTarget] = useState<number>()
  const [busy, setBusy] = useState(false)
  const targets = useQuery(ask.targets.list.queryOptions())
  const source: CallListSource | undefined =
    from === 'missed'
      ? { from, since: opened - WEEK }
      : from === 'numbers'
        ? text.trim() === ''
          ? undefined
          : { from, text }
        : target === undefined
          ? undefined
          : { from, target }
  const add = async () => {
    if (!source || busy) return
    setBusy(true)
    if (await onAdd(source)) setOpen(false)
    setBusy(false)
  }
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={t('callLists.addTitle', { name })}
      footer={
        <Button kind="primary" busy={busy} disabled={!source} onClick={() => void add()}>
          {t('callLists.add')}
        </Button>
      }
    >
      <div className="call-list-add">
        <Segments<From>
          label={t('callLists.addFrom')}
          chosen={from}
          onChoose={setFrom}
          segments={[
            { id: 'target', label: t('callLists.addTarget') },
            { id: 'numbers', label: t('callLists.addNumbers') },
            ...(maySeeCalls ? [{ id: 'missed' as const, label: t('callLists.addMissed') }] : []),
          ]}
        />
        {from === 'target' ? (
          <SelectField
            label={t('callLists.target')}
            none={t('callLists.chooseTarget')}
            value={target ?? ''}
            onChange={(event) => setTarget(Number(event.currentTarget.value) || undefined)}
            options={(targets.data ?? []).map(({ id, name }) => ({ id: String(id), label: name }))}
          />
        ) : from === 'missed' ? (
          <p className="kit-hint">{t('callLists.missedHint')}</p>
        ) : (
          <TextArea
            label={t('callLists.numbers')}
            hint={t('callLists.numbersHint')}
            rows={8}
            maxLength={200_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </div>
    </Dialog>
  )
}
