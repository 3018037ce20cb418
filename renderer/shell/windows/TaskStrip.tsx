import { memo, useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { focusWindow, minimiseWindow } from './actions.ts'
import { closeWindow } from './closing.ts'
import { activeWindow, frameOf } from './deskState.ts'
import { useDesk, useDeskParts } from './deskStore.ts'
import { openWindowMenu } from './moment.ts'
import { rovingTarget } from './roving.ts'
import { useWindowFace } from './windowTitle.ts'
import { useWindowWords } from './windowWords.ts'

/** A button for every window, in the order they were opened. One stop of Tab; arrows go along. */
export function TaskStrip() {
  const words = useWindowWords()
  const ids = useDeskParts((state) => Object.keys(state.windows))
  const active = useDesk(activeWindow)
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const next = rovingTarget(event, '.task')
    if (next) event.preventDefault()
    next?.focus()
  }
  const entry = active ?? ids[0]
  return (
    <div className="tasks" role="toolbar" aria-label={words.openWindows} onKeyDown={key}>
      {ids.map((id) => (
        <Task key={id} id={id} entry={id === entry} />
      ))}
    </div>
  )
}

/** `entry`: where Tab comes into the strip. */
const Task = memo(function Task({ id, entry }: { id: string; entry: boolean }) {
  const words = useWindowWords()
  const { title, icon: Icon } = useWindowFace(id)
  const active = useDesk((state) => activeWindow(state) === id)
  const minimised = useDesk((state) => frameOf(state, id)?.minimised ?? false)
  const dirty = useDesk((state) => state.windows[id]?.dirty ?? false)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (active) button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])

  const menu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    // Asked for with the keyboard, it has no place of its own.
    const byMouse = event.clientX !== 0 || event.clientY !== 0
    openWindowMenu(id, byMouse ? { x: event.clientX, y: event.clientY } : event.currentTarget)
  }
  return (
    <button
      ref={button}
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
