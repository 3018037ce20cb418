import { ContextMenu as Base } from '@base-ui/react/context-menu'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { MenuEntries } from './MenuEntries.tsx'
import type { MenuEntry } from './MenuEntries.tsx'

type Props = {
  /** Asked at each opening, with the element under the pointer or in focus. No entries: no menu of ours. */
  entries: (target: Element) => readonly MenuEntry[]
  /** The element that is pressed with the right button, held, or focused at the menu key. */
  children: ReactElement
}

/** The menu of the thing under the pointer. */
export function ContextMenu({ entries, children }: Props) {
  const [shown, setShown] = useState<readonly MenuEntry[]>([])
  return (
    <Base.Root>
      <Base.Trigger
        render={children}
        onContextMenuCapture={(event) =>
          setShown(event.target instanceof Element ? entries(event.target) : [])
        }
        // Not stopped on its way down: something inside may have a menu of its own.
        onContextMenu={(event) => {
          if (event.target instanceof Element && entries(event.target).length === 0)
            event.preventBaseUIHandler()
        }}
      />
      <Base.Portal>
        <Base.Positioner className="kit-positioner">
          <Base.Popup className="kit-popup kit-menu">
            <MenuEntries entries={shown} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
