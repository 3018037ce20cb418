import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter, ClientRow } from '../../../app/contract/clients.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import { freshState } from '../../kit/grid/gridState.ts'
import { nothing } from '../../kit/grid/selection.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useKeptGrid } from '../../shell/grids/useKeptGrid.ts'
import { usePrintTable } from '../../shell/grids/usePrintTable.ts'
import { ViewsMenu } from '../../shell/grids/ViewsMenu.tsx'
import { useClientChanges } from '../../shell/office/following.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { useClientColumns } from '../clients/table/columns.tsx'
import { useClientTable } from '../clients/table/useClientTable.ts'
import '../clients/table/table.css'

/** Under which the office keeps what a person does to the table of members, whichever group it shows, and its views. */
const list = 'targets'

/** Who fits a target group now, as the table of clients has them: the table, and what is done with it as a whole. */
export function useMembers(filter: ClientFilter, title: string) {
  const { t } = useTranslation()
  const win = useWindow()
  const kept = useKeptGrid(list)
  const version = useClientChanges((state) => state.version)
  const { grid, rows, columns, order, shownIds } = useClientTable(kept, filter, useClientColumns(false))
  const { state, keep } = kept
  usePrintTable({ title, rows, columns, layout: state.layout, selection: nothing, active: true })
  return {
    /** What is seen, for an export. */
    shown: { filter, order },
    shownIds,
    views: (
      <ViewsMenu
        list={list}
        now={{ state, filters: [] }}
        usual={freshState}
        onApply={(view) => keep(view.state)}
      />
    ),
    table: (
      <div className="target-members">
        <Grid
          {...grid}
          label={t('targets.preview')}
          version={version}
          rowId={rowId}
          onOpen={(row) => void win.open(`/clients/${row.id}`)}
          empty={<EmptyState icon={SearchX} title={t('targets.nobody')} text={t('targets.nobodyText')} />}
          describeError={(error) => ({ title: sentenceOf(error) })}
        />
      </div>
    ),
  }
}

const rowId = (row: ClientRow) => row.id
