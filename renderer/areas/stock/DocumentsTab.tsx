import { useQuery } from '@tanstack/react-query'
import { FileText, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  documentKinds,
  writtenKinds,
  type DocumentFilter,
  type DocumentKind,
  type DocumentRow,
} from '../../../app/contract/documents.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { RowSource } from '../../kit/grid/types.ts'
import { MenuButton } from '../../kit/MenuButton.tsx'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { documentColumns } from './documentColumns.ts'
import { Drafts } from './Drafts.tsx'
import { WarehouseSelect } from './WarehouseSelect.tsx'

/** Documents of the stock, the latest first, and those that are being written. */
export function DocumentsTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const mayWrite = useMay()('stock.edit')
  const [filter, setFilter] = useState<DocumentFilter>({})
  // Told of changes like every question, it says when the rows are to be read anew.
  const { dataUpdatedAt } = useQuery(ask.documents.page.queryOptions({ input: { limit: 1 } }))
  const rows = useMemo(
    (): RowSource<DocumentRow> => ({
      page: (offset, limit, signal) => office.documents.page({ ...filter, offset, limit }, { signal }),
    }),
    [filter],
  )
  const columns = useMemo(() => documentColumns(t, notation), [t, notation])
  return (
    <div className="costs">
      <div className="costs-bar">
        <SelectField
          label={t('stock.columns.kind')}
          value={filter.kind ?? ''}
          none={t('stock.everyKind')}
          onChange={(event) => {
            const kind = event.currentTarget.value
            const { kind: _before, ...rest } = filter
            setFilter(kind === '' ? rest : { ...rest, kind: kind as DocumentKind })
          }}
          options={documentKinds.map((id) => ({ id, label: t(`stock.kinds.${id}`) }))}
        />
        <WarehouseSelect
          all
          label={t('stock.columns.warehouse')}
          none={t('stock.everywhere')}
          value={filter.warehouseId ?? null}
          onChange={(id) => {
            const { warehouseId: _before, ...rest } = filter
            setFilter(id === null ? rest : { ...rest, warehouseId: id })
          }}
        />
        <span className="costs-space" />
        {mayWrite && (
          <MenuButton
            label={t('stock.new')}
            icon={Plus}
            align="end"
            entries={writtenKinds.map((kind) => ({
              label: t(`stock.kinds.${kind}`),
              icon: FileText,
              onChoose: () => void win.open(`/stock/drafts/${kind}`),
            }))}
          />
        )}
      </div>
      {mayWrite && shown && <Drafts />}
      <Grid
        label={t('stock.tabs.documents')}
        columns={columns}
        rows={rows}
        version={dataUpdatedAt}
        rowId={({ id }) => id}
        onOpen={({ id }) => void win.open(`/stock/documents/${id}`)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={
          <EmptyState
            icon={FileText}
            title={t('stock.empty.documents')}
            text={t('stock.empty.documentsText')}
          />
        }
      />
    </div>
  )
}
