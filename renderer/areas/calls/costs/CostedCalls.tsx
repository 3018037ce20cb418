import { ArrowLeft } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CostedCall, CostQuery } from '../../../../app/contract/callCosts.ts'
import { formatPhone } from '../../../../app/phone.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { allOf } from '../../../kit/grid/groupTree.ts'
import { printRows } from '../../../kit/grid/printRows.ts'
import type { Column, RowSource } from '../../../kit/grid/types.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { clockOf } from '../lengths.ts'
import { shownPrice } from './rateColumns.ts'

interface Props {
  readonly query: CostQuery & { readonly key?: string; readonly unrated: boolean }
  readonly title: string
  readonly onBack: () => void
}

const shownNumber = ({ call }: CostedCall): string =>
  call.number === undefined ? '' : formatPhone(call.e164 ?? call.number)

/** More is an export, not a print. */
const mostPrinted = 2000

/** The calls that a number of the report is made of, the dearest first. */
export function CostedCalls({ query, title, onBack }: Props) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const asked = JSON.stringify(query)
  const rows = useMemo((): RowSource<CostedCall> => {
    const input = JSON.parse(asked) as Props['query']
    return {
      page: (offset, limit, signal) => office.callCosts.calls({ ...input, offset, limit }, { signal }),
    }
  }, [asked])
  const columns = useMemo(
    (): Column<CostedCall>[] => [
      {
        id: 'at',
        title: t('costs.columns.at'),
        width: 140,
        fixed: true,
        value: ({ call }) => notation.dayAndTime(call.startedAt),
      },
      {
        id: 'number',
        title: t('costs.columns.number'),
        width: 150,
        value: shownNumber,
        render: (row) => shownNumber(row) && <PhoneNumber number={shownNumber(row)} inLine />,
      },
      {
        id: 'client',
        title: t('costs.by.client'),
        width: 170,
        grow: 2,
        value: ({ call }) => call.client?.name,
      },
      { id: 'employee', title: t('costs.by.employee'), width: 140, value: ({ call }) => call.employee?.name },
      { id: 'line', title: t('costs.by.line'), width: 100, value: ({ call }) => call.line },
      { id: 'rate', title: t('costs.by.rate'), width: 130, value: ({ rate }) => rate },
      {
        id: 'talk',
        title: t('costs.columns.talkSeconds'),
        width: 90,
        align: 'end',
        value: ({ call }) => clockOf(call.talked),
      },
      {
        id: 'cost',
        title: t('costs.columns.cost'),
        width: 120,
        align: 'end',
        value: ({ cost, currency }) =>
          cost === null
            ? t('costs.noRate')
            : `${shownPrice(notation, cost, currency ?? 'USD')} ${currency ?? ''}`.trim(),
      },
    ],
    [t, notation],
  )
  const onPrint = useEffectEvent(async () => printRows(title, await allOf(rows, mostPrinted), columns))
  useEffect(() => win.registerCommand('print', () => void onPrint()), [win])
  return (
    <div className="costs">
      <div className="costs-bar">
        <Button icon={ArrowLeft} onClick={onBack} autoFocus>
          {t('costs.back')}
        </Button>
        <h2>
          <bdi>{title}</bdi>
        </h2>
      </div>
      <Grid
        label={title}
        columns={columns}
        rows={rows}
        rowId={({ call }) => call.id}
        onOpen={({ call }) => void win.open(`/calls/${call.id}`)}
        empty={<EmptyState title={t('costs.noCalls')} text={t('costs.noCallsText')} />}
        describeError={(error) => ({ title: sentenceOf(error) })}
      />
    </div>
  )
}
