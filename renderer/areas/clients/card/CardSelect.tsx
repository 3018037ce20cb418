import { useFormContext, useWatch } from 'react-hook-form'
import type { SelectOption } from '../../../kit/form/Options.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import type { CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

type Name =
  | 'statusId'
  | 'managerId'
  | 'language'
  | 'categoryId'
  | 'sourceId'
  | 'priceListId'
  | `addresses.${number}.country`
  | `addresses.${number}.language`

interface Props {
  readonly name: Name
  readonly label: string
  readonly none: string
  readonly options: readonly SelectOption[]
}

/** One of a list; where the card can only be read, its word, which can be selected and copied. */
export function CardSelect({ name, label, none, options }: Props) {
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const value = useWatch({ control, name })
  if (readOnly)
    return <TextField label={label} readOnly value={options.find(({ id }) => id === value)?.label ?? value} />
  // Options that arrive later must not let the browser choose another one meanwhile.
  const known = value === '' || options.some(({ id }) => id === value)
  return (
    <SelectField
      label={label}
      none={none}
      options={known ? options : [...options, { id: value, label: '…' }]}
      {...register(name)}
      value={value}
    />
  )
}
