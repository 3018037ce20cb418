import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronDown, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Ref } from 'react'
import { Dot } from './Badge.tsx'
import { Field } from './form/Field.tsx'
import type { FieldProps } from './form/Field.tsx'
import { IconButton } from './IconButton.tsx'
import { Spinner } from './Spinner.tsx'
import type { Tone } from './tone.ts'
import { useSearch } from './useSearch.ts'
import { useKitWords } from './words.ts'

export type Option = {
  id: string
  label: string
  /** What tells namesakes apart: the phone, the city. */
  detail?: string | undefined
  tone?: Tone | undefined
}

type Props = FieldProps & {
  name?: string
  value: Option | null
  onChange: (option: Option | null) => void
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
  /** Asked on the server while one types, and with '' for the first ones. An older answer never covers a newer one. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
  /** The last ones chosen, shown before anything is typed. */
  recent?: readonly Option[]
  /** Makes one of this name on the spot. May ask more; null when it was given up. */
  onCreate?: (text: string) => Promise<Option | null> | Option | null
  placeholder?: string
  disabled?: boolean
  autoFocus?: boolean
}

/** The line "Create …" in the list is an option too: the keyboard reaches it like the others. */
const createId = '\u0000create'

/** Chooses one of many by typing a part of its name. */
export function Picker(props: Props) {
  const {
    label,
    hint,
    error,
    required,
    wide,
    bare,
    name,
    value,
    onChange,
    search,
    recent,
    onCreate,
    ...rest
  } = props
  const { placeholder, disabled = false, autoFocus, onBlur, ref } = rest
  const words = useKitWords()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const { found, state, retry } = useSearch(search, text, open)

  const trimmed = text.trim()
  const showRecent = trimmed === '' && recent !== undefined && recent.length > 0
  const known = showRecent ? recent : found
  const creating: Option[] =
    onCreate && trimmed !== '' && !known.some((option) => option.label === trimmed)
      ? [{ id: createId, label: trimmed }]
      : []
  const items = [...known, ...creating]

  const pick = async (option: Option | null) => {
    setText('')
    if (option?.id !== createId) return onChange(option)
    const made = await onCreate?.(option.label)
    if (made) onChange(made)
  }

  return (
    <Field {...{ label, hint, error, required, wide, bare, name }}>
      {(control) => (
        <Combobox.Root
          items={items}
          filter={null}
          value={value}
          open={open}
          onOpenChange={(next) => {
            setOpen(next)
            if (!next) setText('')
          }}
          onValueChange={(option) => void pick(option)}
          onInputValueChange={(next, { reason }) => setText(reason === 'input-change' ? next : '')}
          itemToStringLabel={(option) => option.label}
          isItemEqualToValue={(item, chosen) => item.id === chosen.id}
          autoHighlight
          disabled={disabled}
        >
          <Combobox.InputGroup className="kit-input">
            <Combobox.Input
              {...control}
              name={name}
              ref={ref}
              dir="auto"
              autoComplete="off"
              autoFocus={autoFocus}
              placeholder={placeholder ?? words.search}
              onBlur={onBlur}
              onKeyDown={(event) => {
                // What is shown is still of what was typed before: nobody means that by Enter.
                if (event.key !== 'Enter' || !open || showRecent || state !== 'searching') return
                event.preventDefault()
                event.preventBaseUIHandler()
              }}
            />
            {value && (
              <Combobox.Clear render={<IconButton icon={X} label={words.clear} size="small" tip={false} />} />
            )}
            <Combobox.Trigger
              render={
                <IconButton
                  icon={ChevronDown}
                  label={words.openList}
                  size="small"
                  tip={false}
                  tabIndex={-1}
                />
              }
            />
          </Combobox.InputGroup>
          <Combobox.Portal>
            <Combobox.Positioner className="kit-positioner" sideOffset={4}>
              <Combobox.Popup className="kit-popup kit-picker" aria-busy={state === 'searching'}>
                <Combobox.Status className="kit-picker-status">
                  {!showRecent && state === 'searching' && (
                    <>
                      <Spinner size={14} />
                      {words.searching}
                    </>
                  )}
                  {!showRecent && state === 'failed' && (
                    <>
                      {words.couldNotLoad}
                      <button type="button" className="kit-link" onClick={retry}>
                        {words.retry}
                      </button>
                    </>
                  )}
                  {!showRecent && state === 'ready' && known.length === 0 && words.nothingFound}
                  {showRecent && words.recent}
                </Combobox.Status>
                <Combobox.List className="kit-picker-list">
                  {(option: Option) => <PickerOption key={option.id} option={option} />}
                </Combobox.List>
              </Combobox.Popup>
            </Combobox.Positioner>
          </Combobox.Portal>
        </Combobox.Root>
      )}
    </Field>
  )
}

function PickerOption({ option }: { option: Option }) {
  const words = useKitWords()
  if (option.id === createId)
    return (
      <Combobox.Item value={option} className="kit-option create">
        <Plus size={15} aria-hidden="true" />
        <span className="kit-option-text">{words.create(option.label)}</span>
      </Combobox.Item>
    )
  return (
    <Combobox.Item value={option} className="kit-option">
      {option.tone && <Dot tone={option.tone} />}
      <span className="kit-option-text">
        <span dir="auto">{option.label}</span>
        {option.detail && (
          <span className="kit-option-detail" dir="auto">
            {option.detail}
          </span>
        )}
      </span>
      <Combobox.ItemIndicator>
        <Check size={15} aria-hidden="true" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  )
}
