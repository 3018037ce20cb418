import { ListFilter, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../../IconButton.tsx'
import { MenuButton } from '../../MenuButton.tsx'
import { Popover } from '../../Popover.tsx'
import { useKitWords } from '../../words.ts'
import { filterOf, saidBy, withFilter, type FilterField, type Filtering } from './filter.ts'
import { FilterEditor } from './FilterEditor.tsx'

/** What the list is narrowed by, each to be changed or taken away, and all at once. Nothing where it is not narrowed. */
export function FilterBar({ fields, filters, onFilters, adding, onAdded }: Filtering & Adding) {
  const words = useKitWords()
  const shown = fields.filter(({ id }) => id === adding || filterOf(filters, id) !== undefined)
  if (shown.length === 0) return null
  return (
    <div className="kit-filter-bar" role="group" aria-label={words.filter}>
      {shown.map((field) => (
        <FilterChip
          key={field.id}
          field={field}
          filtering={{ fields, filters, onFilters }}
          begun={field.id === adding}
          onClosed={onAdded}
        />
      ))}
      {filters.length > 1 && (
        <button type="button" className="kit-link" onClick={() => onFilters([])}>
          {words.clearFilters}
        </button>
      )}
    </div>
  )
}

type Adding = {
  /** A field just chosen from the menu: its chip is there, open, before it says anything. */
  adding: string | undefined
  onAdded: () => void
}

function FilterChip(props: {
  field: FilterField
  filtering: Filtering
  begun: boolean
  onClosed: () => void
}) {
  const { field, filtering, begun, onClosed } = props
  const words = useKitWords()
  const [opened, setOpened] = useState(false)
  const { filters, onFilters } = filtering
  const own = filterOf(filters, field.id)
  const open = opened || begun
  const give = (next: typeof own) => onFilters(withFilter(filters, field.id, next))
  const close = () => {
    setOpened(false)
    onClosed()
  }
  return (
    <span className="kit-filter-chip">
      <Popover
        label={`${words.filter}: ${field.title}`}
        open={open}
        onOpenChange={(next) => (next ? setOpened(true) : close())}
        trigger={
          <button type="button" className="kit-filter-chip-words">
            {field.title}: <b dir="auto">{own ? saidBy(own, field, words) : '…'}</b>
          </button>
        }
      >
        <FilterEditor field={field} filter={own} onFilter={give} onDone={close} />
      </Popover>
      <IconButton
        icon={X}
        label={`${words.remove} ${field.title}`}
        size="small"
        tip={false}
        onClick={() => {
          give(undefined)
          close()
        }}
      />
    </span>
  )
}

/** The menu of fields to filter by: for lists without headers, and for fields that are no column. */
export function FilterMenu(props: Pick<Filtering, 'fields'> & { onField: (field: string) => void }) {
  const words = useKitWords()
  return (
    <MenuButton
      icon={ListFilter}
      folds
      label={words.filter}
      entries={props.fields.map(({ id, title }) => ({ label: title, onChoose: () => props.onField(id) }))}
    />
  )
}
