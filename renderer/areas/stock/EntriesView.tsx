import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { documentKinds } from '../../../app/contract/documents.ts'
import type { EntryRow } from '../../../app/contract/journal.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../kit/grid/types.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { accountName } from './accountName.ts'
import { amountText } from './amounts.ts'
import type { Asked } from './BooksTab.tsx'

/** The entries that a number of the books is made of, the latest first; each opens its document. */
export function EntriesView({ asked, onBack }: { asked: Asked; onBack: () => void }) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const rows = useMemo((): RowSource<EntryRow> => {
    const { counterparty, ...query } = asked
    const of = counterparty === undefined ? {} : { counterpartyId: counterparty.id }
    return {
      page: (offset, limit, signal) => office.journal.entries({ ...query, ...of, offset, limit }, { signal }),
    }
  }, [asked])
  const columns = useMemo(
    (): Column<EntryRow>[] => [
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
          return undoes === null ? name : t('stock.takesBack', { kind: name, number: undoes })
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
        id: 'counterparty',
        title: t('stock.columns.counterparty'),
        width: 170,
        grow: 1,
        value: ({ counterparty }) => counterparty?.name,
      },
      {
        id: 'debit',
        title: t('stock.columns.debit'),
        width: 130,
        align: 'end',
        value: ({ amount, currency }) => (amount > 0 ? amountText(notation, amount, currency) : ''),
      },
      {
        id: 'credit',
        title: t('stock.columns.credit'),
        width: 130,
        align: 'end',
        value: ({ amount, currency }) => (amount < 0 ? amountText(notation, -amount, currency) : ''),
      },
    ],
    [t, notation],
  )
  const account = accountName(t, asked.account)
  const title = asked.counterparty ? `${account} · ${asked.counterparty.name}` : account
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
        rowId={({ documentId, counterparty }) => `${documentId} ${counterparty?.id ?? ''}`}
        onOpen={({ documentId }) => void win.open(`/stock/documents/${documentId}`)}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('stock.empty.moves')} />}
      />
    </div>
  )
}
