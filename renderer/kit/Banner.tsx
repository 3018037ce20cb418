import { CircleCheck, CircleX, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import { useKitWords } from './words.ts'

const icons = { good: CircleCheck, warn: TriangleAlert, bad: CircleX, info: Info }

type Props = {
  tone: keyof typeof icons
  children: ReactNode
  /** Buttons at its end. */
  actions?: ReactNode
  onClose?: () => void
}

/** A notice inside the page that stays until it no longer holds. */
export function Banner({ tone, children, actions, onClose }: Props) {
  const words = useKitWords()
  const Icon = icons[tone]
  return (
    <div className="kit-banner" data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden="true" />
      <div className="kit-banner-text">{children}</div>
      {actions}
      {onClose && <IconButton icon={X} label={words.close} size="small" onClick={onClose} />}
    </div>
  )
}
