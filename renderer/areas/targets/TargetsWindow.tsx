import { useQuery } from '@tanstack/react-query'
import { Plus, Target as TargetIcon } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Target, TargetDraft } from '../../../app/contract/targets.ts'
import { ask as askPerson } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { TargetForm } from './TargetForm.tsx'
import { TargetList } from './TargetList.tsx'
import './targets.css'

/** What is open beside the list: a group there is, or a new one with the number of its form. */
type Chosen = { id: number } | { draft: TargetDraft; number: number }

const emptyDraft: TargetDraft = { name: '', shared: false, criteria: { text: '', all: [] } }

/** Target groups: who is meant, as criteria under a name, with how many there are now. */
export function TargetsWindow() {
  const { t } = useTranslation()
  const { registerCommand, setDirty } = useWindow()
  const targets = useQuery(ask.targets.list.queryOptions())
  const counts = useQuery(ask.targets.counts.queryOptions())
  const [chosen, setChosen] = useState<Chosen>()
  const [changed, setChanged] = useState(false)
  const onDirty = useCallback(
    (dirty: boolean) => {
      setChanged(dirty)
      setDirty(dirty)
    },
    [setDirty],
  )

  const go = async (to: Chosen) => {
    const agreed =
      !changed ||
      (await askPerson({
        title: t('shell.unsaved.title'),
        text: t('shell.unsaved.text'),
        yes: t('shell.unsaved.discard'),
        no: t('shell.unsaved.stay'),
        danger: true,
      }))
    if (!agreed) return
    onDirty(false)
    setChosen(to)
  }
  const make = () => void go({ draft: emptyDraft, number: Date.now() })
  const makeByKey = useEffectEvent(make)
  useEffect(() => registerCommand('new', () => makeByKey()), [registerCommand])

  const bringBack = async ({ name, shared, criteria }: Target) => {
    try {
      const { id } = await office.targets.save({ name, shared, criteria })
      setChosen({ id })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  const remove = async (target: Target) => {
    try {
      await office.targets.remove({ id: target.id })
      onDirty(false)
      setChosen(undefined)
      toast({
        tone: 'good',
        text: t('targets.removed', { name: target.name }),
        action: { label: t('targets.undo'), onChoose: () => void bringBack(target) },
      })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }

  if (targets.isError)
    return <ErrorState title={sentenceOf(targets.error)} onRetry={() => void targets.refetch()} />
  if (!targets.data) return null
  const draft = chosen && 'draft' in chosen ? chosen : undefined
  const id = chosen && 'id' in chosen ? chosen.id : undefined
  const target = draft ? undefined : (targets.data.find((one) => one.id === id) ?? targets.data[0])
  const open = draft?.draft ?? target
  if (!open)
    return (
      <EmptyState icon={TargetIcon} title={t('targets.empty')} text={t('targets.emptyText')}>
        <Button kind="primary" icon={Plus} keys={keys.new} onClick={make}>
          {t('targets.new')}
        </Button>
      </EmptyState>
    )
  return (
    <div className="kit-side">
      <TargetList
        targets={targets.data}
        counts={new Map(counts.data?.map((one) => [one.id, one.count]))}
        chosen={target?.id}
        onChoose={(to) => void go({ id: to })}
        onNew={make}
      />
      <TargetForm
        key={draft ? `new ${draft.number}` : target?.id}
        target={open}
        stored={target}
        onDirty={onDirty}
        onSaved={(saved) => setChosen({ id: saved.id })}
        onRemove={(gone) => void remove(gone)}
      />
    </div>
  )
}
