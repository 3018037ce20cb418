import { useQuery } from '@tanstack/react-query'
import { PanelRight, ScrollText, SquareArrowOutUpRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Operation } from '../../../app/contract/log.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import { freshState } from '../../kit/grid/gridState.ts'
import { nothing } from '../../kit/grid/selection.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useKeptGrid } from '../../shell/grids/useKeptGrid.ts'
import { usePrintTable } from '../../shell/grids/usePrintTable.ts'
import { ViewsMenu } from '../../shell/grids/ViewsMenu.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import { openWindow, useWindow } from '../../shell/windows/index.ts'
import { actions, openingOf } from './deeds.ts'
import { logColumns } from './logColumns.tsx'
import { criteriaOf, filterOf, isNarrowed, noFilter, type LogFilter } from './logFilter.ts'
import { groupings, logGroups, logRows } from './logRows.ts'
import { LogToolbar } from './LogToolbar.tsx'
import { OperationDetails } from './OperationDetails.tsx'
import { useWording } from './wording.ts'
import './log.css'

/** The list as nobody has changed it. */
const usual = { ...freshState, coloured: true }

/** Milliseconds without a key before the office is asked. */
const pause = 200

/** Who did what, when and where. Nothing here can be changed. */
export function LogWindow() {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const wording = useWording()
  const maySeeClients = useMay()('clients.see')
  const [filter, setFilter] = useState(noFilter)
  const [active, setActive] = useState<Operation>()
  const [details, setDetails] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  // Asked anew whenever something is logged: its time is what the list refreshes by.
  const newest = useQuery(ask.log.page.queryOptions({ input: { limit: 1 } }))
  const people = useQuery(ask.clients.managers.queryOptions())

  const { state, keep } = useKeptGrid('log', usual)
  const settled = useSettled(filter)
  const rows = useMemo(() => logRows(settled), [settled])
  const groups = useMemo(() => logGroups(settled, { t, notation }), [settled, t, notation])
  const opener = useMemo(
    () =>
      ({ subject }: Operation) =>
        subject && maySeeClients && (subject.type === 'client' || subject.type === 'mass')
          ? () =>
              void openWindow(
                subject.type === 'mass' ? `/clients/changes/${subject.id}` : `/clients/${subject.id}`,
              )
          : undefined,
    [maySeeClients],
  )
  const columns = useMemo(
    () =>
      logColumns({
        t,
        notation,
        wording,
        opener,
        filters: {
          who: (
            <SelectField
              bare
              label={t('log.columns.who')}
              none={t('log.anybody')}
              value={filter.userId ?? ''}
              onChange={(event) =>
                setFilter({ ...filter, userId: Number(event.currentTarget.value) || undefined })
              }
              options={(people.data ?? []).map(({ id, name }) => ({ id: String(id), label: name }))}
            />
          ),
          what: (
            <SelectField
              bare
              label={t('log.columns.what')}
              none={t('log.anything')}
              value={filter.action}
              onChange={(event) => setFilter({ ...filter, action: event.currentTarget.value })}
              options={actions.map((action) => ({ id: action, label: t(`log.actions.${action}`) }))}
            />
          ),
        },
      }),
    [t, notation, wording, opener, filter, people.data],
  )
  usePrintTable({
    title: t('log.list'),
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
    ]
    return () => ends.forEach((end) => end())
  }, [registerCommand, refetch])

  return (
    <div className="log">
      <LogToolbar
        filter={filter}
        onFilter={setFilter}
        search={search}
        details={details}
        onDetails={() => setDetails(!details)}
        views={
          <ViewsMenu
            list="log"
            now={{ state, filters: criteriaOf(filter) }}
            usual={usual}
            onApply={(view) => {
              keep(view.state)
              setFilter(filterOf(view.filters))
            }}
          />
        }
      />
      <div className="log-body" data-details={details || undefined}>
        <Grid
          label={t('log.list')}
          layout={state.layout}
          onLayout={(layout) => keep({ layout })}
          display={{ density: state.density, coloured: state.coloured, onDisplay: keep }}
          columns={columns}
          rows={rows}
          grouping={{
            ...groups,
            by: groupings(state.groups),
            onBy: (by) => keep({ groups: by }),
          }}
          version={newest.dataUpdatedAt}
          rowId={(operation) => operation.id}
          onActive={setActive}
          onOpen={() => setDetails(true)}
          onLook={() => setDetails(!details)}
          tone={({ action }) => (action === 'door.failedSignIn' ? 'warn' : undefined)}
          menu={(operation) => {
            const open = opener(operation)
            return [
              { label: t('log.show'), icon: PanelRight, onChoose: () => setDetails(true) },
              ...(open
                ? [
                    {
                      label: openingOf(t, operation),
                      icon: SquareArrowOutUpRight,
                      onChoose: open,
                    },
                  ]
                : []),
            ]
          }}
          describeError={(error) => ({ title: sentenceOf(error) })}
          footer={<span className="log-promise">{t('log.unchangeable')}</span>}
          empty={
            isNarrowed(settled) ? (
              <EmptyState title={t('log.empty.noneFit')} text={t('log.empty.noneFitText')} icon={ScrollText}>
                <Button onClick={() => setFilter(noFilter)}>{t('log.clear')}</Button>
              </EmptyState>
            ) : (
              <EmptyState title={t('log.empty.title')} text={t('log.empty.text')} icon={ScrollText} />
            )
          }
        />
        {details && (
          <OperationDetails
            operation={active}
            wording={wording}
            opener={opener}
            onClose={() => setDetails(false)}
          />
        )}
      </div>
    </div>
  )
}

/** The filter as it is a moment after the last key. */
function useSettled(filter: LogFilter): LogFilter {
  const [settled, setSettled] = useState(filter)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(filter), pause)
    return () => clearTimeout(timer)
  }, [filter])
  return settled
}
