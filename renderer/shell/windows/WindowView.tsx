import { memo, useEffect, useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { raiseWindow } from './actions.ts'
import { coveredFrames } from './covering.ts'
import { activeWindow, frameOf, isPaged, isShown, shownRect } from './deskState.ts'
import { useDesk, useDeskParts } from './deskStore.ts'
import { addWindowElement, rememberFocus } from './focusing.ts'
import type { Handle } from './geometry.ts'
import { useMoment } from './moment.ts'
import { dragHandle, rectStyle } from './resizing.ts'
import { TitleBar } from './TitleBar.tsx'
import type { ReportError } from './WindowContent.tsx'
import { WindowContent } from './WindowContent.tsx'
import { useWindowFace } from './windowTitle.ts'

const nowhere = { start: 0, top: 0, width: 0, height: 0 }

/**
 * One window: title bar, content and edges in one element. Windows of one frame are drawn at the same place, the
 * front one shown; so whatever a window goes through, its content stays where it is in the page and keeps what
 * was typed in it.
 */
export const WindowView = memo(function WindowView({
  id,
  onError,
}: {
  id: string
  onError: ReportError | undefined
}) {
  const element = useRef<HTMLElement>(null)
  const place = useDesk((state) => frameOf(state, id)?.place)
  const z = useDesk((state) => frameOf(state, id)?.z)
  const shown = useDesk((state) => isShown(state, id))
  const active = useDesk((state) => activeWindow(state) === id)
  const phone = useDesk(isPaged)
  const lifted = useMoment((moment) => moment.lifted)
  const covered = useDesk((state) => coveredFrames(state, lifted).has(state.windows[id]?.frame ?? ''))
  const rect = useDeskParts((state) => {
    const frame = frameOf(state, id)
    return frame ? shownRect(state, frame) : nowhere
  })
  const { title } = useWindowFace(id)
  // Fifty windows restored in the morning: each is built when first looked at.
  const [met, setMet] = useState(shown)
  if (shown && !met) setMet(true)

  useEffect(() => {
    return element.current ? addWindowElement(id, element.current) : undefined
  }, [id])

  return (
    <section
      ref={element}
      className="window"
      role="dialog"
      aria-label={title}
      data-active={active || undefined}
      data-hidden={!shown || undefined}
      data-covered={covered || undefined}
      data-place={phone ? 'full' : place}
      style={{ ...rectStyle(rect), zIndex: z }}
      onPointerDownCapture={() => raiseWindow(id)}
      onFocusCapture={(event) => {
        // Content's popups are children in React, not in the page; their focus is their own.
        if (!element.current?.contains(event.target)) return
        rememberFocus(id, event.target)
        raiseWindow(id)
      }}
    >
      {shown && <TitleBar id={id} />}
      <div className="window-body" tabIndex={-1}>
        {met && <WindowContent id={id} onError={onError} />}
      </div>
      {shown && !phone && place !== 'full' && <Handles id={id} />}
    </section>
  )
})

const handles: readonly (Handle & { name: string })[] = [
  { name: 'top', inline: 0, block: -1 },
  { name: 'bottom', inline: 0, block: 1 },
  { name: 'start', inline: -1, block: 0 },
  { name: 'end', inline: 1, block: 0 },
  { name: 'top-start', inline: -1, block: -1 },
  { name: 'top-end', inline: 1, block: -1 },
  { name: 'bottom-start', inline: -1, block: 1 },
  { name: 'bottom-end', inline: 1, block: 1 },
]

/** Edges and corners to pull. With the keyboard a window is resized from its menu. */
function Handles({ id }: { id: string }) {
  const pull = (event: PointerEvent<HTMLElement>, handle: Handle) => {
    const desk = event.currentTarget.closest<HTMLElement>('.desk')
    if (event.button !== 0 || !desk) return
    event.preventDefault()
    dragHandle(event.nativeEvent, desk, id, handle)
  }
  return handles.map((handle) => (
    <div
      key={handle.name}
      className="window-handle"
      data-at={handle.name}
      aria-hidden
      onPointerDown={(event) => pull(event, handle)}
    />
  ))
}
