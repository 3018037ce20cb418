import { useQuery } from '@tanstack/react-query'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { ask } from '../../shell/office/office.ts'

interface Props {
  readonly label: string
  readonly value: number | null
  readonly onChange: (id: number | null) => void
  /** Words of the choice of none. */
  readonly none: string
  /** Also those that are out of use: where one looks, not where one puts something. */
  readonly all?: boolean
}

/** One of the warehouses. */
export function WarehouseSelect({ label, value, onChange, none, all = false }: Props) {
  const { data } = useQuery(ask.warehouses.list.queryOptions())
  const shown = (data?.warehouses ?? []).filter(({ id, retired }) => all || !retired || id === value)
  return (
    <SelectField
      label={label}
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const id = event.currentTarget.value
        onChange(id === '' ? null : Number(id))
      }}
      none={none}
      options={shown.map(({ id, name, branch }) => ({
        id: String(id),
        label: branch ? `${branch.name} · ${name}` : name,
      }))}
    />
  )
}
