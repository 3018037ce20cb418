import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field, splitField } from './Field.tsx'
import type { FieldProps } from './Field.tsx'
import { Options, type SelectOption } from './Options.tsx'

type Props = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps> & {
    options: readonly SelectOption[]
    /** Words of the choice of nothing, whose value is ''. Without it there is no such choice. */
    none?: string | undefined
  }

/** One of a short list that is known beforehand. Longer lists are a Picker. */
export function SelectField(props: Props) {
  const { field, rest } = splitField(props)
  const { options, none, ...select } = rest
  return (
    <Field {...field} name={select.name}>
      {(control) => (
        <div className="kit-input select">
          <select {...select} {...control}>
            <Options options={options} none={none} chosen={select.value ?? select.defaultValue} />
          </select>
          <ChevronDown size={14} aria-hidden="true" />
        </div>
      )}
    </Field>
  )
}
