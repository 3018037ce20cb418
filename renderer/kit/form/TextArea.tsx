import type { ComponentProps } from 'react'
import { Field, splitField } from './Field.tsx'
import type { FieldProps } from './Field.tsx'

/** Several lines; grows with its text. */
export function TextArea(props: FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>) {
  const { field, rest } = splitField(props)
  return (
    <Field {...field} name={rest.name}>
      {(control) => (
        <div className="kit-input">
          <textarea dir="auto" {...rest} {...control} />
        </div>
      )}
    </Field>
  )
}
