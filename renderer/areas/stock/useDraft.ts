import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Draft, DraftContent, DraftLine } from '../../../app/contract/documents.ts'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'

/** What a form begins with: a new document has no number yet. */
export type Begun = Pick<Draft, 'content' | 'items' | 'supplier'> & Partial<Pick<Draft, 'id' | 'revision'>>

/** So long nobody has typed before what is written is kept, in milliseconds. */
const pause = 700

/** What is written of a document, kept in the office soon after every change. */
export function useDraft(begun: Begun) {
  const win = useWindow()
  const [content, setContent] = useState<DraftContent>(begun.content)
  const [names, setNames] = useState(() => new Map(begun.items.map(({ id, name }) => [id, name])))
  const kept = useRef(begun.id === undefined ? undefined : { id: begun.id, revision: begun.revision ?? 0 })
  const written = useRef(begun.content)
  const saving = useRef(Promise.resolve())
  const over = useRef(false)

  const keep = useEffectEvent((next: DraftContent) => {
    saving.current = saving.current.then(async () => {
      if (over.current || written.current === next) return
      try {
        const saved = await office.documents.saveDraft({ ...kept.current, content: next })
        if (kept.current === undefined) win.readdress(`/stock/drafts/${saved.id}`)
        kept.current = saved
        written.current = next
        win.setDirty(false)
      } catch (error) {
        toast({ tone: 'bad', text: sentenceOf(error) })
      }
    })
  })
  useEffect(() => {
    if (content === written.current) return undefined
    win.setDirty(true, true)
    const timer = setTimeout(() => keep(content), pause)
    return () => clearTimeout(timer)
  }, [content, win])

  const change = useCallback(
    (changed: Partial<DraftContent>) => setContent((before) => ({ ...before, ...changed })),
    [],
  )
  const changeLine = useCallback(
    (at: number, changed: Partial<DraftLine>) =>
      setContent((before) => ({
        ...before,
        lines: before.lines.map((line, index) => (index === at ? { ...line, ...changed } : line)),
      })),
    [],
  )
  const removeLine = useCallback(
    (at: number) =>
      setContent((before) => ({ ...before, lines: before.lines.filter((_, index) => index !== at) })),
    [],
  )
  /** One more of what is there already, otherwise a line of its own. */
  const addItem = useCallback((item: { id: number; name: string }, quantity: number, together: boolean) => {
    setNames((before) => new Map(before).set(item.id, item.name))
    setContent((before) => {
      const at = together ? before.lines.findIndex(({ itemId }) => itemId === item.id) : -1
      const line = { itemId: item.id, quantity, price: 0, taxRate: 0, taxIncluded: false }
      const lines =
        at < 0
          ? [...before.lines, line]
          : before.lines.map((one, index) =>
              index === at ? { ...one, quantity: one.quantity + quantity } : one,
            )
      return { ...before, lines }
    })
  }, [])
  /** Everything typed is on its way to be kept no more: it is posted. */
  const end = useCallback(async () => {
    over.current = true
    await saving.current
    win.setDirty(false)
  }, [win])
  /** The number of what is kept, once nothing is on its way any more. */
  const draftId = useCallback(async () => {
    await saving.current
    return kept.current?.id
  }, [])
  return { content, names, change, changeLine, removeLine, addItem, end, draftId }
}
