import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Options, type SelectOption } from './Options.tsx'

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
        <Options options={options} none={none} chosen={select.value ?? select.defaultValue} />
      </select>
      <ChevronDown size={12} aria-hidden="true" />
    </span>
  )
}
