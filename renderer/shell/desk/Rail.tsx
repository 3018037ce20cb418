import { useQuery } from '@tanstack/react-query'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '../../areas/areas.ts'
import { Badge } from '../../kit/Badge.tsx'
import { useMay } from '../account.ts'
import { ask } from '../office/office.ts'
import { matchAddress, openWindow, useActiveWindow } from '../windows/index.ts'
import { shownAreas } from './shownAreas.ts'

const kept = 'counterpart.rail'

/** The areas the person has a right to. Type the beginning of a name to get to it. */
export function Rail() {
  const { t } = useTranslation()
  const may = useMay()
  const [narrow, setNarrow] = useState(() => localStorage.getItem(kept) === 'narrow')
  const shown = shownAreas(may)
  const active = useActiveWindow()
  const activeArea = active && matchAddress(active.address)?.kind.area

  const typeAhead = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-area]')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    } else if (
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.altKey &&
      !event.metaKey &&
      event.key !== ' '
    ) {
      const rest = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)]
      rest.find((button) => button.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus()
    }
  }

  const entry = (area: Area) => {
    const { id, icon: Icon, address } = area
    const name = t(`shell.areas.${id}`)
    return (
      <li key={id}>
        <button
          type="button"
          data-area={id}
          className="rail-entry"
          title={narrow ? name : undefined}
          aria-current={id === activeArea ? 'page' : undefined}
          onClick={() => openWindow(address)}
        >
          <Icon size={17} aria-hidden="true" />
          <span className="rail-name">{name}</span>
          {id === 'calls' && <ToCallBack />}
        </button>
      </li>
    )
  }
  const toggle = () => {
    localStorage.setItem(kept, narrow ? 'wide' : 'narrow')
    setNarrow(!narrow)
  }
  const name = narrow ? t('shell.rail.expand') : t('shell.rail.collapse')
  return (
    <nav
      className="rail"
      data-narrow={narrow || undefined}
      aria-label={t('shell.areas.label')}
      onKeyDown={typeAhead}
    >
      <ul>{shown.filter((area) => !area.foot).map(entry)}</ul>
      <ul className="rail-foot">
        {shown.filter((area) => area.foot).map(entry)}
        <li>
          <button type="button" className="rail-entry quiet" aria-label={name} title={name} onClick={toggle}>
            {narrow ? (
              <PanelLeftOpen size={17} className="kit-flip" />
            ) : (
              <PanelLeftClose size={17} className="kit-flip" />
            )}
          </button>
        </li>
      </ul>
    </nav>
  )
}

/** How many callers wait to be called back. Not read out: the states at the foot of the desk say it in words. */
function ToCallBack() {
  const waiting = useQuery(ask.callHistory.waiting.queryOptions()).data?.callers ?? 0
  if (waiting === 0) return null
  return (
    <span className="rail-count" aria-hidden="true">
      <Badge count={waiting} tone="warn" />
    </span>
  )
}
