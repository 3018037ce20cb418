import { TextField } from './TextField.tsx'
import type { TextFieldProps } from './TextField.tsx'

/** A day as `YYYY-MM-DD`, written and chosen in the notation of the browser's language. */
export const DateField = (props: Omit<TextFieldProps, 'type'>) => (
  <TextField {...props} type="date" dir="ltr" />
)
