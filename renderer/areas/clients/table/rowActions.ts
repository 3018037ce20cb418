import { Copy, Eye, RotateCcw, SquareArrowOutUpRight, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter, ClientRow } from '../../../../app/contract/clients.ts'
import type { MassTarget } from '../../../../app/contract/mass.ts'
import { ask as askPerson } from '../../../kit/ask.ts'
import { isSelected } from '../../../kit/grid/selection.ts'
import type { Selection } from '../../../kit/grid/types.ts'
import { writeClipboard } from '../../../kit/grid/writeClipboard.ts'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { useAccount, useMay } from '../../../shell/account.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { openWindow } from '../../../shell/windows/index.ts'
import { changeMany } from '../mass/ownMass.ts'
import { useBin } from './bin.ts'

/** From so many on a slip of the hand is worth a question, although it can be undone. */
const many = 20

/** More cards side by side are not compared well. */
const mostChosen = 5

interface Options {
  /** What the list is narrowed to. */
  readonly filter: ClientFilter
  readonly selection: Selection
  readonly binned: boolean
  readonly onMoved: () => void
}

/** What can be done with the rows that are selected, as far as the person may. */
export function useRowActions({ filter, selection, binned, onMoved }: Options) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const may = useMay()
  const { grant } = useAccount()
  const { bin, restore } = useBin()

  /** Whom all that are selected are, said as shortly as it can be. */
  const target: MassTarget =
    selection.mode === 'some'
      ? { filter: binned ? { binned } : {}, ids: [...selection.ids].map(Number) }
      : { filter, ...(selection.except.size > 0 ? { except: [...selection.except].map(Number) } : {}) }

  const move = async (ids: readonly number[] | 'selected') => {
    if (!may('clients.delete')) return
    const few =
      ids !== 'selected' ? ids : selection.mode === 'some' ? [...selection.ids].map(Number) : undefined
    if (few?.length === 0) return
    if (few && few.length < many) {
      if (await (binned ? restore(few) : bin(few))) onMoved()
      return
    }
    const count = few?.length ?? (await office.mass.preview({ target, act: { do: 'bin' } })).found
    const sure =
      binned ||
      (await askPerson({
        title: t('clients.bin.sure', { count, shown: number(count) }),
        text: t('clients.bin.sureText'),
        yes: t('clients.bin.move'),
      }))
    if (sure && (await changeMany(target, { do: binned ? 'restore' : 'bin' }))) onMoved()
  }

  const moveSelected = () => move('selected')

  const menu = (
    row: ClientRow,
    cell: string | number | null | undefined,
    { open, look }: { open: () => void; look: () => void },
  ): MenuEntry[] => {
    // Pressed on a row that was not selected, it is about that row alone.
    const onChoose = () => void move(isSelected(selection, row.id) ? 'selected' : [row.id])
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
    merge: () => void openWindow(`/clients/merge?ids=${[...(target.ids ?? [])].join(',')}`),
    target,
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
