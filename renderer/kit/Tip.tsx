import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { KeyHint } from './KeyHint.tsx'

/** Words that come up over an element that is hovered or focused. They repeat its name; nothing is said only here. */
export function Tip(props: { text: string; keys?: string | undefined; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={props.children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="kit-positioner">
          <Tooltip.Popup className="kit-tooltip">
            <span>{props.text}</span>
            {props.keys && <KeyHint keys={props.keys} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
