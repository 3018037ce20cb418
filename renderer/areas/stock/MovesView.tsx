import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { documentKinds } from '../../../app/contract/documents.ts'
import type { Balance, StockMove } from '../../../app/contract/stock.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../kit/grid/types.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { quantityText } from './amounts.ts'

/** What came and went of an item in a warehouse, the latest first; each line opens its document. */
export function MovesView({ balance, onBack }: { balance: Balance; onBack: () => void }) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const { itemId, warehouseId } = balance
  const rows = useMemo(
    (): RowSource<StockMove> => ({
      page: (offset, limit, signal) => office.stock.moves({ itemId, warehouseId, offset, limit }, { signal }),
    }),
    [itemId, warehouseId],
  )
  const columns = useMemo(
    (): Column<StockMove>[] => [
      {
        id: 'day',
        title: t('stock.columns.day'),
        width: 110,
        fixed: true,
        value: ({ day }) => notation.date(day),
      },
      {
        id: 'kind',
        title: t('stock.columns.kind'),
        width: 200,
        grow: 1,
        value: ({ kind, undoes }) => {
          const known = documentKinds.find((one) => one === kind)
          const name = known === undefined ? kind : t(`stock.kinds.${known}`)
          return undoes === null ? name : t('stock.taken', { kind: name })
        },
      },
      {
        id: 'number',
        title: t('stock.columns.number'),
        width: 80,
        align: 'end',
        value: ({ documentId }) => documentId,
      },
      {
        id: 'quantity',
        title: t('stock.columns.quantity'),
        width: 110,
        align: 'end',
        value: ({ quantity }) => quantityText(notation, quantity),
      },
    ],
    [t, notation],
  )
  const title = t('stock.movesOf', { item: balance.item, warehouse: balance.warehouse })
  return (
    <div className="costs">
      <div className="costs-bar">
        <Button icon={ArrowLeft} onClick={onBack} autoFocus>
          {t('stock.back')}
        </Button>
        <h2>
          <bdi>{title}</bdi>
        </h2>
      </div>
      <Grid
        label={title}
        columns={columns}
        rows={rows}
        rowId={({ documentId, quantity, warehouse }) => `${documentId} ${warehouse} ${quantity}`}
        onOpen={({ documentId }) => void win.open(`/stock/documents/${documentId}`)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('stock.empty.moves')} />}
      />
    </div>
  )
}
