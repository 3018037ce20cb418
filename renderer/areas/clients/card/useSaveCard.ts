import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ORPCError } from '@orpc/client'
import type { ClientCard, ClientDraft } from '../../../../app/contract/clients.ts'
import { idOfCustom } from '../../../../app/custom.ts'
import { toast } from '../../../kit/toasts.ts'
import { useSees } from '../../../shell/account.ts'
import { readLiveCalls } from '../../../shell/calls/liveCalls.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { queries } from '../../../shell/office/following.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { nameFor } from '../cardWords.ts'
import { changedDraft, customKey, emptyCard, type CardValues } from './cardValues.ts'
import type { CardBase, useCardForm } from './useCardForm.ts'

/** Who saved the card while it was being changed here. */
export interface Refused {
  readonly by: string | null
  readonly at: number
}

/** Saves the card, new or known. What the office refuses stays in the form, with the reason. */
export function useSaveCard(
  card: ClientCard | undefined,
  { base, form, startFrom, dropDraft }: ReturnType<typeof useCardForm>,
) {
  const { t } = useTranslation()
  const win = useWindow()
  const sees = useSees()
  const language = useLanguage((state) => state.language)
  const [problem, setProblem] = useState<string>()
  const [refused, setRefused] = useState<Refused>()

  const known = (saved: ClientCard) =>
    queries.setQueryData(ask.clients.card.queryKey({ input: { id: saved.id } }), saved)

  const create = async (values: CardValues) => {
    // What came with the address, a name or a number that called, is new too.
    const draft = changedDraft(emptyCard, values, sees)
    const made = await office.clients.create({ ...draft, kind: values.kind, names: draft.names ?? [] })
    known(made)
    form.reset(values)
    dropDraft()
    win.setDirty(false)
    toast({ text: t('clients.card.created', { name: nameFor(made.names, language) }), tone: 'good' })
    await noteCaller(made.id)
    win.readdress(`/clients/${made.id}`)
  }

  /** The card was begun because somebody called: the call is theirs. */
  const noteCaller = async (clientId: number) => {
    const call = Number(win.query.call)
    if (!(call > 0)) return
    await office.calls
      .save({ id: call, clientId })
      .then(() => readLiveCalls())
      .catch((error: unknown) => toast({ text: sentenceOf(error), tone: 'warn' }))
  }

  const change = async (id: number, values: CardValues, on: CardBase) => {
    const draft: Partial<ClientDraft> = changedDraft(on.values, values, sees)
    if (Object.keys(draft).length === 0) return discardBlank()
    const saved = await office.clients.save({ id, revision: on.revision, draft })
    known(saved)
    startFrom(saved)
    toast({ text: t('clients.card.saved'), tone: 'good', seconds: 3 })
  }
  /** Only empty lines were added: nothing to save. */
  const discardBlank = () => {
    if (card) startFrom(card)
  }

  /** Resolves to whether it is saved. */
  const save = async (values: CardValues, on = base): Promise<boolean> => {
    setProblem(undefined)
    try {
      if (card) await change(card.id, values, on)
      else await create(values)
      setRefused(undefined)
      return true
    } catch (error) {
      if (card && error instanceof ORPCError && codeOf(error) === 'CHANGED_MEANWHILE') {
        const { by, at } = error.data as Refused
        await queries.refetchQueries({ queryKey: ask.clients.card.queryKey({ input: { id: card.id } }) })
        setRefused({ by, at })
      } else {
        // What does not fit one of the office's own fields is said there too.
        const code = codeOf(error)
        if (code === 'FIELD_REQUIRED' || code === 'BAD_VALUE') {
          const { field } = (error as ORPCError<string, { field: string }>).data
          const said =
            code === 'FIELD_REQUIRED' ? t('clients.problems.required') : t('clients.problems.wrong')
          form.setError(`custom.${customKey(idOfCustom(field))}`, { type: code, message: said })
        }
        setProblem(sentenceOf(error))
      }
      return false
    }
  }

  return { save, problem, refused, settled: () => setRefused(undefined) }
}
