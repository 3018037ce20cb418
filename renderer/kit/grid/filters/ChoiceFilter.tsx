import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Value } from '../../../../app/criteria.ts'
import { Segments } from '../../Segments.tsx'
import { useSearch } from '../../useSearch.ts'
import { useKitWords } from '../../words.ts'
import type { EditorProps } from './FilterEditor.tsx'
import { labelOf, type FilterChoice } from './filter.ts'

/** Any number of values of a list, each with how many have it: typed, ticked with Space or Enter, or all but these. */
export function ChoiceFilter({ field, filter, onFilter }: EditorProps) {
  const words = useKitWords()
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [without, setWithout] = useState(filter?.is === 'none-of')
  const [total, setTotal] = useState(0)
  const chosen: readonly Value[] = filter && 'values' in filter ? filter.values : []

  const search = async (typed: string, signal: AbortSignal) => {
    const answer = await field.choices?.(typed, signal)
    setTotal(answer?.total ?? 0)
    return answer?.choices ?? []
  }
  const { found, state, retry } = useSearch<FilterChoice>(search, text, true)
  // What is chosen stays in sight, even where nobody has it any more.
  const lost = text === '' ? chosen.filter((value) => !found.some((one) => one.value === value)) : []
  const choices: readonly FilterChoice[] =
    state === 'ready' ? [...lost.map((value) => ({ value, count: 0 })), ...found] : found

  const give = (values: readonly Value[], none = without) =>
    onFilter(
      values.length === 0
        ? undefined
        : { field: field.id, is: none ? 'none-of' : 'one-of', values: [...values] },
    )
  const toggle = (value: Value) =>
    give(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])

  const place = Math.min(at, choices.length - 1)
  const goTo = (next: number) => {
    setAt(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const here = choices[place]
    if (event.key === 'ArrowDown') goTo(Math.min(choices.length - 1, place + 1))
    else if (event.key === 'ArrowUp') goTo(Math.max(0, place - 1))
    else if ((event.key === 'Enter' || (event.key === ' ' && text === '')) && here) toggle(here.value)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="kit-filter-editor">
      <div className="kit-input">
        <input
          type="text"
          role="combobox"
          aria-label={`${words.filter}: ${field.title}`}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={place >= 0 ? `${id}-${place}` : undefined}
          dir="auto"
          autoFocus
          autoComplete="off"
          placeholder={words.search}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul
        ref={list}
        id={`${id}-list`}
        className="kit-filter-list"
        role="listbox"
        aria-multiselectable="true"
        aria-label={field.title}
        aria-busy={state === 'searching'}
      >
        {choices.map(({ value, count }, index) => (
          <li
            key={String(value)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={chosen.includes(value)}
            data-at={index === place || undefined}
            onPointerMove={() => setAt(index)}
            onClick={() => toggle(value)}
          >
            <span className="kit-check" data-on={chosen.includes(value) || undefined} aria-hidden="true" />
            <span className={value === null ? 'kit-filter-value nothing' : 'kit-filter-value'} dir="auto">
              {labelOf(field, value, words)}
            </span>
            {count !== undefined && <small>{words.number(count)}</small>}
          </li>
        ))}
      </ul>
      {state === 'ready' && choices.length === 0 && <p className="kit-filter-note">{words.nothingFound}</p>}
      {state === 'failed' && (
        <p className="kit-filter-note">
          {words.couldNotLoad}{' '}
          <button type="button" className="kit-link" onClick={retry}>
            {words.retry}
          </button>
        </p>
      )}
      {state === 'ready' && total > found.length && (
        <p className="kit-filter-note">{words.typeForMore(total - found.length)}</p>
      )}
      <Segments
        label={field.title}
        segments={[
          { id: 'only', label: words.onlyThese },
          { id: 'without', label: words.allButThese },
        ]}
        chosen={without ? 'without' : 'only'}
        onChoose={(next) => {
          setWithout(next === 'without')
          give(chosen, next === 'without')
        }}
      />
    </div>
  )
}
