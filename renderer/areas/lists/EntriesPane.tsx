import { ArchiveRestore, Archive, Merge, Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListEntry, ListId } from '../../../app/contract/lists.ts'
import { entryName } from '../../../app/lists.ts'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { OrderedList, type Line } from './OrderedList.tsx'
import { Pane } from './Pane.tsx'

interface Props {
  readonly list: ListId
  readonly title: string
  /** Of all lists. */
  readonly entries: readonly ListEntry[]
  /** How many clients have each, once it is counted. */
  readonly uses: Readonly<Record<string, number>> | undefined
  readonly mayEdit: boolean
  readonly shown: boolean
}

const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })

/** One list of the office: added to, renamed, put in order, merged, taken out of use. */
export function EntriesPane({ list, title, entries, uses, mayEdit, shown }: Props) {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const notation = useNotation()
  const [open, setOpen] = useState<{ dialog: 'edit' | 'merge'; entry?: ListEntry }>()
  const own = useMemo(() => entries.filter((entry) => entry.list === list), [entries, list])
  const nameOf = (entry: ListEntry) => entryName(entry, language, (key) => t(`lists.ready.${key}`))
  const offered = own.filter(({ retired }) => !retired)
  const lines = useMemo(
    () =>
      own.map((entry): Line & { retired: boolean } => {
        const count = uses?.[entry.id] ?? 0
        return {
          id: entry.id,
          name: entryName(entry, language, (key) => t(`lists.ready.${key}`)),
          tone: entry.tone,
          retired: entry.retired,
          count: uses && count > 0 ? t('lists.uses', { count, shown: notation.number(count) }) : undefined,
        }
      }),
    [own, uses, language, notation, t],
  )
  const [used, unused] = useMemo(
    () => [lines.filter(({ retired }) => !retired), lines.filter(({ retired }) => retired)],
    [lines],
  )
  const entry = (id: number) => own.find((one) => one.id === id)!

  const retire = async (one: ListEntry, retired: boolean) => {
    try {
      await office.lists.retireEntry({ id: one.id, retired })
      toast({
        text: t(retired ? 'lists.gone' : 'lists.back', { name: nameOf(one) }),
        tone: 'good',
        ...(retired ? { action: { label: t('lists.undo'), onChoose: () => void retire(one, false) } } : {}),
      })
    } catch (error) {
      refused(error)
    }
  }
  const order = (ids: readonly number[]) =>
    void office.lists.orderEntries({ list, ids: [...ids] }).catch(refused)

  return (
    <>
      <Pane
        title={title}
        help={list.startsWith('field.') ? t('lists.help.choice') : t(`lists.help.${list as 'status'}`)}
        newLabel={t('lists.new')}
        onNew={() => setOpen({ dialog: 'edit' })}
        mayEdit={mayEdit}
        shown={shown}
        empty={used.length === 0}
        emptyTitle={t('lists.empty')}
        ordered={used.length > 1}
        retiredCount={unused.length}
        retired={
          <OrderedList
            label={t('lists.retired', { count: unused.length })}
            lines={unused}
            mayEdit={mayEdit}
            onOpen={(id) => setOpen({ dialog: 'edit', entry: entry(id) })}
            menuOf={({ id }) => [
              {
                label: t('lists.bringBack'),
                icon: ArchiveRestore,
                onChoose: () => void retire(entry(id), false),
              },
            ]}
          />
        }
      >
        <OrderedList
          label={title}
          lines={used}
          mayEdit={mayEdit}
          onOpen={(id) => setOpen({ dialog: 'edit', entry: entry(id) })}
          onRetire={(id) => void retire(entry(id), true)}
          onOrder={order}
          menuOf={({ id }) => [
            {
              label: t('lists.edit'),
              icon: Pencil,
              keys: 'Enter',
              onChoose: () => setOpen({ dialog: 'edit', entry: entry(id) }),
            },
            {
              label: t('lists.merge.do'),
              icon: Merge,
              disabled: offered.length < 2,
              onChoose: () => setOpen({ dialog: 'merge', entry: entry(id) }),
            },
            'line',
            {
              label: t('lists.retire'),
              icon: Archive,
              keys: 'Del',
              onChoose: () => void retire(entry(id), true),
            },
          ]}
        />
      </Pane>
      {open?.dialog === 'edit' && (
        <EntryDialog list={list} entry={open.entry} onClosed={() => setOpen(undefined)} />
      )}
      {open?.dialog === 'merge' && open.entry && (
        <MergeDialog
          entry={open.entry}
          others={offered.filter(({ id }) => id !== open.entry!.id)}
          nameOf={nameOf}
          count={uses?.[open.entry.id] ?? 0}
          onClosed={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
