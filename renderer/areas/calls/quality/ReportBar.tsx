import { Download, Printer } from 'lucide-react'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Days } from '../../../../app/periods.ts'
import { printRows } from '../../../kit/grid/printRows.ts'
import type { Column } from '../../../kit/grid/types.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { useMay } from '../../../shell/account.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { PeriodBar } from '../costs/PeriodBar.tsx'
import { saveTable } from '../costs/saveTable.ts'

interface Props<Row> {
  readonly shown: boolean
  readonly title: string
  readonly days: Days
  readonly onDays: (days: Days) => void
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly children?: ReactNode
}

/** Over a table of these days: which days, and the table on paper or as a file. */
export function ReportBar<Row>({ shown, title, days, onDays, rows, columns, children }: Props<Row>) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const may = useMay()
  const print = () => printRows(title, rows, columns)
  const printByKey = useEffectEvent(print)
  useEffect(
    () => (shown ? registerCommand('print', () => printByKey()) : undefined),
    [shown, registerCommand],
  )
  return (
    <div className="costs-bar">
      <PeriodBar days={days} onDays={onDays} />
      <span className="costs-space" />
      {children}
      <IconButton icon={Printer} label={t('costs.print')} onClick={print} />
      {may('calls.export') && (
        <MenuButton
          label={t('costs.export')}
          icon={Download}
          align="end"
          entries={(['xlsx', 'csv'] as const).map((format) => ({
            label: t(`clients.export.${format}`),
            icon: Download,
            onChoose: () => void saveTable(title, format, rows, columns),
          }))}
        />
      )}
    </div>
  )
}
