import type { TFunction } from 'i18next'
import type { DocumentRow } from '../../../app/contract/documents.ts'
import type { Column } from '../../kit/grid/types.ts'
import type { Notation } from '../../shell/language/notation.ts'
import { amountText } from './amounts.ts'

/** What a document is, with a word where it takes another one back or was taken back. */
export function kindText(t: TFunction, { kind, undoes, undoneBy }: DocumentRow): string {
  const name = t(`stock.kinds.${kind}`)
  if (undoes !== null) return t('stock.takesBack', { kind: name, number: undoes })
  return undoneBy === null ? name : t('stock.taken', { kind: name })
}

export const documentColumns = (t: TFunction, notation: Notation): Column<DocumentRow>[] => [
  {
    id: 'number',
    title: t('stock.columns.number'),
    width: 80,
    align: 'end',
    fixed: true,
    value: ({ id }) => id,
  },
  { id: 'day', title: t('stock.columns.day'), width: 110, value: ({ day }) => notation.date(day) },
  {
    id: 'kind',
    title: t('stock.columns.kind'),
    width: 190,
    grow: 1,
    value: (row) => kindText(t, row),
  },
  {
    id: 'where',
    title: t('stock.columns.warehouse'),
    width: 170,
    value: ({ warehouse, into }) =>
      into === null ? warehouse : t('stock.fromTo', { from: warehouse, to: into }),
  },
  {
    id: 'counterparty',
    title: t('stock.columns.counterparty'),
    width: 170,
    grow: 1,
    value: ({ counterparty }) => counterparty?.name,
  },
  {
    id: 'total',
    title: t('stock.columns.total'),
    width: 130,
    align: 'end',
    value: ({ total, currency }) => amountText(notation, total, currency),
  },
  { id: 'note', title: t('stock.columns.note'), width: 160, value: ({ note }) => note },
  { id: 'by', title: t('stock.columns.by'), width: 130, value: ({ by }) => by },
]
