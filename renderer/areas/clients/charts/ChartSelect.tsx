import { ChevronDown } from 'lucide-react'
import type { SelectOption } from '../../../kit/form/Options.tsx'

interface Props {
  readonly label: string
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
}

/** A choice that begins with what it is for: "by Status". */
export function ChartSelect({ label, value, options, onChange }: Props) {
  return (
    <span className="client-charts-choice">
      <span className="client-soft" aria-hidden="true">
        {label}
      </span>
      <span className="kit-input select">
        <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden="true" />
      </span>
    </span>
  )
}
