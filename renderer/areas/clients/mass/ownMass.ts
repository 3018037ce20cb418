import i18next from 'i18next'
import { create } from 'zustand'
import type { MassAct, MassStep, MassTarget } from '../../../../app/contract/mass.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { notationOf } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { openWindow } from '../../../shell/windows/index.ts'

/** The change of many clients that this person began on this page: it runs on while the window is closed. */
export const useOwnMass = create<{ own: (Pick<MassStep, 'done' | 'total'> & { stop(): void }) | null }>(
  () => ({ own: null }),
)

type Ended = NonNullable<MassStep['ended']>

/** Follows a change to its end; undefined where it failed, which is said. One at a time. */
async function follow(
  begin: (signal: AbortSignal) => Promise<AsyncIterable<MassStep>>,
): Promise<Ended | undefined> {
  if (useOwnMass.getState().own) return undefined
  const { t } = i18next
  const stopping = new AbortController()
  const show = ({ done, total }: Pick<MassStep, 'done' | 'total'>) =>
    useOwnMass.setState({ own: { done, total, stop: () => stopping.abort() } })
  show({ done: 0, total: 0 })
  try {
    let last: MassStep | undefined
    for await (const step of await begin(stopping.signal)) {
      last = step
      show(step)
    }
    return last?.ended ?? undefined
  } catch (error) {
    if (stopping.signal.aborted) toast({ text: t('mass.stopped'), tone: 'warn' })
    else toast({ text: sentenceOf(error), tone: 'bad' })
    return undefined
  } finally {
    useOwnMass.setState({ own: null })
  }
}

/** Does one thing to many clients, and says what was done and what was not, with the way back. */
export async function changeMany(target: MassTarget, act: MassAct): Promise<boolean> {
  const ended = await follow((signal) => office.mass.run({ target, act }, { signal }))
  if (!ended) return false
  const { t } = i18next
  const { mass } = ended
  toast({
    text: [
      said(doneWords(act), ended.changed),
      ended.same > 0 && said('mass.same', ended.same),
      leftOf(ended),
    ]
      .filter(Boolean)
      .join(' '),
    tone: ended.changed > 0 ? 'good' : 'info',
    ...(mass === null ? {} : { action: { label: t('mass.undo'), onChoose: () => void undoMany(mass) } }),
  })
  return true
}

/** Takes a change of many back. Where some were changed since, its window says which. */
export async function undoMany(id: number): Promise<void> {
  const ended = await follow((signal) => office.mass.undo({ id }, { signal }))
  if (!ended) return
  const { t } = i18next
  toast({
    text: [said('mass.undone', ended.changed), ended.left > 0 && said('mass.kept', ended.left)]
      .filter(Boolean)
      .join(' '),
    tone: ended.left > 0 ? 'warn' : 'good',
    ...(ended.left > 0
      ? { action: { label: t('mass.show'), onChoose: () => void openWindow(`/clients/changes/${id}`) } }
      : {}),
  })
}

const doneWords = (act: MassAct) =>
  act.do === 'bin' ? 'clients.bin.moved' : act.do === 'restore' ? 'clients.bin.restored' : 'mass.done'

const leftOf = ({ left }: Ended) => left > 0 && said('mass.left', left)

function said(
  key: ReturnType<typeof doneWords> | 'mass.same' | 'mass.left' | 'mass.undone' | 'mass.kept',
  count: number,
) {
  const { number } = notationOf(useLanguage.getState().language)
  return i18next.t(key, { count, shown: number(count) })
}
