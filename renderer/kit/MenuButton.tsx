import { Menu } from '@base-ui/react/menu'
import { ChevronDown } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button } from './Button.tsx'
import type { ButtonKind } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { MenuPopup } from './MenuEntries.tsx'
import type { MenuEntry } from './MenuEntries.tsx'

type Props = {
  label: string
  entries: readonly MenuEntry[]
  icon?: LucideIcon | undefined
  kind?: ButtonKind | undefined
  size?: 'small' | 'medium' | undefined
  align?: 'start' | 'end' | undefined
  /** Shows the icon only; the label is its name. */
  iconOnly?: boolean | undefined
  disabled?: boolean | undefined
  /** As a button's. */
  folds?: boolean | undefined
  /** A button of one's own, named by itself, in place of the usual one. */
  face?: ReactElement | undefined
}

/** A button that opens a menu. */
export function MenuButton(props: Props) {
  const { label, icon, kind, size, entries, align = 'start', iconOnly, folds, disabled = false } = props
  const face =
    props.face ??
    (iconOnly && icon ? (
      <IconButton icon={icon} label={label} kind={kind} size={size} tip={false} title={label} />
    ) : (
      <Button
        icon={icon}
        kind={kind}
        size={size}
        folds={folds}
        after={<ChevronDown size={14} aria-hidden="true" />}
      >
        {label}
      </Button>
    ))
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={face} disabled={disabled} />
      <MenuPopup entries={entries} align={align} />
    </Menu.Root>
  )
}
