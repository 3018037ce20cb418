import { ContactRound, FileSpreadsheet, FileText, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportFormats, type ClientExport, type ExportField } from '../../../../app/contract/clientExport.ts'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import type { Selection } from '../../../kit/grid/types.ts'
import { useMay } from '../../../shell/account.ts'
import { exportClients, useOwnExport } from './ownExport.ts'

interface Props {
  /** What the table shows, in its order. */
  readonly shown: Pick<ClientExport, 'filter' | 'order'>
  readonly selection: Selection
  /** The columns it shows. */
  readonly columns: readonly string[]
}

const icons = { xlsx: FileSpreadsheet, csv: FileText, vcard: ContactRound }

/** What of a client a column of the table shows. */
const fieldOf: Readonly<Record<string, ExportField>> = {
  name: 'kind',
  phone: 'phones',
  contact: 'contacts',
  city: 'addresses',
  country: 'addresses',
  status: 'status',
  manager: 'manager',
  email: 'emails',
  code: 'code',
  relations: 'relations',
  category: 'category',
  groups: 'groups',
  source: 'source',
  priceList: 'priceList',
  discount: 'discount',
  creditLimit: 'creditLimit',
  bonusCard: 'bonusCard',
  birthday: 'birthday',
  language: 'language',
}

/** Clients as a file: those selected, or all that are shown; with everything, or with what the columns show. */
export function ExportMenu({ shown, selection, columns }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const running = useOwnExport(({ own }) => own !== null)
  const [onlyColumns, setOnlyColumns] = useState(false)
  if (!may('clients.export')) return null

  const fields = onlyColumns
    ? [
        ...new Set(
          columns.flatMap((column) => (column.startsWith('custom.') ? 'custom' : (fieldOf[column] ?? []))),
        ),
      ]
    : undefined
  const formats = (which: Partial<ClientExport>): MenuEntry[] =>
    exportFormats.map((format) => ({
      label: t(`clients.export.${format}`),
      icon: icons[format],
      onChoose: () => void exportClients({ ...shown, ...which, format, ...(fields ? { fields } : {}) }),
    }))
  const selected = chosen(selection)
  return (
    <MenuButton
      label={t('clients.export.do')}
      icon={FileUp}
      folds
      disabled={running}
      entries={[
        // One row is easily selected without meaning it, so it is said which of the two it is.
        ...(selected
          ? [
              { label: t('clients.export.selected'), entries: formats(selected) },
              { label: t('clients.export.shown'), entries: formats({}) },
            ]
          : [{ title: t('clients.export.shown') }, ...formats({})]),
        'line' as const,
        {
          label: t('clients.export.onlyColumns'),
          checked: onlyColumns,
          onChoose: () => setOnlyColumns(!onlyColumns),
        },
      ]}
    />
  )
}

/** Undefined where nothing is selected, or everything. */
function chosen(selection: Selection): Partial<ClientExport> | undefined {
  const of = selection.mode === 'some' ? selection.ids : selection.except
  if (of.size === 0) return undefined
  const ids = [...of].map(Number)
  return selection.mode === 'some' ? { ids } : { except: ids }
}
