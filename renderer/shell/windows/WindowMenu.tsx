import { Menu } from '@base-ui/react/menu'
import { MenuEntries } from '../../kit/MenuEntries.tsx'
import type { DeskKeys } from './deskKeys.ts'
import { useDesk } from './deskStore.ts'
import { closeWindowMenu, useMoment } from './moment.ts'
import { menuOfWindow } from './menuOfWindow.ts'
import { useOtherScreens } from './otherScreens.ts'
import { useWindowWords } from './windowWords.ts'

/** The menu of one window, wherever it was asked for: its icon, its title, its task, Alt+Space. One for the desk. */
export function WindowMenu({ keys }: { readonly keys: DeskKeys }) {
  const words = useWindowWords()
  const screens = useOtherScreens()
  const menu = useMoment((moment) => moment.menu)
  const state = useDesk((state) => (menu ? state : undefined))
  if (!menu || !state?.windows[menu.windowId]) return null
  const { at } = menu
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && closeWindowMenu()}>
      <Menu.Portal>
        <Menu.Positioner
          className="kit-positioner"
          anchor={at instanceof Element ? at : pointAnchor(at.x, at.y)}
          align="start"
          sideOffset={2}
        >
          <Menu.Popup className="kit-popup kit-menu" finalFocus={false}>
            <MenuEntries entries={menuOfWindow(menu.windowId, state, words, keys, screens)} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function pointAnchor(x: number, y: number) {
  return { getBoundingClientRect: () => DOMRect.fromRect({ x, y, width: 0, height: 0 }) }
}
