import { Inbox } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type Props = { title: string; text?: string; icon?: LucideIcon; children?: ReactNode }

/** A place with nothing in it yet: what will be here, and the first step as a button. */
export function EmptyState({ title, text, icon: Icon = Inbox, children }: Props) {
  return (
    <div className="kit-place" data-tone="accent">
      <span className="kit-place-icon">
        <Icon size={22} aria-hidden="true" />
      </span>
      <h3>{title}</h3>
      {text && <p>{text}</p>}
      {children && <div className="kit-place-actions">{children}</div>}
    </div>
  )
}
