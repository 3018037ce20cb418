import { ChevronUp } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { MenuButton } from '../../kit/MenuButton.tsx'
import { focusWindow, minimiseWindow } from './actions.ts'
import { closeWindow } from './closing.ts'
import { activeWindow, frameOf } from './deskState.ts'
import { useDesk, useDeskParts } from './deskStore.ts'
import { openWindowMenu } from './moment.ts'
import { rovingTarget } from './roving.ts'
import { useWindowList } from './windowList.ts'
import { useWindowFace } from './windowTitle.ts'
import { useWindowWords } from './windowWords.ts'

/** A button for every window, in the order they were opened. One stop of Tab; arrows go along. */
export function TaskStrip() {
  const words = useWindowWords()
  const ids = useDeskParts((state) => Object.keys(state.windows))
  const active = useDesk(activeWindow)
  const strip = useRef<HTMLDivElement>(null)
  const tooMany = useOverflow(strip)

  const key = (event: KeyboardEvent<HTMLElement>) => {
    const next = rovingTarget(event, '.task')
    if (next) event.preventDefault()
    next?.focus()
  }
  const entry = active ?? ids[0]
  return (
    <>
      <div
        ref={strip}
        className="tasks"
        role="toolbar"
        aria-label={words.openWindows}
        onKeyDown={key}
        onWheel={(event) => event.currentTarget.scrollBy({ left: event.deltaY })}
      >
        {ids.map((id) => (
          <Task key={id} id={id} entry={id === entry} />
        ))}
      </div>
      {tooMany && <AllTasks />}
    </>
  )
}

/** Whether there are more buttons than fit; keeps the active one in view. */
function useOverflow(strip: RefObject<HTMLElement | null>): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const element = strip.current
    if (!element) return
    const measure = () => {
      setOver(element.scrollWidth > element.clientWidth)
      const active = element.querySelector('[aria-pressed=true]')
      active?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    measure()
    const size = new ResizeObserver(measure)
    const tasks = new MutationObserver(measure)
    size.observe(element)
    tasks.observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-pressed'],
    })
    return () => {
      size.disconnect()
      tasks.disconnect()
    }
  }, [strip])
  return over
}

/** Every window by its whole name, where the strip is too short for them. */
function AllTasks() {
  const words = useWindowWords()
  const windows = useWindowList()
  const entries = windows.map(({ id, title, icon }) => ({
    label: title,
    icon,
    onChoose: () => focusWindow(id),
  }))
  return (
    <MenuButton
      label={words.openWindows}
      icon={ChevronUp}
      kind="quiet"
      size="small"
      iconOnly
      align="end"
      entries={entries}
    />
  )
}

/** `entry`: where Tab comes into the strip. */
const Task = memo(function Task({ id, entry }: { id: string; entry: boolean }) {
  const words = useWindowWords()
  const { title, icon: Icon } = useWindowFace(id)
  const active = useDesk((state) => activeWindow(state) === id)
  const minimised = useDesk((state) => frameOf(state, id)?.minimised ?? false)
  const dirty = useDesk((state) => state.windows[id]?.dirty ?? false)
  const menu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    // Asked for with the keyboard, it has no place of its own.
    const byMouse = event.clientX !== 0 || event.clientY !== 0
    openWindowMenu(id, byMouse ? { x: event.clientX, y: event.clientY } : event.currentTarget)
  }
  return (
    <button
      type="button"
      className="task"
      tabIndex={entry ? 0 : -1}
      aria-pressed={active}
      aria-label={dirty ? `${title} (${words.unsaved})` : title}
      title={title}
      data-minimised={minimised || undefined}
      onClick={() => (active ? minimiseWindow(id) : focusWindow(id))}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onAuxClick={(event) => event.button === 1 && void closeWindow(id)}
      onKeyDown={(event) => event.key === 'Delete' && void closeWindow(id)}
      onContextMenu={menu}
    >
      {Icon && <Icon size={14} aria-hidden />}
      <span className="task-name">{title}</span>
      {dirty && <span className="window-dirty" />}
    </button>
  )
})
