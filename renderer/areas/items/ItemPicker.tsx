import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../app/contract/items.ts'
import { Picker } from '../../kit/Picker.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { unitName } from './unitName.ts'

interface Props {
  readonly label: string
  readonly value: { readonly id: number; readonly name: string } | null
  /** The whole row of what was chosen, with its unit and price. */
  readonly onChange: (item: ItemRow | null) => void
  /** Whose prices stand beside the names; absent: of the office's first list. */
  readonly listId?: number | undefined
  readonly bare?: boolean
  readonly wide?: boolean
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly error?: string | undefined
}

/** Chooses an item by a part of its name, its code or a barcode; code, unit and price stand beside each. */
export function ItemPicker({ value, onChange, listId, ...field }: Props) {
  const { t } = useTranslation()
  const { money } = useNotation()
  const seen = useRef(new Map<string, ItemRow>())
  const search = async (text: string, signal: AbortSignal) => {
    const rows =
      text.trim() === ''
        ? (await office.items.page({ limit: 8 }, { signal })).rows
        : await office.items.find({ text, ...(listId === undefined ? {} : { listId }) }, { signal })
    for (const row of rows) seen.current.set(String(row.id), row)
    return rows.map((row) => ({
      id: String(row.id),
      label: row.name,
      detail: [row.code, unitName(t, row.unit), row.price && money(row.price)].filter(Boolean).join(' · '),
    }))
  }
  return (
    <Picker
      {...field}
      value={value && { id: String(value.id), label: value.name }}
      onChange={(option) => onChange(option && (seen.current.get(option.id) ?? null))}
      search={search}
    />
  )
}
