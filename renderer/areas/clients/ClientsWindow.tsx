import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../../../app/contract/clients.ts'
import { withFilter } from '../../kit/grid/filters/filter.ts'
import { FilterBar, FilterMenu } from '../../kit/grid/filters/FilterBar.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import { freshState } from '../../kit/grid/gridState.ts'
import { nothing } from '../../kit/grid/selection.ts'
import type { Selection } from '../../kit/grid/types.ts'
import { Tiles } from '../../kit/tiles/Tiles.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { usePrintTable } from '../../shell/grids/usePrintTable.ts'
import { ViewsMenu } from '../../shell/grids/ViewsMenu.tsx'
import { useClientChanges } from '../../shell/office/following.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { ClientTile } from './cards/ClientTile.tsx'
import './clients.css'
import { ExportMenu } from './export/ExportMenu.tsx'
import { ExportProgress } from './export/ExportProgress.tsx'
import { MassProgress } from './mass/MassProgress.tsx'
import { clientViews, useKeptView } from './table/keptView.ts'
import { QuickLook } from './table/QuickLook.tsx'
import { NothingHere } from './table/NothingHere.tsx'
import { SelectedActions } from './table/SelectedActions.tsx'
import { TableToolbar } from './table/TableToolbar.tsx'
import { ViewSwitch } from './table/ViewSwitch.tsx'
import { useRowActions } from './table/rowActions.ts'
import { useCardAhead } from './table/useCardAhead.ts'
import { clientList, useShownClients, withoutEmpty } from './table/useShownClients.ts'
import { useStatuses } from './lists.ts'
import { TextView } from './text/TextView.tsx'

/** Loaded when it is first looked at: it brings a library of its own. */
const ChartsView = lazy(() => import('./charts/ChartsView.tsx'))

/** The clients, as a table, as cards, as text or counted: found by any part of a name or number, read at a glance, opened with Enter. */
export function ClientsWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const [view, setView] = useKeptView()
  const [selection, setSelection] = useState<Selection>(nothing)
  const selectNone = useCallback(() => setSelection(nothing), [])
  const shown = useShownClients(selectNone)
  const { columns, rows, searched, filtering, state, keep } = shown
  const [adding, setAdding] = useState<string>()
  const [active, setActive] = useState<ClientRow>()
  useCardAhead(active?.id)
  const [looking, setLooking] = useState(false)
  const [refreshed, setRefreshed] = useState(0)
  const changes = useClientChanges((state) => state.version)
  const place = useRef<HTMLDivElement>(null)

  const actions = useRowActions({
    filter: shown.asked,
    selection,
    binned: searched.binned === true,
    onMoved: selectNone,
  })

  usePrintTable({
    title: t('clients.title'),
    rows,
    columns,
    layout: state.layout,
    selection,
    active: view === 'table',
  })

  const focusGrid = () => place.current?.querySelector<HTMLElement>(rowsPlace)?.focus()
  const search = useRef<HTMLInputElement>(null)
  const nextView = useEffectEvent(() =>
    setView(clientViews[(clientViews.indexOf(view) + 1) % clientViews.length] ?? 'table'),
  )
  useEffect(() => {
    const ends = [
      win.registerCommand('find', () => search.current?.select()),
      win.registerCommand('refresh', () => setRefreshed((count) => count + 1)),
      win.registerCommand('view', () => nextView()),
      ...(actions.mayEdit ? [win.registerCommand('new', () => win.open('/clients/new'))] : []),
    ]
    return () => ends.forEach((end) => end())
  }, [win, actions.mayEdit])
  useEffect(() => win.setBadge(searched.binned ? t('clients.bin.title') : null), [win, searched.binned, t])

  const statuses = useStatuses()
  const toneOf = useCallback(
    (row: ClientRow) => statuses.find(({ id }) => id === row.statusId)?.tone,
    [statuses],
  )
  const open = (row: ClientRow) => win.open(`/clients/${row.id}`)
  /** Enter in the search: the only one found is meant; of several one chooses. */
  const openFound = async (text: string) => {
    const { total, rows: found } = await office.clients.page({
      filter: withoutEmpty({ ...shown.asked, text }),
      limit: 1,
    })
    if (total === 1 && found[0]) open(found[0])
    else if (total > 0) focusGrid()
  }

  const menu = (row: ClientRow, cell: string | number | null | undefined) =>
    actions.menu(row, cell, { open: () => open(row), look: () => setLooking(true) })
  /** What every way of seeing them takes. */
  const shared = {
    label: t('clients.title'),
    rows,
    version: `${changes}.${refreshed}`,
    rowId,
    selection,
    onSelect: setSelection,
    onOpen: open,
    onLook: () => setLooking(!looking),
    onActive: setActive,
    empty: (
      <NothingHere
        filter={shown.asked}
        onClear={shown.showAll}
        onLeaveBin={() => shown.narrow({ binned: false })}
      />
    ),
    footer: <SelectedActions actions={actions} />,
    describeError: (error: unknown) => ({ title: sentenceOf(error) }),
  }

  return (
    <div className="clients">
      <TableToolbar
        filter={searched}
        onFilter={shown.narrow}
        search={search}
        onEnter={(text) => void openFound(text).catch(() => undefined)}
        onDown={focusGrid}
        filtering={
          <>
            <FilterMenu fields={filtering.fields} onField={setAdding} />
            <ViewsMenu
              list={clientList}
              now={{ state, filters: filtering.filters }}
              usual={freshState}
              onApply={shown.apply}
            />
          </>
        }
        views={<ViewSwitch view={view} onView={setView} />}
        exporting={
          <ExportMenu
            shown={{ filter: shown.asked, order: shown.order }}
            selection={selection}
            columns={shown.shownIds}
          />
        }
      />
      <ExportProgress />
      <MassProgress />
      <FilterBar {...filtering} adding={adding} onAdded={() => setAdding(undefined)} />
      <div
        ref={place}
        className="clients-table"
        onKeyDown={(event) => {
          const inGrid = event.target instanceof Element && event.target.matches(rowsPlace)
          if (event.key === 'Escape' && looking) setLooking(false)
          else if (event.key === 'Delete' && inGrid) void actions.moveSelected()
          else return
          event.preventDefault()
        }}
      >
        {view === 'table' && (
          <Grid
            {...shared}
            {...shown.grid}
            filtering={{
              ...filtering,
              shown: state.filterRow,
              onShown: (filterRow) => keep({ filterRow }),
            }}
            tone={toneOf}
            menu={(row, column) => menu(row, columns.find(({ id }) => id === column)?.value(row))}
          />
        )}
        {view === 'cards' && <Tiles {...shared} tile={tileOf} menu={(row) => menu(row, row.phone)} />}
        {view === 'text' && <TextView {...shared} />}
        {view === 'charts' && (
          <Suspense>
            <ChartsView
              filter={shown.asked}
              empty={shared.empty}
              onOpen={(conditions) => {
                const narrower = conditions.reduce<typeof filtering.filters>(
                  (filters, one) => withFilter(filters, one.field, one),
                  filtering.filters,
                )
                filtering.onFilters(narrower)
                setView('table')
              }}
            />
          </Suspense>
        )}
        {looking && active && (
          <QuickLook row={active} onOpen={() => open(active)} onClose={() => setLooking(false)} />
        )}
      </div>
    </div>
  )
}

/** Where the rows are that keys go to, however they are shown. */
const rowsPlace = ':is([role=grid], [role=treegrid], [role=listbox], [data-rows])'

const rowId = (row: ClientRow) => row.id
const tileOf = (row: ClientRow) => <ClientTile row={row} />
