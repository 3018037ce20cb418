import { useQuery } from '@tanstack/react-query'
import { BellRing, Phone, Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TelephoneExchange } from '../../../app/contract/telephone.ts'
import { ask as askPerson } from '../../kit/ask.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { ExchangeDialog } from './ExchangeDialog.tsx'
import { ExchangeLine } from './ExchangeLine.tsx'
import { RemindersDialog } from './RemindersDialog.tsx'
import './telephone.css'

/** The office's telephone exchanges: how they stand, and for who may, how they are set up. `shown`: whether its keys are heard. */
export function TelephoneWindow({ shown = true }: { shown?: boolean }) {
  const { t } = useTranslation()
  const mayEdit = useMay()('telephone.edit')
  const { registerCommand } = useWindow()
  const states = useQuery(ask.telephone.states.queryOptions())
  const all = useQuery({ ...ask.telephone.all.queryOptions(), enabled: mayEdit })
  const [open, setOpen] = useState<{ exchange?: TelephoneExchange }>()
  const [reminding, setReminding] = useState(false)
  const makeNew = useEffectEvent(() => setOpen({}))
  useEffect(
    () => (shown && mayEdit ? registerCommand('new', () => makeNew()) : undefined),
    [shown, mayEdit, registerCommand],
  )

  const broken = states.error ?? all.error
  if (broken)
    return (
      <ErrorState
        title={sentenceOf(broken)}
        onRetry={() => void Promise.all([states.refetch(), mayEdit && all.refetch()])}
      />
    )
  if (!states.data || (mayEdit && !all.data)) return null

  const putAway = async ({ id, name }: { id: number; name: string }, removed: boolean) => {
    try {
      await office.telephone.remove({ id, removed })
      toast({
        tone: 'good',
        text: t(removed ? 'telephone.gone' : 'telephone.back', { name }),
        ...(removed
          ? { action: { label: t('lists.undo'), onChoose: () => void putAway({ id, name }, false) } }
          : {}),
      })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  const remove = async (exchange: TelephoneExchange) => {
    const agreed = await askPerson({
      title: t('telephone.remove.title', { name: exchange.name }),
      text: t('telephone.remove.text'),
      yes: t('telephone.remove.yes'),
      danger: true,
    })
    if (agreed) await putAway(exchange, true)
  }
  return (
    <section className="telephone" aria-label={t('telephone.title')}>
      <header>
        <p className="kit-hint">{t('telephone.help')}</p>
        {mayEdit && (
          <>
            <Button icon={BellRing} kind="quiet" onClick={() => setReminding(true)}>
              {t('telephone.reminders.button')}
            </Button>
            <Button icon={Plus} keys={keys.new} onClick={() => setOpen({})}>
              {t('telephone.new')}
            </Button>
          </>
        )}
      </header>
      {!mayEdit && <Banner tone="info">{t('telephone.readOnly')}</Banner>}
      {states.data.length === 0 ? (
        <EmptyState icon={Phone} title={t('telephone.empty.title')} text={t('telephone.empty.text')} />
      ) : (
        <ul className="telephone-lines">
          {states.data.map((state) => {
            const exchange = all.data?.exchanges.find(({ id }) => id === state.id)
            return (
              <ExchangeLine
                key={state.id}
                state={state}
                exchange={exchange}
                people={all.data?.people ?? []}
                onEdit={exchange && (() => setOpen({ exchange }))}
                onRemove={exchange && (() => void remove(exchange))}
              />
            )
          })}
        </ul>
      )}
      {reminding && <RemindersDialog onClosed={() => setReminding(false)} />}
      {open && all.data && (
        <ExchangeDialog
          exchange={open.exchange}
          people={all.data.people}
          formats={all.data.formats}
          mappings={all.data.mappings}
          onClosed={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
