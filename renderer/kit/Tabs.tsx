import { Tabs as Base } from '@base-ui/react/tabs'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useKitWords } from './words.ts'

export type Tab = {
  id: string
  label: string
  count?: number | undefined
  icon?: LucideIcon | undefined
  /** Drawn when its tab is first shown, kept afterwards so that typed text stays. */
  content: ReactNode
}

type Props = {
  label: string
  tabs: readonly Tab[]
  tab?: string
  onTab?: (id: string) => void
  /** Beside the tabs, at the end of their line. */
  beside?: ReactNode
}

/** Pages of one window. Without `tab` it keeps its own state, beginning with the first. */
export function Tabs({ label, tabs, tab, onTab, beside }: Props) {
  const words = useKitWords()
  const [own, setOwn] = useState(tabs[0]?.id)
  const shown = tab ?? own
  const [seen, setSeen] = useState<readonly string[]>([])
  if (shown !== undefined && !seen.includes(shown)) setSeen([...seen, shown])
  const choose = (id: string) => {
    setOwn(id)
    onTab?.(id)
  }
  return (
    <Base.Root className="kit-tabs" value={shown ?? null} onValueChange={(value) => choose(String(value))}>
      <div className="kit-tab-line">
        <Base.List className="kit-tab-list" aria-label={label}>
          {tabs.map(({ id, label, count, icon: Icon }) => (
            <Base.Tab key={id} value={id} className="kit-tab">
              {Icon && <Icon size={15} aria-hidden="true" />}
              {label}
              {count !== undefined && <span className="kit-tab-count">{words.number(count)}</span>}
            </Base.Tab>
          ))}
          <Base.Indicator className="kit-tab-mark" />
        </Base.List>
        {beside}
      </div>
      {tabs.map(({ id, content }) => (
        <Base.Panel
          key={id}
          value={id}
          className="kit-tab-panel"
          tabIndex={-1}
          keepMounted={seen.includes(id)}
        >
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
