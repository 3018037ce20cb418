import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useRef } from 'react'
import type { ReactNode, RefObject } from 'react'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './words.ts'

type Props = {
  open: boolean
  /** Esc, the cross, a press outside. Whoever opened it decides whether it closes. */
  onClose: () => void
  title: string
  text?: string | undefined
  wide?: boolean
  /** Buttons, the most likely one last. */
  footer?: ReactNode
  children?: ReactNode
  /** Where the focus goes; otherwise the first field, or the first button that is not the cross. */
  initialFocus?: RefObject<HTMLElement | null>
  onClosed?: (() => void) | undefined
}

/** A question or a short form over everything else. The focus stays in it and goes back afterwards. */
export function Dialog(props: Props) {
  const words = useKitWords()
  const popup = useRef<HTMLDivElement>(null)
  const firstField = () =>
    popup.current?.querySelector<HTMLElement>('.kit-dialog-body :is(input, select, textarea):enabled') ??
    popup.current?.querySelector<HTMLElement>('footer button:enabled') ??
    true
  return (
    <Base.Root
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      onOpenChangeComplete={(open) => !open && props.onClosed?.()}
    >
      <Base.Portal>
        <Base.Backdrop className="kit-scrim" />
        <Base.Viewport className="kit-dialog-place">
          <Base.Popup
            className={props.wide ? 'kit-dialog wide' : 'kit-dialog'}
            ref={popup}
            initialFocus={props.initialFocus ?? firstField}
          >
            <header>
              <Base.Title className="kit-dialog-title">{props.title}</Base.Title>
              <IconButton icon={X} label={words.close} size="small" onClick={props.onClose} tip={false} />
            </header>
            <div className="kit-dialog-body">
              {props.text && <Base.Description className="kit-dialog-text">{props.text}</Base.Description>}
              {props.children}
            </div>
            {props.footer && <footer>{props.footer}</footer>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
