import { useQuery } from '@tanstack/react-query'
import { Boxes } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Balance, BalanceFilter } from '../../../app/contract/stock.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DateField } from '../../kit/form/DateField.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../kit/grid/types.ts'
import { SearchBox } from '../../kit/SearchBox.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { amountText, quantityText } from './amounts.ts'
import { MovesView } from './MovesView.tsx'
import { WarehouseSelect } from './WarehouseSelect.tsx'

/** What lies where, now or at the end of any day; a line opens the moves that it is made of. */
export function BalancesTab() {
  const { t } = useTranslation()
  const notation = useNotation()
  const [filter, setFilter] = useState<BalanceFilter>({})
  const [opened, setOpened] = useState<Balance>()
  const { data, dataUpdatedAt } = useQuery({
    ...ask.stock.balances.queryOptions({ input: { ...filter, limit: 1 } }),
    placeholderData: (before) => before,
  })
  const rows = useMemo(
    (): RowSource<Balance> => ({
      page: (offset, limit, signal) => office.stock.balances({ ...filter, offset, limit }, { signal }),
    }),
    [filter],
  )
  const currency = data?.currency ?? null
  const worth = data?.value ?? null
  const columns = useMemo(
    (): Column<Balance>[] => [
      {
        id: 'item',
        title: t('stock.columns.item'),
        width: 220,
        grow: 2,
        fixed: true,
        value: ({ item }) => item,
      },
      {
        id: 'warehouse',
        title: t('stock.columns.warehouse'),
        width: 150,
        value: ({ warehouse }) => warehouse,
      },
      {
        id: 'quantity',
        title: t('stock.columns.quantity'),
        width: 110,
        align: 'end',
        value: ({ quantity }) => quantityText(notation, quantity),
      },
      ...(worth === null
        ? []
        : [
            {
              id: 'value',
              title: t('stock.columns.value'),
              width: 140,
              align: 'end' as const,
              value: ({ value }: Balance) => amountText(notation, value, currency),
              total: amountText(notation, worth, currency),
            },
          ]),
    ],
    [t, notation, worth, currency],
  )
  if (opened) return <MovesView balance={opened} onBack={() => setOpened(undefined)} />
  /** Without what is empty. */
  const change = (changed: { [K in keyof BalanceFilter]: BalanceFilter[K] | undefined }) =>
    setFilter(
      Object.fromEntries(
        Object.entries({ ...filter, ...changed }).filter(([, value]) => value !== undefined && value !== ''),
      ),
    )
  return (
    <div className="costs">
      <div className="costs-bar">
        <SearchBox label={t('stock.find')} value={filter.text ?? ''} onChange={(text) => change({ text })} />
        <WarehouseSelect
          all
          label={t('stock.columns.warehouse')}
          none={t('stock.everywhere')}
          value={filter.warehouseId ?? null}
          onChange={(id) => change({ warehouseId: id ?? undefined })}
        />
        <DateField
          label={t('stock.atDay')}
          value={filter.day ?? ''}
          onChange={(event) => change({ day: event.currentTarget.value })}
        />
      </div>
      <Grid
        label={t('stock.tabs.balances')}
        columns={columns}
        rows={rows}
        version={dataUpdatedAt}
        rowId={({ itemId, warehouseId }) => `${itemId} ${warehouseId}`}
        onOpen={setOpened}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={
          <EmptyState icon={Boxes} title={t('stock.empty.balances')} text={t('stock.empty.balancesText')} />
        }
      />
    </div>
  )
}
