import { Copy, Eye, RotateCcw, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../../../../app/contract/clients.ts'
import { ask as askPerson } from '../../../kit/ask.ts'
import { isSelected } from '../../../kit/grid/selection.ts'
import type { RowSource, Selection } from '../../../kit/grid/types.ts'
import { writeClipboard } from '../../../kit/grid/writeClipboard.ts'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { useAccount, useMay } from '../../../shell/account.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { useBin } from './bin.ts'

/** Rows of one page while all that match are collected. */
const page = 500
/** From so many on a slip of the hand is worth a question, although it can be undone. */
const many = 20

/** More cards side by side are not compared well. */
const mostChosen = 5

interface Options {
  readonly rows: RowSource<ClientRow>
  readonly selection: Selection
  readonly binned: boolean
  readonly onMoved: () => void
}

/** What can be done with the rows that are selected, as far as the person may. */
export function useRowActions({ rows, selection, binned, onMoved }: Options) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const may = useMay()
  const { grant } = useAccount()
  const { bin, restore } = useBin()

  const selectedIds = async (): Promise<number[]> => {
    if (selection.mode === 'some') return [...selection.ids].map(Number)
    const ids: number[] = []
    const { signal } = new AbortController()
    for (let offset = 0; ; offset += page) {
      // eslint-disable-next-line no-await-in-loop -- each page says whether there is another
      const { rows: some, total } = await rows.page(offset, page, signal)
      ids.push(...some.map((row) => row.id))
      if (some.length === 0 || offset + page >= total) break
    }
    return ids.filter((id) => isSelected(selection, id))
  }

  const move = async (which: () => Promise<number[]> | number[]) => {
    if (!may('clients.delete')) return
    const ids = await which()
    if (ids.length === 0) return
    if (ids.length >= many && !binned) {
      const sure = await askPerson({
        title: t('clients.bin.sure', { count: ids.length, shown: number(ids.length) }),
        text: t('clients.bin.sureText'),
        yes: t('clients.bin.move'),
      })
      if (!sure) return
    }
    if (await (binned ? restore(ids) : bin(ids))) onMoved()
  }

  const moveSelected = () => move(selectedIds)

  const menu = (
    row: ClientRow,
    cell: string | number | null | undefined,
    { open, look }: { open: () => void; look: () => void },
  ): MenuEntry[] => {
    // Pressed on a row that was not selected, it is about that row alone.
    const onChoose = () => void move(isSelected(selection, row.id) ? selectedIds : () => [row.id])
    return [
      { label: t('clients.menu.open'), icon: SquareArrowOutUpRight, keys: 'Enter', onChoose: open },
      { label: t('clients.menu.look'), icon: Eye, keys: t('clients.menu.space'), onChoose: look },
      ...(cell === undefined || cell === null || cell === ''
        ? []
        : [
            {
              label: t('clients.menu.copy', { text: shortened(String(cell)) }),
              icon: Copy,
              onChoose: () => void writeClipboard(String(cell)),
            },
          ]),
      ...(may('clients.delete')
        ? ([
            'line',
            binned
              ? { label: t('clients.bin.restore'), icon: RotateCcw, onChoose }
              : {
                  label: t('clients.bin.move'),
                  icon: Trash2,
                  keys: 'Delete',
                  danger: true,
                  onChoose,
                },
          ] satisfies MenuEntry[])
        : []),
    ]
  }

  const mergeable = selection.mode === 'some' && selection.ids.size > 1 && selection.ids.size <= mostChosen
  return {
    mayMerge: may('clients.merge') && grant.hidden.length === 0 && !binned && mergeable,
    merge: () => void selectedIds().then((ids) => openWindow(`/clients/merge?ids=${ids.join(',')}`)),
    mayEdit: may('clients.edit'),
    mayMove: may('clients.delete'),
    binned,
    anySelected: selection.mode === 'all' || selection.ids.size > 0,
    moveSelected,
    menu,
  }
}

export type RowActions = ReturnType<typeof useRowActions>

const shortened = (text: string) => (text.length > 32 ? `${text.slice(0, 31)}…` : text)
