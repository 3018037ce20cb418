import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockTake, TakeLine } from '../../../app/contract/stockTakes.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../kit/grid/types.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { amountText, quantityText } from './amounts.ts'

const kinds = ['all', 'differing', 'uncounted'] as const

/** Item by item what should be there and what was counted, with what the difference is worth. */
export function CountedLines({ take }: { take: StockTake }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { id } = take
  const [only, setOnly] = useState<(typeof kinds)[number]>('all')
  const { data, dataUpdatedAt } = useQuery({
    ...ask.stockTakes.lines.queryOptions({ input: { id, only, limit: 1 } }),
    placeholderData: (before) => before,
  })
  const rows = useMemo(
    (): RowSource<TakeLine> => ({
      page: (offset, limit, signal) => office.stockTakes.lines({ id, only, offset, limit }, { signal }),
    }),
    [id, only],
  )
  const currency = data?.currency ?? null
  const columns = useMemo(
    (): Column<TakeLine>[] => [
      {
        id: 'item',
        title: t('stock.columns.item'),
        width: 220,
        grow: 2,
        fixed: true,
        value: ({ item }) => item,
      },
      {
        id: 'expected',
        title: t('stock.columns.expected'),
        width: 110,
        align: 'end',
        value: ({ expected }) => quantityText(notation, expected),
      },
      {
        id: 'counted',
        title: t('stock.columns.counted'),
        width: 110,
        align: 'end',
        value: ({ counted }) => (counted === null ? '' : quantityText(notation, counted)),
      },
      {
        id: 'difference',
        title: t('stock.columns.difference'),
        width: 110,
        align: 'end',
        value: ({ counted, expected }) =>
          counted === null || counted === expected ? '' : quantityText(notation, counted - expected),
      },
      {
        id: 'worth',
        title: t('stock.columns.value'),
        width: 130,
        align: 'end',
        value: ({ worth }) => (worth === 0 ? '' : amountText(notation, worth, currency)),
      },
    ],
    [t, notation, currency],
  )
  return (
    <>
      <div className="costs-bar">
        <SelectField
          label={t('stock.take.show')}
          value={only}
          onChange={(event) => setOnly(kinds.find((one) => one === event.currentTarget.value) ?? 'all')}
          options={kinds.map((one) => ({ id: one, label: t(`stock.take.only.${one}`) }))}
        />
        {data?.surplus != null && data.shortage != null && (
          <p className="costs-note">
            {t('stock.take.sums', {
              surplus: amountText(notation, data.surplus, currency),
              shortage: amountText(notation, data.shortage, currency),
            })}
          </p>
        )}
      </div>
      <Grid
        label={t('stock.take.of', { warehouse: take.warehouse })}
        columns={columns}
        rows={rows}
        version={dataUpdatedAt}
        rowId={({ itemId }) => itemId}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('stock.empty.counted')} text={t('stock.empty.countedText')} />}
      />
    </>
  )
}
