import { useId } from 'react'
import type { ComponentProps } from 'react'
import { useFormState } from './formState.ts'

type Props = Omit<ComponentProps<'input'>, 'type'> & {
  label: string
  hint?: string | undefined
  error?: string | undefined
  wide?: boolean
}

/** Yes or no, its words beside it. Takes what `register()` gives. */
export function CheckField({ label, hint, error, wide, ...input }: Props) {
  const { errors } = useFormState()
  const id = useId()
  const said = error ?? (input.name === undefined ? undefined : errors[input.name])
  return (
    <div className={wide ? 'kit-field wide' : 'kit-field'}>
      <label className="kit-tick">
        <input
          type="checkbox"
          {...input}
          aria-invalid={said ? true : undefined}
          aria-describedby={hint || said ? id : undefined}
        />
        <span data-label>{label}</span>
      </label>
      {(hint ?? said) && (
        <span className={said ? 'kit-error' : 'kit-hint'} id={id}>
          {said ?? hint}
        </span>
      )}
    </div>
  )
}

/** The same where it acts at once: settings. */
export const SwitchField = (props: Props) => <CheckField role="switch" {...props} />
