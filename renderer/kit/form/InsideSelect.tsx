import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { SelectOption } from './SelectField.tsx'

type Props = ComponentProps<'select'> & {
  label: string
  options: readonly SelectOption[]
  /** Words of the choice of nothing, whose value is ''; absent where there is always something. */
  none?: string
}

/** A small choice at the end of a TextField, as its `after`: the language of a name, the kind of a number. */
export function InsideSelect({ label, options, none, ...select }: Props) {
  return (
    <span className="kit-inside">
      <select aria-label={label} {...select}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ id, label, disabled }) => (
          <option key={id} value={id} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown size={12} aria-hidden="true" />
    </span>
  )
}
