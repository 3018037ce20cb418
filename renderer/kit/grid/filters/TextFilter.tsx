import { useState } from 'react'
import { Segments } from '../../Segments.tsx'
import { useKitWords } from '../../words.ts'
import type { EditorProps } from './FilterEditor.tsx'

type Way = 'contains' | 'begins' | 'empty' | 'filled'

/** Part of a text, its beginning, or whether there is any. */
export function TextFilter({ field, filter, onFilter, onDone }: EditorProps) {
  const words = useKitWords()
  const given = filter?.is
  const [way, setWay] = useState<Way>(
    given === 'begins' || given === 'empty' || given === 'filled' ? given : 'contains',
  )
  const text = filter && 'text' in filter ? filter.text : ''
  const give = (next: Way, typed: string) => {
    if (next === 'empty' || next === 'filled') return onFilter({ field: field.id, is: next })
    onFilter(typed.trim() === '' ? undefined : { field: field.id, is: next, text: typed })
  }
  return (
    <div className="kit-filter-editor">
      <Segments
        label={field.title}
        segments={[
          { id: 'contains', label: words.contains },
          { id: 'begins', label: words.begins },
          { id: 'empty', label: words.isEmpty },
          { id: 'filled', label: words.isFilled },
        ]}
        chosen={way}
        onChoose={(next) => {
          setWay(next)
          give(next, text)
        }}
      />
      {(way === 'contains' || way === 'begins') && (
        <div className="kit-input">
          <input
            type="text"
            dir="auto"
            autoFocus
            autoComplete="off"
            maxLength={200}
            aria-label={field.title}
            value={text}
            onChange={(event) => give(way, event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && onDone()}
          />
        </div>
      )}
    </div>
  )
}
