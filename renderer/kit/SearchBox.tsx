import { Search, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from './IconButton.tsx'
import { KeyHint } from './KeyHint.tsx'
import { useKitWords } from './words.ts'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  value: string
  onChange: (text: string) => void
  label: string
  keys?: string
}

/** Search over a list. Esc empties it first, and only then closes what is round it. */
export function SearchBox({ value, onChange, label, keys, className, ...input }: Props) {
  const words = useKitWords()
  return (
    <div className={`kit-input kit-search ${className ?? ''}`} role="search">
      <Search size={15} aria-hidden="true" />
      <input
        placeholder={label}
        {...input}
        type="text"
        dir="auto"
        aria-label={label}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          input.onKeyDown?.(event)
          if (event.key !== 'Escape' || value === '') return
          event.stopPropagation()
          onChange('')
        }}
      />
      {value ? (
        <IconButton icon={X} label={words.clear} size="small" tip={false} onClick={() => onChange('')} />
      ) : (
        keys && (
          <span className="kit-affix">
            <KeyHint keys={keys} />
          </span>
        )
      )}
    </div>
  )
}
