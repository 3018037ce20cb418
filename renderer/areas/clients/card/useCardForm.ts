import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useForm, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { useAccount } from '../../../shell/account.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { valuesOf, type CardValues } from './cardValues.ts'
import { dropDraft, keepDraft, readDraft } from './drafts.ts'
import { cardResolver } from './validate.ts'

/** The card that the fields were filled from: what "changed" is counted against. */
export interface CardBase {
  /** 0 for a client that is not there yet. */
  readonly revision: number
  readonly values: CardValues
  /** What was typed before, put into the fields as changes: from a draft, or when two changed one card. */
  readonly typed?: CardValues
}

export type CardForm = UseFormReturn<CardValues, unknown, CardValues>

/**
 * The form of a card: filled from the office, from a draft that a crash left behind, and anew when somebody else
 * changes the card while nothing is typed. What is typed is kept as a draft at every key.
 */
export function useCardForm(card: ClientCard | undefined, fresh: CardValues) {
  const { t } = useTranslation()
  const win = useWindow()
  const { id: userId } = useAccount()
  const [kept] = useState(() => readDraft(userId, win.address))
  const [keptAt, setKeptAt] = useState(kept?.at)
  const [base, setBase] = useState<CardBase>(() =>
    kept
      ? { revision: kept.revision, values: kept.base, typed: kept.values }
      : { revision: card?.revision ?? 0, values: card ? valuesOf(card) : fresh },
  )
  const resolver = useMemo(() => cardResolver(t), [t])
  const form: CardForm = useForm({ defaultValues: base.values, resolver, mode: 'onTouched' })
  const { isDirty, isSubmitting } = form.formState

  // Another revision with the same fields, a photo or a file more: what is typed here goes with that one.
  const known = useMemo(
    () =>
      card && card.revision > base.revision && equal(valuesOf(card), base.values)
        ? { ...base, revision: card.revision }
        : base,
    [card, base],
  )
  if (card && card.revision !== base.revision && !base.typed && !isDirty && !isSubmitting)
    setBase({ revision: card.revision, values: valuesOf(card) })

  const filling = useRef(false)
  /** What the fields hold already: filled with it once more, every field would be drawn twice as a card opens. */
  const filled = useRef(base.typed ? undefined : base)
  const forget = useEffectEvent(() => dropDraft(userId, win.address))
  useEffect(() => {
    if (filled.current !== base) {
      filling.current = true
      refill(form, base)
      filling.current = false
      filled.current = base
    }
    if (!base.typed) forget()
  }, [form, base])

  const keep = useEffectEvent((values: CardValues) => {
    const { revision, values: from } = base
    if (!equal(values, from)) keepDraft(userId, win.address, { at: Date.now(), revision, base: from, values })
    else {
      dropDraft(userId, win.address)
      if (base.typed) setBase({ revision, values: from })
    }
  })
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => filling.current || keep(values),
      }),
    [form],
  )
  useEffect(() => win.setDirty(isDirty, true), [win, isDirty])

  return {
    form,
    base: known,
    /** When what is in the fields was typed, where it came back from a draft. */
    keptAt,
    hideKept: () => setKeptAt(undefined),
    /** From now on the fields are compared with this card; `typed` is put on top of it. */
    startFrom: (next: ClientCard, typed?: CardValues) => {
      const values = valuesOf(next)
      const more = typed && !equal(typed, values) ? { typed } : {}
      setBase({ revision: next.revision, values, ...more })
    },
    /** Throws away what was typed, from the fields too. */
    discard: () => {
      setBase({ revision: base.revision, values: base.values })
      setKeptAt(undefined)
    },
    /** The draft has done its work. */
    dropDraft: () => dropDraft(userId, win.address),
  }
}

const equal = (a: CardValues, b: CardValues) => JSON.stringify(a) === JSON.stringify(b)

/** Fills the fields anew. Lines of lists are drawn anew by it, so the keyboard is put back where it was. */
function refill(form: CardForm, { values, typed }: CardBase): void {
  if (!typed && equal(form.getValues(), values)) return form.reset(values, { keepValues: true })
  const focused = document.activeElement
  const name = focused instanceof HTMLElement && focused.closest('form') ? focused.getAttribute('name') : null
  form.reset(values)
  if (typed) form.reset(typed, { keepDefaultValues: true })
  if (name === null) return
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) form.setFocus(name as FieldPath<CardValues>)
  })
}
