import type { TFunction } from 'i18next'
import type { ItemRow } from '../../../app/contract/items.ts'
import type { Column } from '../../kit/grid/types.ts'
import type { Notation } from '../../shell/language/notation.ts'
import { unitName } from './unitName.ts'

interface Given {
  readonly t: TFunction
  readonly notation: Notation
  readonly groups: ReadonlyMap<number, string>
  readonly cost: boolean
}

/** What the table of goods shows; only what the office puts in order can be sorted by. */
export function itemColumns({ t, notation, groups, cost }: Given): Column<ItemRow>[] {
  return [
    {
      id: 'name',
      title: t('items.fields.name'),
      width: 240,
      grow: 1,
      fixed: true,
      sortable: true,
      value: ({ name }) => name,
    },
    {
      id: 'otherNames',
      title: t('items.fields.otherNames'),
      width: 160,
      rare: true,
      value: ({ otherNames }) => otherNames.join(', '),
    },
    { id: 'code', title: t('items.fields.code'), width: 90, sortable: true, value: ({ code }) => code },
    {
      id: 'group',
      title: t('items.fields.group'),
      width: 130,
      value: ({ groupId }) => (groupId === null ? '' : groups.get(groupId)),
    },
    {
      id: 'kind',
      title: t('items.fields.kind'),
      width: 80,
      rare: true,
      value: ({ kind }) => t(`items.kinds.${kind}`),
    },
    {
      id: 'price',
      title: t('items.fields.price'),
      width: 110,
      align: 'end',
      value: ({ price }) => price && notation.money(price),
    },
    { id: 'unit', title: t('items.fields.unit'), width: 80, value: ({ unit }) => unitName(t, unit) },
    ...(cost
      ? [
          {
            id: 'cost',
            title: t('items.fields.cost'),
            width: 110,
            align: 'end' as const,
            rare: true,
            value: (row: ItemRow) => row.cost && notation.money(row.cost),
          },
        ]
      : []),
    {
      id: 'barcodes',
      title: t('items.fields.barcodes'),
      width: 130,
      value: ({ barcodes }) => barcodes.join(', '),
    },
  ]
}
