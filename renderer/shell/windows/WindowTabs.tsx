import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { focusWindow } from './actions.ts'
import { closeWindow } from './closing.ts'
import { frameOf } from './deskState.ts'
import { useDesk } from './deskStore.ts'
import { dragTab } from './dragging.ts'
import { windowElement } from './focusing.ts'
import { openWindowMenu } from './moment.ts'
import { rovingTarget } from './roving.ts'
import { useWindowFace } from './windowTitle.ts'
import { useWindowWords } from './windowWords.ts'

const none: readonly string[] = []

/** The tabs of a frame, drawn in the title bar of its front window. */
export function WindowTabs({ id }: { id: string }) {
  const words = useWindowWords()
  const tabs = useDesk((state) => frameOf(state, id)?.tabs ?? none)

  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    bar.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])

  const key = (event: KeyboardEvent<HTMLElement>) => {
    const next = rovingTarget(event, '[role=tab]')?.dataset.window
    if (next) {
      event.preventDefault()
      focusWindow(next)
      // That window draws the tabs from now on; the keyboard stays among them.
      requestAnimationFrame(() => {
        windowElement(next)?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
      })
    }
    if (event.key === 'Delete') void closeWindow(id)
  }
  return (
    <div ref={bar} className="window-tabs" role="tablist" aria-label={words.tabs} onKeyDown={key}>
      {tabs.map((tab) => (
        <Tab key={tab} id={tab} front={tab === id} />
      ))}
    </div>
  )
}

function Tab({ id, front }: { id: string; front: boolean }) {
  const words = useWindowWords()
  const { title, icon: Icon } = useWindowFace(id)
  const dirty = useDesk((state) => state.windows[id]?.dirty ?? false)

  const press = (event: PointerEvent<HTMLElement>) => {
    const desk = event.currentTarget.closest<HTMLElement>('.desk')
    const onCross = event.target instanceof Element && event.target.closest('.window-tab-close')
    if (event.button !== 0 || !desk || onCross) return
    event.preventDefault()
    focusWindow(id)
    dragTab(event.nativeEvent, desk, id)
  }
  const middle = (event: MouseEvent) => {
    if (event.button === 1) void closeWindow(id)
  }
  const menu = (event: MouseEvent) => {
    event.preventDefault()
    event.stopPropagation()
    openWindowMenu(id, { x: event.clientX, y: event.clientY })
  }
  return (
    <div
      className="window-tab"
      role="tab"
      tabIndex={front ? 0 : -1}
      aria-selected={front}
      aria-label={dirty ? `${title} (${words.unsaved})` : title}
      title={title}
      data-window={id}
      onPointerDown={press}
      onAuxClick={middle}
      onContextMenu={menu}
      onClick={() => focusWindow(id)}
    >
      {Icon && <Icon size={14} aria-hidden />}
      <span className="window-tab-name">{title}</span>
      {dirty && <span className="window-dirty" />}
      {/* For the mouse alone: with the keyboard Delete closes the tab. */}
      <span
        className="window-tab-close"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          void closeWindow(id)
        }}
      >
        <X size={13} />
      </span>
    </div>
  )
}
