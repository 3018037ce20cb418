import { createContext, use } from 'react'

export type FormErrors = Readonly<Record<string, string>>

export type FormState = { errors: FormErrors; dirty: boolean; saving: boolean }

const FormStateContext = createContext<FormState>({ errors: {}, dirty: false, saving: false })

export const FormStateProvider = FormStateContext.Provider

/** What the form round a field knows; nothing where there is no form. */
export const useFormState = () => use(FormStateContext)

/**
 * The messages of react-hook-form's nested errors by path: `{ phones: [{ number: { message } }] }` →
 * `{ 'phones.0.number': message }`. In the order of the fields.
 */
export function flattenErrors(errors: unknown, path = ''): Record<string, string> {
  if (typeof errors !== 'object' || errors === null) return {}
  if ('message' in errors && typeof errors.message === 'string' && 'type' in errors)
    return { [path]: errors.message }
  const found: Record<string, string> = {}
  for (const [key, value] of Object.entries(errors)) {
    // An element has parents and owners without end.
    if (key === 'ref') continue
    Object.assign(found, flattenErrors(value, path ? `${path}.${key}` : key))
  }
  return found
}
