import { SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter, ClientRow } from '../../../app/contract/clients.ts'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { RowSource, Sort } from '../../kit/grid/types.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useClientChanges } from '../../shell/office/following.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { useClientColumns } from '../clients/table/columns.tsx'
import '../clients/table/table.css'

/** Who fits now, as the table of clients has them. */
export function Members({ filter }: { filter: ClientFilter }) {
  const { t } = useTranslation()
  const win = useWindow()
  const columns = useClientColumns(false)
  const version = useClientChanges((state) => state.version)
  const [sort, setSort] = useState<Sort[]>([{ column: 'name', descending: false }])
  const rows = useMemo(
    (): RowSource<ClientRow> => ({
      page: (offset, limit, signal) =>
        office.clients.page(
          {
            filter,
            order: sort.map(({ column, descending }) => ({ field: column, descending })),
            offset,
            limit,
          },
          { signal },
        ),
    }),
    [filter, sort],
  )
  return (
    <div className="target-members">
      <Grid
        label={t('targets.preview')}
        columns={columns}
        rows={rows}
        version={version}
        rowId={rowId}
        sort={sort}
        onSort={(next) => setSort(next.slice(0, 3))}
        onOpen={(row) => void win.open(`/clients/${row.id}`)}
        empty={<EmptyState icon={SearchX} title={t('targets.nobody')} text={t('targets.nobodyText')} />}
        describeError={(error) => ({ title: sentenceOf(error) })}
      />
    </div>
  )
}

const rowId = (row: ClientRow) => row.id
