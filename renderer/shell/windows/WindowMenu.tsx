import { Menu } from '@base-ui/react/menu'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import * as actions from './actions.ts'
import { beginByKeys } from './arrowKeys.ts'
import { closeAllWindows, closeOtherWindows, closeWindow } from './closing.ts'
import type { DeskState } from './deskState.ts'
import { frameOf, isPhone, windowList } from './deskState.ts'
import { useDesk } from './deskStore.ts'
import { windowElement } from './focusing.ts'
import { closeWindowMenu, useMoment } from './moment.ts'
import { isRightToLeft } from './pointer.ts'
import { faceOf } from './windowTitle.ts'
import { useWindowWords } from './windowWords.ts'

interface Props {
  readonly onTearOff: ((address: string) => void) | undefined
  /** The key of a command as it is written for people, shown beside it. */
  readonly keyText: ((command: string) => string | undefined) | undefined
}

/** The menu of one window, wherever it was asked for: its icon, its title, its task, Alt+Space. One for the desk. */
export function WindowMenu({ onTearOff, keyText }: Props) {
  const menu = useMoment((moment) => moment.menu)
  const known = useDesk((state) => menu !== null && state.windows[menu.windowId] !== undefined)
  if (!menu || !known) return null
  const { at, windowId } = menu
  const anchor = at instanceof Element ? at : pointAnchor(at.x, at.y)
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && closeWindowMenu()}>
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          align="start"
          side="bottom"
          sideOffset={2}
          className="window-menu-at"
        >
          <Menu.Popup className="menu window-menu" finalFocus={false}>
            <Items id={windowId} onTearOff={onTearOff} keyText={keyText} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function pointAnchor(x: number, y: number) {
  return { getBoundingClientRect: () => DOMRect.fromRect({ x, y, width: 0, height: 0 }) }
}

function Items({ id, onTearOff, keyText }: Props & { id: string }) {
  const words = useWindowWords()
  const state = useDesk((state) => state)
  const frame = frameOf(state, id)
  const window = state.windows[id]
  if (!frame || !window) return null
  const tabs = frame.tabs.length
  const alone = windowList(state).length === 1
  const free = frame.place === 'free'
  // On a phone a window is a page: there is nothing to arrange.
  const desk = !isPhone(state)
  const element = windowElement(id)
  const [left, right] =
    element && isRightToLeft(element) ? (['end', 'start'] as const) : (['start', 'end'] as const)
  const byKeys = (doing: 'move' | 'resize') => {
    actions.focusWindow(id)
    // After the menu has given the keyboard back.
    requestAnimationFrame(() => beginByKeys(id, doing))
  }
  return (
    <>
      {desk && (
        <>
          {(!free || frame.minimised) && (
            <Item
              text={words.restore}
              onPick={() => (frame.minimised ? actions.focusWindow(id) : actions.placeWindow(id, 'free'))}
            />
          )}
          {!frame.minimised && <Item text={words.move} onPick={() => byKeys('move')} />}
          {!frame.minimised && <Item text={words.resize} onPick={() => byKeys('resize')} />}
          {!frame.minimised && <Item text={words.minimise} onPick={() => actions.minimiseWindow(id)} />}
          {frame.place !== 'full' && (
            <Item
              text={words.maximise}
              keys={keyText?.('maximise')}
              onPick={() => actions.placeWindow(id, 'full')}
            />
          )}
          <Item
            text={words.leftHalf}
            keys={keyText?.('leftHalf')}
            onPick={() => actions.placeWindow(id, left)}
          />
          <Item
            text={words.rightHalf}
            keys={keyText?.('rightHalf')}
            onPick={() => actions.placeWindow(id, right)}
          />
          <Line />
          {!alone && <Item text={words.tile} keys={keyText?.('tile')} onPick={actions.tileWindows} />}
          {!alone && <Item text={words.cascade} onPick={actions.cascadeWindows} />}
          {!alone && <Item text={words.minimiseAll} onPick={actions.minimiseAllWindows} />}
          {!alone && <GroupWith id={id} state={state} />}
          {tabs > 1 && <Item text={words.ungroup} onPick={() => actions.ungroupWindow(id)} />}
          {onTearOff && (
            <Item
              text={words.tearOff}
              onPick={() => void closeWindow(id).then((gone) => gone && onTearOff(window.address))}
            />
          )}
          <Line />
        </>
      )}
      <Item text={words.close} keys={keyText?.('close')} onPick={() => void closeWindow(id)} />
      {!alone && <Item text={words.closeOthers} onPick={() => void closeOtherWindows(id)} />}
      {!alone && <Item text={words.closeAll} onPick={() => void closeAllWindows()} />}
    </>
  )
}

function GroupWith({ id, state }: { id: string; state: DeskState }) {
  const words = useWindowWords()
  const own = frameOf(state, id)?.id
  const others = Object.values(state.frames).filter((frame) => frame.id !== own)
  if (others.length === 0) return null
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className="menu-item">
        <span className="menu-text">{words.groupWith}</span>
        <ChevronRight size={14} className="window-mirrored" aria-hidden />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className="window-menu-at">
          <Menu.Popup className="menu window-menu">
            {others.map((frame) => {
              const front = state.windows[frame.front]
              if (!front) return null
              return (
                <Item
                  key={frame.id}
                  text={faceOf(front).title}
                  onPick={() => actions.groupWindow(id, frame.front)}
                />
              )
            })}
            {others.length > 1 && <Line />}
            {others.length > 1 && <Item text={words.groupAll} onPick={() => actions.groupAllWindows(id)} />}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}

interface ItemProps {
  readonly text: string
  readonly keys?: string | undefined
  readonly onPick: () => void
}

function Item({ text, keys, onPick }: ItemProps) {
  return (
    <Menu.Item className="menu-item" onClick={onPick}>
      <span className="menu-text">{text}</span>
      {keys && <kbd className="menu-keys">{keys}</kbd>}
    </Menu.Item>
  )
}

function Line(): ReactNode {
  return <Menu.Separator className="menu-line" />
}
