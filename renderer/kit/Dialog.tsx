import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
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
  /** Where the focus goes; otherwise the first thing that takes it. */
  initialFocus?: RefObject<HTMLElement | null>
  onClosed?: (() => void) | undefined
}

/** A question or a short form over everything else. The focus stays in it and goes back afterwards. */
export function Dialog(props: Props) {
  const words = useKitWords()
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
            {...(props.initialFocus ? { initialFocus: props.initialFocus } : {})}
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
