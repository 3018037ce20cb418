import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { allOf } from '../../kit/grid/groupTree.ts'
import { shownColumns } from '../../kit/grid/layout.ts'
import { printRows } from '../../kit/grid/printRows.ts'
import { isSelected, selectedCount } from '../../kit/grid/selection.ts'
import type { Column, Layout, RowId, RowSource, Selection } from '../../kit/grid/types.ts'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../errors.ts'
import { useNotation } from '../language/notation.ts'
import { useWindow } from '../windows/index.ts'

/** More is an export, not a print. */
const most = 2000

interface Shown<Row extends { readonly id: RowId }> {
  /** What stands over the sheet. */
  readonly title: string
  readonly rows: RowSource<Row>
  readonly columns: readonly Column<Row>[]
  readonly layout: Layout
  readonly selection: Selection
  /** Other ways of seeing the same print for themselves. */
  readonly active: boolean
}

/** Ctrl+P: the rows that are selected where several are, otherwise all that are found, with the columns that are shown. */
export function usePrintTable<Row extends { readonly id: RowId }>(shown: Shown<Row>): void {
  const { title, rows, columns, layout, selection, active } = shown
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
    printRows(title, meant, shownColumns(columns, layout))
  })
  useEffect(() => {
    if (!active) return
    const run = () =>
      void onPrint().catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error) }))
    return registerCommand('print', run)
  }, [registerCommand, active])
}
