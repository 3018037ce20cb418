import { ChevronDown, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../../IconButton.tsx'
import { Popover } from '../../Popover.tsx'
import { useKitWords } from '../../words.ts'
import { filterOf, saidBy, withFilter, type FilterField, type Filtering } from './filter.ts'
import { FilterEditor } from './FilterEditor.tsx'

type Props = {
  field: FilterField
  filtering: Filtering
}

/** Milliseconds after the last letter until the list follows. */
const pause = 200

/** The filter under a header: a text is typed right there, everything else opens. */
export function FilterCell({ field, filtering }: Props) {
  const words = useKitWords()
  const { filters, onFilters } = filtering
  const [open, setOpen] = useState(false)
  const own = filterOf(filters, field.id)
  const give = (next: typeof own) => onFilters(withFilter(filters, field.id, next))
  const label = `${words.filter}: ${field.title}`

  if (field.type === 'text' && (own === undefined || own.is === 'contains'))
    return (
      <TypedFilter
        label={label}
        text={own?.text ?? ''}
        onText={(text) => give(text.trim() === '' ? undefined : { field: field.id, is: 'contains', text })}
      />
    )
  return (
    <div className="kit-input kit-filter-cell" data-on={own !== undefined || undefined}>
      <Popover
        label={label}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            className="kit-filter-open"
            aria-label={own ? `${label}, ${saidBy(own, field, words)}` : label}
          >
            <span dir="auto">{own && saidBy(own, field, words)}</span>
            {!own && <ChevronDown size={13} aria-hidden="true" />}
          </button>
        }
      >
        <FilterEditor field={field} filter={own} onFilter={give} onDone={() => setOpen(false)} />
      </Popover>
      {own && (
        <IconButton
          icon={X}
          label={`${words.clear} ${field.title}`}
          size="small"
          tip={false}
          onClick={() => give(undefined)}
        />
      )}
    </div>
  )
}

/** Keeps its own letters, so that typing never waits for the list. Esc empties it. */
function TypedFilter(props: { label: string; text: string; onText: (text: string) => void }) {
  const { label, text, onText } = props
  const words = useKitWords()
  const [typed, setTyped] = useState(text)
  const [sent, setSent] = useState(text)
  // Cleared from elsewhere.
  if (sent !== text) {
    setSent(text)
    setTyped(text)
  }
  useEffect(() => {
    if (typed === sent) return
    const timer = setTimeout(() => {
      setSent(typed)
      onText(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, sent, onText])
  const send = (next: string) => {
    setTyped(next)
    setSent(next)
    onText(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') send(typed)
    else if (event.key === 'Escape' && typed !== '') send('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="kit-input kit-filter-cell" data-on={text !== '' || undefined}>
      <input
        type="text"
        dir="auto"
        autoComplete="off"
        maxLength={200}
        aria-label={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && (
        <IconButton icon={X} label={words.clear} size="small" tip={false} onClick={() => send('')} />
      )}
    </div>
  )
}
