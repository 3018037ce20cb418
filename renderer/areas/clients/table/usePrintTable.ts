import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../../../../app/contract/clients.ts'
import { allOf } from '../../../kit/grid/groupTree.ts'
import { shownColumns } from '../../../kit/grid/layout.ts'
import { printRows } from '../../../kit/grid/printRows.ts'
import { isSelected, selectedCount } from '../../../kit/grid/selection.ts'
import type { Column, Layout, RowSource, Selection } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { useWindow } from '../../../shell/windows/index.ts'

/** More is an export, not a print. */
const most = 2000

interface Shown {
  readonly rows: RowSource<ClientRow>
  readonly columns: readonly Column<ClientRow>[]
  readonly layout: Layout
  readonly selection: Selection
  /** Other ways of seeing the clients print for themselves. */
  readonly active: boolean
}

/** Ctrl+P: the rows that are selected where several are, otherwise all that are found, with the columns that are shown. */
export function usePrintTable({ rows, columns, layout, selection, active }: Shown): void {
  const { t } = useTranslation()
  const { number } = useNotation()
  const { registerCommand } = useWindow()
  const onPrint = useEffectEvent(async () => {
    const { total } = await rows.page(0, 1, new AbortController().signal)
    if (total > most)
      toast({ text: t('views.onlyFirst', { most: number(most), total: number(total) }), tone: 'warn' })
    const found = await allOf(rows, most)
    const several = selectedCount(selection, total) > 1
    const meant = several ? found.filter((row) => isSelected(selection, row.id)) : found
    printRows(t('clients.title'), meant, shownColumns(columns, layout))
  })
  useEffect(() => {
    if (!active) return
    const run = () =>
      void onPrint().catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error) }))
    return registerCommand('print', run)
  }, [registerCommand, active])
}
