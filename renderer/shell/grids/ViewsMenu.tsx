import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView, ViewDraft } from '../../../app/contract/views.ts'
import type { GridState } from '../../kit/grid/types.ts'
import { MenuButton } from '../../kit/MenuButton.tsx'
import type { MenuEntry } from '../../kit/MenuEntries.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../account.ts'
import { sentenceOf } from '../errors.ts'
import { ask, office } from '../office/office.ts'
import { isAs, readContent, written, type ViewContent } from './viewContent.ts'
import { ViewDialog } from './ViewDialog.tsx'

interface Props {
  /** The name under which the office keeps the views of this list. */
  readonly list: string
  readonly now: ViewContent
  /** The list as nobody has changed it. */
  readonly usual: GridState
  readonly onApply: (content: ViewContent) => void
}

/** The views of a list: to look at it in another way at once, to keep the way it is looked at now, and to share it. */
export function ViewsMenu({ list, now, usual, onApply }: Props) {
  const { t } = useTranslation()
  const mayShare = useMay()('views.share')
  const { data } = useQuery(ask.views.list.queryOptions({ input: { list } }))
  const [currentId, setCurrentId] = useState<number>()
  const [dialog, setDialog] = useState<{ title: string; draft: ViewDraft }>()
  const views = data?.views ?? []
  const current = views.find(({ id }) => id === currentId)
  const changed = current !== undefined && !isAs(current.content, now)
  const mine = current !== undefined && (current.shared ? mayShare : current.own)

  const show = (view: SavedView) => {
    const content = readContent(view.content)
    if (!content) return toast({ tone: 'warn', text: t('grid.views.unreadable', { name: view.name }) })
    setCurrentId(view.id)
    onApply(content)
  }
  // Once as the list opens, and not again when views change.
  const begun = useRef(false)
  const begin = useEffectEvent(() => {
    const first = views.find(({ id }) => id === data?.first)
    if (first) show(first)
  })
  const known = data !== undefined
  useEffect(() => {
    if (!known || begun.current) return
    begun.current = true
    begin()
  }, [known])

  const tell = async (doing: Promise<unknown>) => {
    try {
      await doing
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    }
  }
  const draftOf = ({ id, name, shared }: SavedView, content: string): ViewDraft => ({
    id,
    list,
    name,
    shared,
    content,
  })
  const overwrite = async (view: SavedView) => {
    await office.views.save(draftOf(view, written(now)))
    const undo = () => void tell(office.views.save(draftOf(view, view.content)))
    toast({
      tone: 'good',
      text: t('grid.views.saved', { name: view.name }),
      action: { label: t('clients.bin.undo'), onChoose: undo },
    })
  }
  const remove = async (view: SavedView) => {
    await office.views.remove({ id: view.id })
    setCurrentId(undefined)
    const { id: _id, ...draft } = draftOf(view, view.content)
    toast({
      text: t('grid.views.removed', { name: view.name }),
      action: { label: t('clients.bin.undo'), onChoose: () => void tell(office.views.save(draft)) },
    })
  }

  const chooseFrom = (some: readonly SavedView[], title: string): MenuEntry[] =>
    some.length === 0
      ? []
      : [
          { title },
          ...some.map((view) => ({
            label:
              some === own && shared.some(({ name }) => name === view.name)
                ? `${view.name} · ${title}`
                : view.name,
            chosen: view.id === currentId,
            onChoose: () => show(view),
          })),
        ]
  const shared = views.filter((view) => view.shared)
  const own = views.filter((view) => !view.shared)
  const entries: MenuEntry[] = [
    ...chooseFrom(shared, t('grid.views.everybodys')),
    ...chooseFrom(own, t('grid.views.own')),
    ...(views.length > 0 ? (['line'] as const) : []),
    ...(current && mine
      ? [
          {
            label: t('grid.views.overwrite', { name: current.name }),
            disabled: !changed,
            onChoose: () => void tell(overwrite(current)),
          },
        ]
      : []),
    {
      label: t('grid.views.saveNew'),
      onChoose: () =>
        setDialog({
          title: t('grid.views.newTitle'),
          draft: { list, name: '', shared: false, content: written(now) },
        }),
    },
    ...(current
      ? [
          {
            label: t('grid.views.begin'),
            checked: data?.first === current.id,
            onChoose: () =>
              void tell(office.views.begin({ list, id: data?.first === current.id ? null : current.id })),
          },
        ]
      : []),
    ...(current && mine
      ? [
          {
            label: t('grid.views.rename'),
            onChoose: () =>
              setDialog({ title: t('grid.views.rename'), draft: draftOf(current, current.content) }),
          },
          { label: t('grid.views.remove'), danger: true, onChoose: () => void tell(remove(current)) },
        ]
      : []),
    'line',
    {
      label: t('grid.views.usual'),
      onChoose: () => {
        setCurrentId(undefined)
        onApply({ state: usual, filters: [] })
      },
    },
  ]
  const label = current
    ? changed
      ? t('grid.views.changed', { name: current.name })
      : current.name
    : t('grid.views.title')
  return (
    <>
      <MenuButton folds icon={Bookmark} label={label} entries={entries} />
      {dialog && (
        <ViewDialog
          {...dialog}
          onClosed={() => setDialog(undefined)}
          onSaved={(view) => {
            setCurrentId(view.id)
            toast({ tone: 'good', text: t('grid.views.saved', { name: view.name }) })
          }}
        />
      )}
    </>
  )
}
