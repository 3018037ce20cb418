import { useEffect, useEffectEvent, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { choose } from '../../../kit/ask.ts'
import { Form } from '../../../kit/form/Form.tsx'
import { FormBar } from '../../../kit/form/FormBar.tsx'
import { Tabs } from '../../../kit/Tabs.tsx'
import { useMay, useSees } from '../../../shell/account.ts'
import { keys } from '../../../shell/keys.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { nameFor } from '../cardWords.ts'
import { useFieldTexts } from '../fieldTexts.ts'
import { FilesTab, useFiles } from '../files/FilesTab.tsx'
import { Timeline } from '../timeline/Timeline.tsx'
import { cardText } from '../text/cardText.ts'
import { usePrintSheet } from '../text/usePrintSheet.tsx'
import './card.css'
import { CardFields } from './CardFields.tsx'
import { CardFigures } from './CardFigures.tsx'
import { CardNotices } from './CardNotices.tsx'
import { CardSide } from './CardSide.tsx'
import { emptyCard, type CardValues } from './cardValues.ts'
import { ReadOnlyProvider } from './readOnly.ts'
import { useCardForm } from './useCardForm.ts'
import { useSaveCard } from './useSaveCard.ts'

/** The card of a client: who it is at the side, every field and the timeline beside it. */
export function CardView({ card, fresh = emptyCard }: { card?: ClientCard; fresh?: CardValues }) {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const sees = useSees()
  const language = useLanguage((state) => state.language)
  const { data: files } = useFiles(card?.id)
  const cardForm = useCardForm(card, fresh)
  const saving = useSaveCard(card, cardForm)
  const { form } = cardForm
  const place = useRef<HTMLDivElement>(null)
  const readOnly = !may('clients.edit') || (card !== undefined && card.binnedAt !== null)

  // An old address leads to the card that was kept; what was typed here meanwhile is not taken away.
  const { isDirty } = form.formState
  const mergedInto = card?.mergedInto
  useEffect(() => {
    if (mergedInto !== undefined && !isDirty) win.readdress(`/clients/${mergedInto}`)
  }, [win, mergedInto, isDirty])

  const [typedName] = useWatch({ control: form.control, name: ['names.0.text'] })
  const name = card ? nameFor(card.names, language) : typedName
  useEffect(() => win.setTitle(name.trim() === '' ? null : name), [win, name])

  const texts = useFieldTexts()
  const { printCards, sheet } = usePrintSheet()
  const onPrint = useEffectEvent(() => {
    if (card) printCards({ title: name, cards: [cardText(card, texts, language, true)], whole: true })
  })
  const known = card !== undefined
  useEffect(() => (known ? win.registerCommand('print', () => onPrint()) : undefined), [win, known])

  const submit = useEffectEvent(async (): Promise<boolean> => {
    let saved = false
    await form.handleSubmit(async (values) => {
      saved = await saving.save(values)
    })()
    return saved
  })
  const mayClose = useEffectEvent(async (): Promise<boolean> => {
    if (!form.formState.isDirty) return true
    const chosen = await choose({
      title: t('clients.leave.title', { name: name.trim() === '' ? t('clients.new') : name }),
      text: t('clients.leave.text'),
      choices: [
        { id: 'discard', label: t('clients.leave.discard') },
        { id: 'save', label: t('clients.leave.save'), kind: 'primary' },
      ],
    })
    if (chosen === 'discard') {
      cardForm.dropDraft()
      return true
    }
    return chosen === 'save' && submit()
  })
  useEffect(() => {
    if (readOnly) return undefined
    const ends = [win.registerCommand('save', () => void submit()), win.registerCloseGuard(() => mayClose())]
    return () => ends.forEach((end) => end())
  }, [win, readOnly])
  useEffect(() => {
    if (win.isActive()) focusFirst(place.current)
    // Once, where the window opens or a new client has just got its own address.
    // eslint-disable-next-line react/exhaustive-deps
  }, [])

  const fields = (
    <Form
      form={form}
      onSave={async (values) => void (await saving.save(values))}
      problem={saving.problem}
      bar={
        readOnly ? undefined : (
          <FormBar onCancel={() => void win.close()} saveKeys={keys.save} cancelKeys={keys.close} />
        )
      }
    >
      <CardFields />
    </Form>
  )
  return (
    <ReadOnlyProvider value={readOnly}>
      <div className={readOnly ? 'client reading' : 'client'} ref={place}>
        {card && <CardSide card={card} name={name} />}
        <div className="client-main">
          <CardFigures id={card?.id} />
          <CardNotices card={card} cardForm={cardForm} saving={saving} />
          {card ? (
            <Tabs
              label={t('clients.card.tabs')}
              tabs={[
                { id: 'card', label: t('clients.card.card'), content: fields },
                ...(sees('client.files')
                  ? [
                      {
                        id: 'files',
                        label: t('files.title'),
                        count: files?.filter(({ binnedAt }) => binnedAt === null).length || undefined,
                        content: <FilesTab card={card} />,
                      },
                    ]
                  : []),
                {
                  id: 'timeline',
                  label: t('timeline.title'),
                  content: <Timeline id={card.id} readOnly={readOnly} />,
                },
              ]}
            />
          ) : (
            fields
          )}
        </div>
        {sheet}
      </div>
    </ReadOnlyProvider>
  )
}

/** A window that has just opened is typed into at once, unless somebody types into the search over everything by now. */
function focusFirst(place: HTMLElement | null): void {
  const { activeElement } = document
  if (!place || place.contains(activeElement)) return
  if (activeElement instanceof HTMLInputElement && !activeElement.closest('.desk')) return
  place.querySelector<HTMLElement>('input[name="names.0.text"]')?.focus()
}
