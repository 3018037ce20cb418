import { CSPProvider } from '@base-ui/react/csp-provider'
import { DirectionProvider } from '@base-ui/react/direction-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { AskHost } from './AskHost.tsx'
import { ToastHost } from './ToastHost.tsx'
import { KitWordsProvider } from './words.ts'
import type { KitWords } from './words.ts'

/** Stands once round everything: the kit's words, the direction of reading, and the hosts of `toast()` and `ask()`. */
export function Kit(props: { words: KitWords; direction: 'ltr' | 'rtl'; children: ReactNode }) {
  return (
    <KitWordsProvider value={props.words}>
      {/* No inline <style>: the page's policy refuses them. */}
      <CSPProvider disableStyleElements>
        <DirectionProvider direction={props.direction}>
          <Tooltip.Provider delay={500} closeDelay={0}>
            {props.children}
            <ToastHost />
            <AskHost />
          </Tooltip.Provider>
        </DirectionProvider>
      </CSPProvider>
    </KitWordsProvider>
  )
}
