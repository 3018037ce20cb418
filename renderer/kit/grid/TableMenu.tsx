import { ArrowDown, ArrowUp, Columns3Cog } from 'lucide-react'
import { MenuButton } from '../MenuButton.tsx'
import type { MenuEntry } from '../MenuEntries.tsx'
import { useKitWords } from '../words.ts'
import { nextSort } from './sorting.ts'
import type { Column, Sort } from './types.ts'

/** The button of everything that is about the table as a whole. */
export function TableMenu({ entries }: { entries: readonly MenuEntry[] }) {
  const words = useKitWords()
  return (
    <MenuButton
      icon={Columns3Cog}
      label={words.columns}
      entries={entries}
      iconOnly
      kind="quiet"
      size="small"
      align="end"
    />
  )
}

/** The order of rows where no titles stand over them. Chosen once more, it turns round. */
export function SortMenu<Row>(props: {
  columns: readonly Column<Row>[]
  sort: readonly Sort[]
  onSort: (sort: Sort[]) => void
}) {
  const { columns, sort, onSort } = props
  const words = useKitWords()
  const [first] = sort
  const by = columns.find(({ id }) => id === first?.column)
  return (
    <MenuButton
      icon={first?.descending ? ArrowDown : ArrowUp}
      label={by?.title ?? words.sortAscending}
      kind="quiet"
      size="small"
      entries={columns
        .filter(({ sortable }) => sortable)
        .map(({ id, title }) => ({
          label: title,
          chosen: id === first?.column,
          onChoose: () => onSort(nextSort(sort.slice(0, 1), id, false)),
        }))}
    />
  )
}
