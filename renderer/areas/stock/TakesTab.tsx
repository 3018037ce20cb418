import { useQuery } from '@tanstack/react-query'
import { ClipboardList, Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockTake } from '../../../app/contract/stockTakes.ts'
import { Button } from '../../kit/Button.tsx'
import { Chip } from '../../kit/Chip.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column } from '../../kit/grid/types.ts'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useLocalTable } from '../../shell/grids/useLocalTable.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { WarehouseSelect } from './WarehouseSelect.tsx'

const none: readonly StockTake[] = []

/** Stock-takes, the latest first; one is begun by choosing what is to be counted. */
export function TakesTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const [warehouse, setWarehouse] = useState<number | null>(null)
  const { data = none, dataUpdatedAt } = useQuery({
    ...ask.stockTakes.list.queryOptions(),
    enabled: shown,
  })
  const columns = useMemo(
    (): Column<StockTake>[] => [
      {
        id: 'startedAt',
        title: t('stock.columns.begun'),
        width: 150,
        fixed: true,
        value: ({ startedAt }) => notation.dayAndTime(startedAt),
      },
      {
        id: 'warehouse',
        title: t('stock.columns.warehouse'),
        width: 180,
        grow: 1,
        value: ({ warehouse: name }) => name,
      },
      {
        id: 'state',
        title: t('stock.columns.state'),
        width: 130,
        value: ({ state }) => t(`stock.states.${state}`),
        render: ({ state }) => (
          <Chip tone={state === 'going-on' ? 'info' : state === 'posted' ? 'good' : 'neutral'}>
            {t(`stock.states.${state}`)}
          </Chip>
        ),
      },
      {
        id: 'counted',
        title: t('stock.columns.counted'),
        width: 150,
        align: 'end',
        value: ({ counted, expected }) =>
          t('stock.countedOf', { counted: notation.number(counted), expected: notation.number(expected) }),
      },
      { id: 'by', title: t('stock.columns.by'), width: 140, value: ({ by }) => by },
    ],
    [t, notation],
  )
  const all = useCallback(() => data, [data])
  const table = useLocalTable('stockTakes', all, columns)
  const start = async () => {
    if (warehouse === null) return
    try {
      const { id } = await office.stockTakes.start({ warehouseId: warehouse })
      win.open(`/stock/takes/${id}`)
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    }
  }
  return (
    <div className="costs">
      <div className="costs-bar">
        <WarehouseSelect
          label={t('stock.columns.warehouse')}
          none={t('stock.choose')}
          value={warehouse}
          onChange={setWarehouse}
        />
        <Button icon={Plus} disabled={warehouse === null} onClick={() => void start()}>
          {t('stock.take.start')}
        </Button>
      </div>
      <Grid
        label={t('stock.tabs.takes')}
        {...table}
        version={dataUpdatedAt}
        rowId={({ id }) => id}
        onOpen={({ id }) => void win.open(`/stock/takes/${id}`)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={
          <EmptyState icon={ClipboardList} title={t('stock.empty.takes')} text={t('stock.empty.takesText')} />
        }
      />
    </div>
  )
}
