import { useQuery } from '@tanstack/react-query'
import { Combine } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../app/contract/clients.ts'
import { mostMerged, type MergeChoice } from '../../../app/contract/duplicates.ts'
import { chosenCard, mergedDraft, overfull, singleFields, type SingleField } from '../../../app/merging.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { toast } from '../../kit/toasts.ts'
import { useAccount, useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { nameFor } from './cardWords.ts'
import './clients.css'
import './duplicates/duplicates.css'
import { Limited } from './duplicates/Limited.tsx'
import { Result } from './duplicates/Result.tsx'
import { SideBySide } from './duplicates/SideBySide.tsx'
import { useUndoMerge } from './duplicates/useUndoMerge.ts'
import { useFieldTexts } from './fieldTexts.ts'

/** Some cards side by side, at /clients/merge?ids=1,2: which one stays, what of those fields that differ, what comes of it. */
export function MergeWindow() {
  const may = useMay()
  const { grant } = useAccount()
  const { query } = useWindow()
  const ids = [...new Set((query.ids ?? '').split(',').map(Number))]
    .filter((id) => Number.isSafeInteger(id) && id > 0)
    .slice(0, mostMerged)
  if (!may('clients.merge') || grant.hidden.length > 0) return <Limited />
  return <Cards key={ids.join()} ids={ids} />
}

function Cards({ ids }: { ids: readonly number[] }) {
  const { t } = useTranslation()
  const win = useWindow()
  // Under the clients' own key, so that a card somebody changes is read anew.
  const found = useQuery({
    queryKey: [...ask.clients.card.key(), 'merging', ids],
    queryFn: async ({ signal }) => {
      const cards = await Promise.allSettled(ids.map((id) => office.clients.card({ id }, { signal })))
      return cards.flatMap((card) => (card.status === 'fulfilled' ? [card.value] : []))
    },
  })
  const cards = found.data?.filter(({ binnedAt }) => binnedAt === null)
  if (!cards)
    return (
      <div className="client-waiting">
        <Spinner />
      </div>
    )
  if (cards.length < 2 || cards.length < ids.length)
    return (
      <EmptyState icon={Combine} title={t('duplicates.merging.gone')} text={t('duplicates.merging.goneHelp')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </EmptyState>
    )
  return <Merging cards={cards} />
}

/** The card that says most: it is likely to be the one people know. */
const fullest = (cards: readonly ClientCard[]): number =>
  [...cards].sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length || a.id - b.id)[0]!.id

function Merging({ cards: unordered }: { cards: readonly ClientCard[] }) {
  const { t } = useTranslation()
  const win = useWindow()
  const texts = useFieldTexts()
  const language = useLanguage((state) => state.language)
  const { number } = useNotation()
  const account = useAccount()
  const undo = useUndoMerge()
  const [keep, setKeep] = useState(() => fullest(unordered))
  const [asked, setAsked] = useState<MergeChoice>({})
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  const cards = useMemo(
    () => [...unordered].sort((a, b) => Number(b.id === keep) - Number(a.id === keep)),
    [unordered, keep],
  )
  // Where nothing was chosen, the kept card's value stays, as far as it has one.
  const choice = useMemo(
    (): MergeChoice => ({
      ...Object.fromEntries(
        singleFields.map((field: SingleField) => [field, chosenCard(cards, asked, field).id]),
      ),
      ...(asked.custom ? { custom: asked.custom } : {}),
    }),
    [cards, asked],
  )
  const draft = useMemo(
    () => mergedDraft(cards, choice, account.office.country),
    [cards, choice, account.office.country],
  )
  const tooMuch = overfull(draft)

  const merge = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { merge: merged, card } = await office.duplicates.merge({
        keep,
        cards: cards.map(({ id, revision }) => ({ id, revision })),
        choice,
      })
      toast({
        text: t('duplicates.merging.done', {
          count: cards.length,
          shown: number(cards.length),
          name: nameFor(card.names, language),
        }),
        tone: 'good',
        action: { label: t('duplicates.merging.undo'), onChoose: () => void undo(keep, merged) },
      })
      await win.close()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <div className="merging">
      <div className="merging-body">
        {problem !== undefined && (
          <Banner tone="bad" onClose={() => setProblem(undefined)}>
            {problem}
          </Banner>
        )}
        <p>{t('duplicates.merging.choose')}</p>
        <SideBySide
          cards={unordered}
          keep={keep}
          onKeep={(id) => {
            setKeep(id)
            setAsked({})
          }}
          choice={choice}
          onChoose={(chosen) => setAsked({ ...asked, ...chosen })}
        />
        <Result draft={draft} />
      </div>
      <footer className="merging-bar">
        <p role="status">
          {tooMuch !== undefined && t('duplicates.merging.tooMuch', { field: texts.name(tooMuch) })}
        </p>
        <Button onClick={() => void win.close()}>{t('kit.cancel')}</Button>
        <Button
          kind="primary"
          icon={Combine}
          busy={busy}
          disabled={tooMuch !== undefined}
          onClick={() => void merge()}
        >
          {t('duplicates.merging.merge', { count: cards.length, shown: number(cards.length) })}
        </Button>
      </footer>
    </div>
  )
}
