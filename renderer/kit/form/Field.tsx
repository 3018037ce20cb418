import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useKitWords } from '../words.ts'
import { useFormState } from './formState.ts'

/** What every field takes beside what its control takes. */
export type FieldProps = {
  label: string
  hint?: string | undefined
  /** Said outright; otherwise the form's error of this name. */
  error?: string | undefined
  required?: boolean | undefined
  /** Both columns of a FieldGrid. */
  wide?: boolean | undefined
  /** The label is read but not drawn: in lists, where the first row's column says it. */
  bare?: boolean | undefined
}

/** What ties the control to its label, hint and error. Spread it on the control. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

type Props = FieldProps & {
  name?: string | undefined
  className?: string
  children: (control: ControlProps, invalid: boolean) => ReactNode
}

/** Label above, the control, the hint, the error. */
export function Field({ label, hint, error, required, wide, bare, name, className, children }: Props) {
  const words = useKitWords()
  const { errors } = useFormState()
  const id = useId()
  const said = error ?? (name === undefined ? undefined : errors[name])
  const described = [hint && `${id}-hint`, said && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={['kit-field', wide ? 'wide' : '', className ?? ''].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={bare ? 'kit-label kit-unseen' : 'kit-label'}>
        <span data-label>{label}</span>
        {required && (
          <span className="kit-required" title={words.required} aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children(
        {
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': said ? true : undefined,
          'aria-required': required || undefined,
        },
        said !== undefined,
      )}
      {hint && (
        <span className="kit-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {said && (
        <span className="kit-error" id={`${id}-error`}>
          <CircleAlert size={13} aria-hidden="true" />
          {said}
        </span>
      )}
    </div>
  )
}

/** Takes a field's own props off, so that the rest can be spread on the control. */
export function splitField<Props extends FieldProps>(props: Props) {
  const { label, hint, error, required, wide, bare, ...rest } = props
  return { field: { label, hint, error, required, wide, bare }, rest }
}
