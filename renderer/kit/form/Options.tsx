import { useDeferredValue } from 'react'

export type SelectOption = { id: string; label: string; disabled?: boolean }

type Props = {
  options: readonly SelectOption[]
  /** Words of the choice of nothing, whose value is ''. Without it there is no such choice. */
  none?: string | undefined
  /** The value that stands in the select as it is first drawn; undefined where only its form knows it. */
  chosen: unknown
}

/** Choices drawn at once; a longer list comes behind the window's first picture. */
const atOnce = 12

/**
 * What a select offers. Nobody has opened it when its window is drawn: of two hundred countries only the chosen one is
 * there then, the others a moment later.
 */
export function Options({ options, none, chosen }: Props) {
  const later = useDeferredValue(true, false)
  const all = later || chosen === undefined || options.length <= atOnce
  const shown = all ? options : options.filter(({ id }) => id === chosen)
  return (
    <>
      {none !== undefined && <option value="">{none}</option>}
      {shown.map(({ id, label, disabled }) => (
        <option key={id} value={id} disabled={disabled}>
          {label}
        </option>
      ))}
    </>
  )
}
