import { ChevronDown } from 'lucide-react'

interface Props {
  readonly label: string
  /** Words of the choice of everything. */
  readonly all: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly id: string; readonly label: string }[]
}

/** A filter that takes no more room than its word; coloured while it hides something. */
export function FilterSelect({ label, all, value, onChange, options }: Props) {
  return (
    <div className="kit-input select client-filter" data-on={value !== '' || undefined}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </div>
  )
}
