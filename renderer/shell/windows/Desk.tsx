import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { ByKeys } from './ByKeys.tsx'
import { askUnguarded } from './closing.ts'
import type { DeskKeys } from './deskKeys.ts'
import { usualDeskKeys } from './deskKeys.ts'
import { activeWindow } from './deskState.ts'
import { change, deskStore, useDesk, useDeskParts } from './deskStore.ts'
import { takeFocus } from './focusing.ts'
import { Landing } from './Landing.tsx'
import { listenToKeys } from './listening.ts'
import { resizeDesk } from './moving.ts'
import { otherScreens, type OtherScreens } from './otherScreens.ts'
import type { SavedDesk } from './saving.ts'
import { keepSaved } from './keeping.ts'
import type { ReportError } from './WindowContent.tsx'
import { WindowMenu } from './WindowMenu.tsx'
import { WindowView } from './WindowView.tsx'

export interface DeskProps {
  /** The desk after it changed and then rested half a second, to be given to `restoreDesk` another day. */
  readonly onChange?: (saved: SavedDesk) => void
  /** Asks about a window with unsaved changes that has no guard of its own. */
  readonly confirmClose?: (windowId: string) => Promise<boolean>
  /** Windows of their own on other screens; not to change between renders. Without it menus do not offer them. */
  readonly screens?: OtherScreens
  /** Told of whatever breaks in a window's content. Not to change between renders. */
  readonly onError?: ReportError
  readonly keys?: DeskKeys
  /** What an empty desk says. */
  readonly children?: ReactNode
}

/** The place where windows live. It fills what it stands in. */
export function Desk({
  onChange,
  confirmClose,
  screens,
  onError,
  keys = usualDeskKeys,
  children,
}: DeskProps) {
  const desk = useRef<HTMLDivElement>(null)
  const ids = useDeskParts((state) => Object.keys(state.windows))
  const focusAsked = useDesk((state) => state.focusAsked)

  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const measure = () =>
      change((state) => resizeDesk(state, { width: element.clientWidth, height: element.clientHeight }))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (focusAsked === 0) return
    const active = activeWindow(deskStore.getState())
    if (active !== undefined) takeFocus(active)
    else desk.current?.focus({ preventScroll: true })
  }, [focusAsked])

  useEffect(() => (desk.current ? listenToKeys(desk.current, keys) : undefined), [keys])
  useEffect(() => {
    otherScreens.setState(screens ?? {}, true)
    return () => otherScreens.setState({}, true)
  }, [screens])
  useEffect(() => (onChange ? keepSaved(onChange) : undefined), [onChange])
  useEffect(() => {
    askUnguarded(confirmClose)
    return () => askUnguarded(undefined)
  }, [confirmClose])

  return (
    <div ref={desk} className="desk" tabIndex={-1}>
      {ids.length === 0 && children}
      {ids.map((id) => (
        <WindowView key={id} id={id} onError={onError} />
      ))}
      <Landing />
      <ByKeys />
      <WindowMenu keys={keys} />
    </div>
  )
}
