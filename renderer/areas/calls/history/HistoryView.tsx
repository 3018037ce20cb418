import { Copy, Phone, SearchX, SquareArrowOutUpRight, UserRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallRow } from '../../../../app/contract/callHistory.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { FilterBar, FilterMenu } from '../../../kit/grid/filters/FilterBar.tsx'
import { freshState } from '../../../kit/grid/gridState.ts'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { nothing } from '../../../kit/grid/selection.ts'
import type { Selection } from '../../../kit/grid/types.ts'
import { writeClipboard } from '../../../kit/grid/writeClipboard.ts'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { Toolbar } from '../../../kit/Toolbar.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { SearchText } from '../../../shell/grids/SearchText.tsx'
import { usePrintTable } from '../../../shell/grids/usePrintTable.ts'
import { ViewsMenu } from '../../../shell/grids/ViewsMenu.tsx'
import { useCallChanges } from '../../../shell/office/following.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { toneOfCall } from './columns.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { Gaps } from './Gaps.tsx'
import { callList, type ShownCalls } from './useShownCalls.ts'

interface Props {
  readonly shown: ShownCalls
  /** It is the one that is looked at: only then keys go to it. */
  readonly active: boolean
}

/** Every call there was, found by anything that is known of it. */
export function HistoryView({ shown, active }: Props) {
  const { t } = useTranslation()
  const win = useWindow()
  const [selection, setSelection] = useState<Selection>(nothing)
  const [adding, setAdding] = useState<string>()
  const [refreshed, setRefreshed] = useState(0)
  const changes = useCallChanges((state) => state.version)
  const search = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const { columns, rows, filtering, state, keep } = shown
  usePrintTable({ title: t('callHistory.title'), rows, columns, layout: state.layout, selection, active })
  useEffect(() => {
    if (!active) return undefined
    const ends = [
      win.registerCommand('find', () => search.current?.select()),
      win.registerCommand('refresh', () => setRefreshed((count) => count + 1)),
    ]
    return () => ends.forEach((end) => end())
  }, [win, active])
  const open = (row: CallRow) => win.open(`/calls/${row.id}`)
  const toRows = () => place.current?.querySelector<HTMLElement>(':is([role=grid], [role=treegrid])')?.focus()
  const menu = (row: CallRow, column: string | undefined): MenuEntry[] => {
    const text = String(columns.find(({ id }) => id === column)?.value(row) ?? '')
    const { client } = row
    return [
      { label: t('callHistory.open'), icon: SquareArrowOutUpRight, keys: 'Enter', onChoose: () => open(row) },
      ...(client
        ? [
            {
              label: t('callHistory.openClient', { name: client.name }),
              icon: UserRound,
              onChoose: () => void win.open(`/clients/${client.id}`),
            },
          ]
        : []),
      ...(text === ''
        ? []
        : [
            {
              label: t('callHistory.copy', { text }),
              icon: Copy,
              onChoose: () => void writeClipboard(text),
            },
          ]),
    ]
  }
  const narrowed = shown.asked.text !== undefined || shown.asked.conditions !== undefined
  return (
    <div className="calls-history">
      <Toolbar label={t('callHistory.toolbar')}>
        <SearchText
          className="calls-search"
          label={t('callHistory.search')}
          text={shown.text}
          onText={shown.onText}
          search={search}
          onEnter={toRows}
          onDown={toRows}
        />
        <FilterMenu fields={filtering.fields} onField={setAdding} />
        <ViewsMenu
          list={callList}
          now={{ state, filters: filtering.filters }}
          usual={{ ...freshState, coloured: true }}
          onApply={shown.apply}
        />
        <ExportMenu
          shown={{ filter: shown.asked, order: shown.order }}
          columns={columns}
          layout={state.layout}
          selection={selection}
        />
      </Toolbar>
      <FilterBar {...filtering} adding={adding} onAdded={() => setAdding(undefined)} />
      <Gaps />
      <div ref={place} className="calls-table">
        <Grid
          label={t('callHistory.title')}
          columns={columns}
          {...shown.grid}
          version={`${changes}.${refreshed}`}
          rowId={rowId}
          selection={selection}
          onSelect={setSelection}
          onOpen={open}
          menu={menu}
          filtering={{ ...filtering, shown: state.filterRow, onShown: (filterRow) => keep({ filterRow }) }}
          tone={toneOfCall}
          describeError={(error) => ({ title: sentenceOf(error) })}
          empty={
            narrowed ? (
              <EmptyState icon={SearchX} title={t('callHistory.empty.noneFit')}>
                <Button onClick={shown.showAll}>{t('callHistory.empty.clear')}</Button>
              </EmptyState>
            ) : (
              <EmptyState
                icon={Phone}
                title={t('callHistory.empty.title')}
                text={t('callHistory.empty.help')}
              />
            )
          }
        />
      </div>
    </div>
  )
}

const rowId = (row: CallRow) => row.id
