import { ArrowLeft, ChevronDown, Copy, Layers, Minus, PanelTopClose, Square, X } from 'lucide-react'
import type { MouseEvent, PointerEvent } from 'react'
import { focusWindow, minimiseWindow, toggleMaximised } from './actions.ts'
import { closeWindow } from './closing.ts'
import { frameOf, isPaged, windowList } from './deskState.ts'
import { useDesk } from './deskStore.ts'
import { dragTitle } from './dragging.ts'
import { openWindowMenu } from './moment.ts'
import { useOtherScreens } from './otherScreens.ts'
import { WindowTabs } from './WindowTabs.tsx'
import { useWindowFace } from './windowTitle.ts'
import { useWindowWords } from './windowWords.ts'

export function TitleBar({ id }: { id: string }) {
  const words = useWindowWords()
  const { title, icon: Icon } = useWindowFace(id)
  const grouped = useDesk((state) => (frameOf(state, id)?.tabs.length ?? 0) > 1)
  const full = useDesk((state) => frameOf(state, id)?.place === 'full')
  const badge = useDesk((state) => state.windows[id]?.badge ?? null)
  const dirty = useDesk((state) => state.windows[id]?.dirty ?? false)
  const paged = useDesk(isPaged)
  // The only page has nothing behind it to go back to.
  const behind = useDesk((state) => windowList(state).length > 1)
  const { putBack } = useOtherScreens()

  const press = (event: PointerEvent<HTMLElement>) => {
    const desk = event.currentTarget.closest<HTMLElement>('.desk')
    const target = event.target instanceof Element ? event.target : null
    if (event.button !== 0 || !desk || target?.closest('button, [role=tab]')) return
    // Or the browser would take the keyboard out of the field one types in.
    event.preventDefault()
    focusWindow(id)
    dragTitle(event.nativeEvent, desk, id)
  }
  const menuAtPointer = (event: MouseEvent) => {
    event.preventDefault()
    openWindowMenu(id, { x: event.clientX, y: event.clientY })
  }
  const toggle = (event: MouseEvent) => {
    if (!paged && !(event.target instanceof Element && event.target.closest('button'))) toggleMaximised(id)
  }
  // The tabs show the icons of their windows.
  const MenuIcon = grouped ? Layers : Icon
  const Cover = full ? Copy : Square
  const cover = full ? words.restore : words.maximise

  return (
    <header
      className="window-title"
      onPointerDown={press}
      onDoubleClick={toggle}
      onContextMenu={menuAtPointer}
    >
      {paged && !(putBack && !behind) && (
        <TitleButton label={words.back} onPress={() => void closeWindow(id)}>
          <ArrowLeft size={18} className="kit-flip" aria-hidden />
        </TitleButton>
      )}
      {!paged && (
        <TitleButton
          label={words.windowMenu}
          className="window-menu-button window-icon"
          onPress={(button) => openWindowMenu(id, button)}
        >
          {MenuIcon && <MenuIcon size={15} aria-hidden />}
        </TitleButton>
      )}
      {grouped ? <WindowTabs id={id} /> : <h2 className="window-name">{title}</h2>}
      {dirty && !grouped && <span className="window-dirty" role="img" aria-label={words.unsaved} />}
      {badge !== null && <span className="window-badge">{badge}</span>}
      <span className="window-room" />
      {putBack && (
        <TitleButton label={words.putBack} onPress={() => putBack(id)}>
          <PanelTopClose size={16} aria-hidden />
        </TitleButton>
      )}
      {paged ? (
        <TitleButton
          label={words.windowMenu}
          className="window-menu-button"
          onPress={(button) => openWindowMenu(id, button)}
        >
          <ChevronDown size={18} aria-hidden />
        </TitleButton>
      ) : (
        <>
          <TitleButton label={words.minimise} className="window-less" onPress={() => minimiseWindow(id)}>
            <Minus size={15} aria-hidden />
          </TitleButton>
          <TitleButton label={cover} className="window-less" onPress={() => toggleMaximised(id)}>
            <Cover size={full ? 13 : 12} className="kit-flip" aria-hidden />
          </TitleButton>
          <TitleButton label={words.close} className="window-close" onPress={() => void closeWindow(id)}>
            <X size={16} aria-hidden />
          </TitleButton>
        </>
      )}
    </header>
  )
}

interface TitleButtonProps {
  readonly label: string
  readonly className?: string
  readonly onPress: (button: HTMLElement) => void
  readonly children: React.ReactNode
}

function TitleButton({ label, className = '', onPress, children }: TitleButtonProps) {
  return (
    <button
      type="button"
      className={`window-button ${className}`}
      aria-label={label}
      title={label}
      onClick={(event) => onPress(event.currentTarget)}
    >
      {children}
    </button>
  )
}
