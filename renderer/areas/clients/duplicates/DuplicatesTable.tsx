import { Combine, SearchX, UsersRound } from 'lucide-react'
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { nothing } from '../../../kit/grid/selection.ts'
import { Toolbar, ToolbarSpace } from '../../../kit/Toolbar.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { usePrintTable } from '../../../shell/grids/usePrintTable.ts'
import { ViewsMenu } from '../../../shell/grids/ViewsMenu.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { DuplicateGroup } from './DuplicateGroup.tsx'
import { groupColumns } from './groupColumns.tsx'
import { mergeAddress, type OpenGroup } from './groups.tsx'

interface Props {
  readonly groups: readonly OpenGroup[]
  /** Raised when they may have changed. */
  readonly version: string
  readonly onApart: (group: OpenGroup) => void
  /** How many there are, and what else stands in the line above. */
  readonly count: ReactNode
  readonly again: ReactNode
}

/** Who may be here twice, a line for each group; below, those of the line one stands on beside each other. */
export function DuplicatesTable({ groups, version, onApart, count, again }: Props) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  // The table stays where it is as groups are done.
  const latest = useRef(groups)
  useLayoutEffect(() => {
    latest.current = groups
  })
  const all = useCallback(() => latest.current, [])
  const columns = useMemo(() => groupColumns(t, notation), [t, notation])
  const { views, ...table } = useLocalTable('duplicates', all, columns)
  const [activeId, setActiveId] = useState<string>()
  const active = groups.find(({ id }) => id === activeId) ?? groups[0]
  const onActive = useCallback((group: OpenGroup | undefined) => {
    if (group) setActiveId(group.id)
  }, [])
  usePrintTable({
    title: t('duplicates.list'),
    rows: table.rows,
    columns,
    layout: table.layout,
    selection: nothing,
    active: true,
  })
  return (
    <div className="duplicates">
      <Toolbar label={t('duplicates.tools')}>
        {count}
        <ToolbarSpace />
        <ViewsMenu {...views} />
        {again}
      </Toolbar>
      <Grid
        label={t('duplicates.list')}
        {...table}
        version={version}
        rowId={rowId}
        onActive={onActive}
        onOpen={(group) => void win.open(mergeAddress(group))}
        menu={(group) => [
          {
            label: t('duplicates.merge'),
            icon: Combine,
            onChoose: () => void win.open(mergeAddress(group)),
          },
          { label: t('duplicates.notSame'), icon: UsersRound, onChoose: () => onApart(group) },
        ]}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState icon={SearchX} title={t('duplicates.noneFit')} />}
      />
      {active && <DuplicateGroup group={active} onApart={() => onApart(active)} />}
    </div>
  )
}

const rowId = ({ id }: OpenGroup) => id
