import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { ariaKeys, KeyHint } from './KeyHint.tsx'
import { Spinner } from './Spinner.tsx'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'good'

export type ButtonProps = ComponentProps<'button'> & {
  /** One `primary` per screen. `good` is for the one thing done all day: calling, taking money. */
  kind?: ButtonKind | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  icon?: LucideIcon | undefined
  /** Shown as a chip and told to screen readers; the shell's table of keys makes it work. */
  keys?: string | undefined
  /** Work has begun: it turns, stays focused and takes no second press. */
  busy?: boolean | undefined
  /** Fills its line. */
  wide?: boolean | undefined
  after?: ReactNode
  /** In a toolbar with little room its icon says enough; the words are still its name and its tooltip. */
  folds?: boolean | undefined
}

/** A verb to press. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', size = 'medium', icon: Icon, keys, busy, wide, after, folds, ...rest } = props
  const classes = ['kit-button', kind, size, wide ? 'wide' : '', rest.className ?? '']
    .filter(Boolean)
    .join(' ')
  return (
    <button
      type="button"
      title={folds && typeof rest.children === 'string' ? rest.children : undefined}
      {...rest}
      className={classes}
      aria-keyshortcuts={keys ? ariaKeys(keys) : undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy ? <Spinner /> : Icon && <Icon size={size === 'small' ? 14 : 16} aria-hidden="true" />}
      {folds ? <span className="kit-folding">{rest.children}</span> : rest.children}
      {keys && <KeyHint keys={keys} />}
      {after}
    </button>
  )
}
