import { Menu } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { KeyHint } from './KeyHint.tsx'

export type MenuEntry =
  | {
      label: string
      icon?: LucideIcon | undefined
      keys?: string | undefined
      onChoose: () => void
      disabled?: boolean | undefined
      danger?: boolean | undefined
      /** Present: the entry is switched on and off, and the menu stays open. */
      checked?: boolean | undefined
      /** Present: one of several of which one is taken; the menu closes, as the choice is made. */
      chosen?: boolean | undefined
    }
  | { label: string; icon?: LucideIcon | undefined; entries: readonly MenuEntry[] }
  | { title: string }
  | 'line'

const markOf = (entry: MenuEntry): boolean | undefined =>
  typeof entry === 'object' && 'onChoose' in entry ? (entry.checked ?? entry.chosen) : undefined

/** A stable key: entries have no ids, but no two of one menu say the same. */
const keyOf = (entry: MenuEntry, place: number) =>
  entry === 'line' ? `line-${place}` : 'title' in entry ? `title-${entry.title}` : entry.label

/** What stands in a menu, from data. Used by MenuButton and ContextMenu. */
export function MenuEntries({ entries }: { entries: readonly MenuEntry[] }) {
  const things = entries.flatMap((e) => (e === 'line' || 'title' in e ? [] : [e]))
  const marks = things.some((e) => markOf(e) !== undefined)
  const icons = things.some((e) => e.icon)
  return entries.map((entry, place) => {
    const key = keyOf(entry, place)
    if (entry === 'line') return <Menu.Separator key={key} className="kit-menu-line" />
    if ('title' in entry)
      return (
        <div key={key} className="kit-menu-title" role="presentation">
          {entry.title}
        </div>
      )
    const Icon = entry.icon
    const face = (
      <>
        {marks && (
          <span className="kit-menu-mark">{markOf(entry) && <Check size={16} aria-hidden="true" />}</span>
        )}
        {Icon ? <Icon size={16} aria-hidden="true" /> : icons && <span className="kit-menu-mark" />}
        <span className="kit-menu-label">{entry.label}</span>
      </>
    )
    if ('entries' in entry)
      return (
        <Menu.SubmenuRoot key={key}>
          <Menu.SubmenuTrigger className="kit-menu-item">
            {face}
            <ChevronRight size={14} className="kit-flip" aria-hidden="true" />
          </Menu.SubmenuTrigger>
          <MenuPopup entries={entry.entries} />
        </Menu.SubmenuRoot>
      )
    const shared = {
      className: entry.danger ? 'kit-menu-item danger' : 'kit-menu-item',
      disabled: entry.disabled ?? false,
    }
    const keys = entry.keys && <KeyHint keys={entry.keys} />
    if (entry.checked !== undefined)
      return (
        <Menu.CheckboxItem key={key} {...shared} checked={entry.checked} onCheckedChange={entry.onChoose}>
          {face}
          {keys}
        </Menu.CheckboxItem>
      )
    const oneOf = entry.chosen === undefined ? {} : { role: 'menuitemradio', 'aria-checked': entry.chosen }
    return (
      <Menu.Item key={key} {...shared} {...oneOf} onClick={entry.onChoose}>
        {face}
        {keys}
      </Menu.Item>
    )
  })
}

export function MenuPopup({
  entries,
  align = 'start',
}: {
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
}) {
  return (
    <Menu.Portal>
      <Menu.Positioner className="kit-positioner" sideOffset={4} align={align}>
        <Menu.Popup className="kit-popup kit-menu">
          <MenuEntries entries={entries} />
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  )
}
