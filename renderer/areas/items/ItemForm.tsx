import { useEffect, useEffectEvent, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ItemCard } from '../../../app/contract/items.ts'
import { choose } from '../../kit/ask.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { FormBar } from '../../kit/form/FormBar.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { keys } from '../../shell/keys.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { ask, office } from '../../shell/office/office.ts'
import { queries } from '../../shell/office/following.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { ReadOnlyProvider } from '../clients/card/readOnly.ts'
import { nameFor } from '../clients/cardWords.ts'
import { ItemFields } from './ItemFields.tsx'
import { draftOfItem, type ItemValues } from './itemValues.ts'
import { useItemBin } from './useItemBin.ts'

/** The fields of an item, new or known; what is typed is not lost without a question. */
export function ItemForm({ card, values }: { card?: ItemCard; values: ItemValues }) {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const language = useLanguage((state) => state.language)
  const move = useItemBin()
  const [problem, setProblem] = useState<string>()
  const form = useForm<ItemValues>({ defaultValues: values, mode: 'onTouched' })
  const binned = card !== undefined && card.binnedAt !== null
  const readOnly = !may('items.edit') || binned
  const { isDirty } = form.formState
  const [typed] = useWatch({ control: form.control, name: ['names.0.text'] })
  const name = card ? nameFor(card.names, language) : (typed ?? '')
  useEffect(() => win.setTitle(name.trim() === '' ? null : name), [win, name])
  useEffect(() => win.setDirty(isDirty), [win, isDirty])

  const save = async (now: ItemValues): Promise<boolean> => {
    setProblem(undefined)
    const draft = draftOfItem(now, may('items.cost'))
    try {
      const saved = card
        ? await office.items.save({ id: card.id, revision: card.revision, draft })
        : await office.items.create(draft)
      queries.setQueryData(ask.items.card.queryKey({ input: { id: saved.id } }), saved)
      win.setDirty(false)
      form.reset(now)
      toast({ tone: 'good', text: t('items.saved', { name: nameFor(saved.names, language) }), seconds: 3 })
      if (!card) win.readdress(`/items/${saved.id}`)
      return true
    } catch (error) {
      if (codeOf(error) === 'CODE_TAKEN')
        form.setError('barcodes', { type: 'office', message: sentenceOf(error) })
      setProblem(sentenceOf(error))
      return false
    }
  }
  const submit = useEffectEvent(async (): Promise<boolean> => {
    let done = false
    await form.handleSubmit(async (now) => {
      done = await save(now)
    })()
    return done
  })
  const mayClose = useEffectEvent(async (): Promise<boolean> => {
    if (!form.formState.isDirty) return true
    const chosen = await choose({
      title: t('clients.leave.title', { name: name.trim() === '' ? t('items.new') : name }),
      text: t('clients.leave.text'),
      choices: [
        { id: 'discard', label: t('clients.leave.discard') },
        { id: 'save', label: t('clients.leave.save'), kind: 'primary' },
      ],
    })
    return chosen === 'discard' || (chosen === 'save' && submit())
  })
  useEffect(() => {
    if (readOnly) return undefined
    const ends = [win.registerCommand('save', () => void submit()), win.registerCloseGuard(() => mayClose())]
    return () => ends.forEach((end) => end())
  }, [win, readOnly])

  return (
    <ReadOnlyProvider value={readOnly}>
      <div className="item">
        <Form
          form={form}
          onSave={async (now) => void (await save(now))}
          problem={problem}
          bar={
            readOnly ? undefined : (
              <FormBar onCancel={() => void win.close()} saveKeys={keys.save} cancelKeys={keys.close}>
                {card && (
                  <Button kind="quiet" onClick={() => void move({ id: card.id, name }, true)}>
                    {t('clients.bin.move')}
                  </Button>
                )}
              </FormBar>
            )
          }
        >
          {binned && (
            <Banner tone="info">
              {t('items.bin.here')}{' '}
              {may('items.edit') && (
                <Button size="small" onClick={() => void move({ id: card.id, name }, false)}>
                  {t('clients.bin.restore')}
                </Button>
              )}
            </Banner>
          )}
          <fieldset className="item-fields" disabled={readOnly}>
            <ItemFields form={form} cost={may('items.cost')} />
          </fieldset>
        </Form>
      </div>
    </ReadOnlyProvider>
  )
}
