import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Field, splitField } from './Field.tsx'
import type { FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps> & {
    icon?: LucideIcon | undefined
    /** Inside the box, after what is typed: a unit, a language, a button. */
    after?: ReactNode
  }

/** One line of text. Takes what `register()` gives. */
export function TextField(props: TextFieldProps) {
  const { field, rest } = splitField(props)
  const { icon: Icon, after, ...input } = rest
  return (
    <Field {...field} name={input.name}>
      {(control) => (
        <div className="kit-input">
          {Icon && <Icon size={15} aria-hidden="true" />}
          <input type="text" autoComplete="off" dir="auto" {...input} {...control} />
          {typeof after === 'string' ? <span className="kit-affix">{after}</span> : after}
        </div>
      )}
    </Field>
  )
}
