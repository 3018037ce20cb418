import { ChevronsDownUp, ChevronsUpDown, Group as GroupSign, X } from 'lucide-react'
import { IconButton } from '../IconButton.tsx'
import { MenuButton } from '../MenuButton.tsx'
import { useKitWords } from '../words.ts'
import type { Column } from './types.ts'

type Props<Row> = {
  columns: readonly Column<Row>[]
  by: readonly string[]
  onBy: (columns: readonly string[]) => void
  onAll: (open: boolean) => void
}

/** Deeper trees are not read any more. */
export const mostGroups = 3

/** By which columns the rows are grouped. Empty, it only shows while a column is dragged: there it can be dropped. */
export function GroupBar<Row>({ columns, by, onBy, onAll }: Props<Row>) {
  const words = useKitWords()
  const moved = (place: number, step: number) => {
    const next = [...by]
    const [column] = next.splice(place, 1)
    next.splice(place + step, 0, column!)
    onBy(next)
  }
  const without = (id: string) => onBy(by.filter((one) => one !== id))
  return (
    <div
      className="kit-grid-bar"
      role="group"
      aria-label={words.grouping}
      data-empty={by.length === 0 || undefined}
    >
      <GroupSign size={14} aria-hidden="true" />
      {by.length === 0 ? words.dropToGroup : words.groupedBy}
      {by.map((id, place) => {
        const title = columns.find((column) => column.id === id)?.title ?? id
        return (
          <span key={id} className="kit-filter-chip">
            <MenuButton
              label={title}
              kind="quiet"
              size="small"
              entries={[
                { label: words.moveEarlier, disabled: place === 0, onChoose: () => moved(place, -1) },
                {
                  label: words.moveLater,
                  disabled: place === by.length - 1,
                  onChoose: () => moved(place, 1),
                },
                { label: words.ungroup, onChoose: () => without(id) },
              ]}
            />
            <IconButton
              icon={X}
              label={`${words.remove} ${title}`}
              size="small"
              tip={false}
              onClick={() => without(id)}
            />
          </span>
        )
      })}
      {by.length > 0 && (
        <span className="kit-grid-bar-end">
          <IconButton
            icon={ChevronsUpDown}
            label={words.expandAll}
            size="small"
            onClick={() => onAll(true)}
          />
          <IconButton
            icon={ChevronsDownUp}
            label={words.collapseAll}
            size="small"
            onClick={() => onAll(false)}
          />
        </span>
      )}
    </div>
  )
}
