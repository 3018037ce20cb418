import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostGroup, CostReport, CostRow } from '../../../../app/contract/callCosts.ts'
import { countryName, isCountryCode } from '../../../../app/countries.ts'
import { fromMinor } from '../../../../app/money.ts'
import type { Column } from '../../../kit/grid/types.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation, type Notation } from '../../../shell/language/notation.ts'
import { clock } from '../lengths.ts'

/** What a row of a report is called in the reader's words. */
export function useRowName(by: CostGroup): (row: CostRow) => string {
  const { t } = useTranslation()
  const { date } = useNotation()
  const language = useLanguage((state) => state.language)
  return useCallback(
    ({ key, name }: CostRow) => {
      if (by === 'direction')
        return key === 'incoming' || key === 'outgoing' ? t(`rates.directions.${key}`) : key
      if (key === '') return t(`costs.none.${by}`)
      if (by === 'day') return date(key)
      if (by === 'country') return isCountryCode(key) ? countryName(key, language) : key
      if (by === 'client' && name === '') return t('costs.hiddenClient')
      return name || key
    },
    [by, t, date, language],
  )
}

interface Given {
  readonly t: TFunction
  readonly notation: Notation
  readonly nameOf: (row: CostRow) => string
  readonly by: CostGroup
  readonly report: CostReport | undefined
}

/** A report's columns; the totals under them are of everything, not only of the rows there is room for. */
export function costColumns({ t, notation, nameOf, by, report }: Given): Column<CostRow>[] {
  const currency = report?.currency ?? 'USD'
  const money = (amount: number) => notation.money({ amount, currency })
  const total = report?.total
  const amount = (
    id: 'cost' | 'fixed' | 'sum',
    of: (row: CostRow) => number,
    rare = false,
  ): Column<CostRow> => ({
    id,
    title: t(`costs.columns.${id}`),
    width: 144,
    align: 'end',
    sortable: true,
    rare,
    order: (row) => fromMinor({ amount: of(row), currency }),
    value: (row) => money(of(row)),
    total: total && money(of(total)),
  })
  const length = (id: 'talkSeconds' | 'billedSeconds', rare = false): Column<CostRow> => ({
    id,
    title: t(`costs.columns.${id}`),
    width: 110,
    align: 'end',
    sortable: true,
    rare,
    order: (row) => row[id],
    value: (row) => clock(row[id]),
    total: total && clock(total[id]),
  })
  const hasFixed = (total?.fixed ?? 0) > 0
  return [
    {
      id: 'name',
      title: t(`costs.by.${by}`),
      width: 200,
      grow: 2,
      fixed: true,
      sortable: true,
      filterAs: 'text',
      ...(by === 'day' || by === 'month' ? { order: (row: CostRow) => row.key } : {}),
      value: nameOf,
      total: t('costs.total'),
    },
    {
      id: 'calls',
      title: t('costs.columns.calls'),
      width: 90,
      align: 'end',
      sortable: true,
      order: (row) => row.calls,
      value: (row) => notation.number(row.calls),
      total: total && notation.number(total.calls),
    },
    length('talkSeconds'),
    length('billedSeconds', true),
    ...(hasFixed ? [amount('cost', (row) => row.cost), amount('fixed', (row) => row.fixed)] : []),
    amount('sum', (row) => row.cost + row.fixed),
  ]
}
