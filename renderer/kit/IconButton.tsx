import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { ButtonKind } from './Button.tsx'
import { ariaKeys } from './KeyHint.tsx'
import { Tip } from './Tip.tsx'

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon
  /** Its name, and the tooltip. */
  label: string
  keys?: string | undefined
  kind?: ButtonKind | undefined
  size?: 'small' | 'medium' | undefined
  /** Arrows along the line of reading turn round in right-to-left. */
  flip?: boolean | undefined
  /** Tooltip off where the same words stand beside it. */
  tip?: boolean | undefined
}

/** A button that is only its icon. */
export function IconButton(props: Props) {
  const { icon: Icon, label, keys, kind = 'quiet', size = 'medium', flip, tip = true, ...rest } = props
  const button = (
    <button
      type="button"
      {...rest}
      className={['kit-button alone', kind, size, rest.className ?? ''].filter(Boolean).join(' ')}
      aria-label={label}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
    >
      <Icon size={size === 'small' ? 14 : 16} aria-hidden="true" className={flip ? 'kit-flip' : ''} />
    </button>
  )
  return tip ? (
    <Tip text={label} keys={keys}>
      {button}
    </Tip>
  ) : (
    button
  )
}
