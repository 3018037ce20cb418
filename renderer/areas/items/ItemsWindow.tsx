import { useQuery } from '@tanstack/react-query'
import { Package, Plus, SquareArrowOutUpRight, Trash2, Undo2 } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { itemOrders, type ItemRow } from '../../../app/contract/items.ts'
import { itemKinds } from '../../../app/items.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import { nothing } from '../../kit/grid/selection.ts'
import type { RowSource } from '../../kit/grid/types.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { SearchBox } from '../../kit/SearchBox.tsx'
import { Toolbar, ToolbarSpace } from '../../kit/Toolbar.tsx'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useKeptGrid } from '../../shell/grids/useKeptGrid.ts'
import { usePrintTable } from '../../shell/grids/usePrintTable.ts'
import { keys } from '../../shell/keys.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { openWindow, useWindow } from '../../shell/windows/index.ts'
import { GroupTree } from './GroupTree.tsx'
import { indented } from './groupTree.ts'
import { itemColumns } from './itemColumns.ts'
import { useGroups } from './useGroups.ts'
import { useItemBin } from './useItemBin.ts'
import './items.css'

/** Goods, services and sets: the tree of groups, and the table of what is in one. */
export function ItemsWindow() {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const may = useMay()
  const [mayEdit, seesCost] = [may('items.edit'), may('items.cost')]
  const [text, setText] = useState('')
  const [groupId, setGroupId] = useState<number>()
  const [kind, setKind] = useState<(typeof itemKinds)[number]>()
  const [binned, setBinned] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const settled = useDeferredValue(text.trim())
  const lines = useGroups()
  const move = useItemBin()
  const { state, keep } = useKeptGrid('items')
  // Asked anew whenever an item is changed: its time is what the table refreshes by.
  const newest = useQuery(ask.items.page.queryOptions({ input: { limit: 1 } }))

  const [sort] = state.sort
  const order = itemOrders.find((field) => field === sort?.column) ?? 'name'
  const descending = sort?.descending ?? false
  const rows = useMemo(
    (): RowSource<ItemRow> => ({
      page: (offset, limit, signal) =>
        office.items.page(
          {
            filter: {
              text: settled,
              binned,
              ...(groupId === undefined ? {} : { groupId }),
              ...(kind === undefined ? {} : { kind }),
            },
            order: { field: order, descending },
            offset,
            limit,
          },
          { signal },
        ),
    }),
    [settled, binned, groupId, kind, order, descending],
  )
  const columns = useMemo(
    () =>
      itemColumns({
        t,
        notation,
        groups: new Map(lines.map(({ group, name }) => [group.id, name])),
        cost: seesCost,
      }),
    [t, notation, lines, seesCost],
  )
  usePrintTable({
    title: t('shell.areas.items'),
    rows,
    columns,
    layout: state.layout,
    selection: nothing,
    active: true,
  })
  const { refetch } = newest
  useEffect(() => {
    const ends = [
      registerCommand('find', () => search.current?.focus()),
      registerCommand('refresh', () => void refetch()),
      ...(mayEdit ? [registerCommand('new', () => void openWindow('/items/new'))] : []),
    ]
    return () => ends.forEach((end) => end())
  }, [registerCommand, refetch, mayEdit])

  const open = ({ id }: ItemRow) => void openWindow(`/items/${id}`)
  const narrowed = settled !== '' || groupId !== undefined || kind !== undefined
  const clear = () => {
    setText('')
    setGroupId(undefined)
    setKind(undefined)
  }
  return (
    <div className="items">
      <Toolbar label={t('items.tools')}>
        <SearchBox ref={search} label={t('items.find')} keys={keys.find} value={text} onChange={setText} />
        <div className="items-group-choice">
          <SelectField
            bare
            label={t('items.groups.title')}
            none={t('items.groups.all')}
            value={groupId ?? ''}
            options={lines.map((line) => ({ id: String(line.group.id), label: indented(line) }))}
            onChange={(event) => setGroupId(Number(event.currentTarget.value) || undefined)}
          />
        </div>
        <SelectField
          bare
          label={t('items.fields.kind')}
          none={t('items.anyKind')}
          value={kind ?? ''}
          options={itemKinds.map((id) => ({ id, label: t(`items.kinds.${id}`) }))}
          onChange={(event) => setKind(itemKinds.find((id) => id === event.currentTarget.value))}
        />
        <ToolbarSpace />
        <IconButton
          icon={Trash2}
          label={t('items.bin.show')}
          aria-pressed={binned}
          onClick={() => setBinned(!binned)}
        />
        {mayEdit && (
          <Button kind="primary" icon={Plus} keys={keys.new} onClick={() => void openWindow('/items/new')}>
            {t('items.new')}
          </Button>
        )}
      </Toolbar>
      <div className="items-body">
        <GroupTree lines={lines} chosen={groupId} onChoose={setGroupId} mayEdit={mayEdit} />
        <Grid
          label={t('shell.areas.items')}
          layout={state.layout}
          onLayout={(layout) => keep({ layout })}
          sort={state.sort}
          onSort={(next) => keep({ sort: next })}
          display={{ density: state.density, coloured: state.coloured, onDisplay: keep }}
          columns={columns}
          rows={rows}
          version={newest.dataUpdatedAt}
          rowId={({ id }) => id}
          onOpen={open}
          menu={(row) => [
            { label: t('items.open'), icon: SquareArrowOutUpRight, onChoose: () => open(row) },
            ...(mayEdit
              ? [
                  {
                    label: binned ? t('clients.bin.restore') : t('clients.bin.move'),
                    icon: binned ? Undo2 : Trash2,
                    onChoose: () => void move(row, !binned),
                  },
                ]
              : []),
          ]}
          describeError={(error) => ({ title: sentenceOf(error) })}
          empty={
            narrowed ? (
              <EmptyState icon={Package} title={t('items.empty.noneFit')} text={t('items.empty.noneFitText')}>
                <Button onClick={clear}>{t('clients.empty.clear')}</Button>
              </EmptyState>
            ) : binned ? (
              <EmptyState icon={Trash2} title={t('clients.empty.bin')} text={t('items.empty.bin')} />
            ) : (
              <EmptyState icon={Package} title={t('items.empty.title')} text={t('items.empty.text')}>
                {mayEdit && (
                  <Button kind="primary" icon={Plus} onClick={() => void openWindow('/items/new')}>
                    {t('items.new')}
                  </Button>
                )}
              </EmptyState>
            )
          }
        />
      </div>
    </div>
  )
}
