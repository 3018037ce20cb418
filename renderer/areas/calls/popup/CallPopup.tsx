import { BellOff, Ellipsis, GripHorizontal, Pin, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../kit/IconButton.tsx'
import { KeyHint } from '../../../kit/KeyHint.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { useAccount } from '../../../shell/account.ts'
import { leaveCall, showsCalls } from '../../../shell/calls/focusCall.ts'
import type { HeardCall } from '../../../shell/calls/heard.ts'
import { useLiveCalls } from '../../../shell/calls/liveCalls.ts'
import { keys } from '../../../shell/keys.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { callerName } from '../callWords.ts'
import { CallDetails } from './CallDetails.tsx'
import { CallState } from './CallState.tsx'
import { chooseCall, closeCall, keepPopup, usePopup } from '../../../shell/calls/popupStore.ts'
import './popup.css'
import { shownCalls } from './shown.ts'
import { useMoving } from './useMoving.ts'
import { mayAskToNotify, useNotices } from './useNotices.ts'
import { useNow } from './useNow.ts'

/**
 * The reader's own calls, over everything and never in the way of what is typed: it takes no focus. F9 goes to it and
 * back.
 */
export function CallPopup() {
  const { t } = useTranslation()
  const { calls } = useLiveCalls()
  const { chosen, closed, pinned, writing, quiet } = usePopup()
  const own = [...calls.values()].filter(({ call }) => call.own !== null)
  const now = useNow(own.length > 0)
  const held = pinned ? chosen : writing
  const shown = shownCalls(own, { closed, held, now })
  const name = useCallerName()
  // Whoever wants no calls shown wants none announced either.
  const ringing = quiet
    ? []
    : shown.filter(({ phase, call }) => phase === 'rings' && call.direction !== 'outgoing')
  useNotices(ringing, name)
  return (
    <>
      <div className="kit-unseen" role="status" aria-live="polite">
        {ringing.map((heard) => (
          <p key={heard.call.id}>{t('callPopup.announced', { name: name(heard) })}</p>
        ))}
      </div>
      {shown.length > 0 && !quiet && <Panel shown={shown} now={now} />}
    </>
  )
}

function useCallerName(): (heard: HeardCall) => string {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const { office } = useAccount()
  return ({ call }) => callerName(call, language, office.country, t)
}

function Panel({ shown, now }: { shown: readonly HeardCall[]; now: number }) {
  const { t } = useTranslation()
  const { chosen, pinned, place } = usePopup()
  const panel = useRef<HTMLElement>(null)
  const { number } = useNotation()
  const name = useCallerName()
  const moving = useMoving(panel)
  const open = shown.find(({ call }) => call.id === chosen) ?? shown[0]!
  useEffect(() => showsCalls(panel.current!), [])
  // Pinned is what is open, so that another one does not take its place.
  useEffect(() => {
    if (pinned) chooseCall(open.call.id)
  }, [pinned, open.call.id])
  return (
    <aside
      ref={panel}
      className="call-popup"
      aria-label={t('callPopup.label')}
      style={{ insetInlineEnd: `${place.end}px`, insetBlockEnd: `${place.bottom}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        leaveCall()
      }}
    >
      <header onPointerDown={moving.drag}>
        <IconButton
          icon={GripHorizontal}
          label={t('callPopup.move')}
          size="small"
          tip={false}
          data-move
          onKeyDown={moving.byKeys}
        />
        <span className="call-popup-title">
          {t('callPopup.state', { count: shown.length, shown: number(shown.length) })}
        </span>
        <KeyHint keys={keys.toCall} />
        <IconButton
          icon={Pin}
          label={t('callPopup.pin')}
          size="small"
          aria-pressed={pinned}
          onClick={() => keepPopup({ pinned: !pinned })}
        />
        <MenuButton
          iconOnly
          kind="quiet"
          size="small"
          align="end"
          icon={Ellipsis}
          label={t('callPopup.more')}
          entries={[
            { label: t('callPopup.quiet'), icon: BellOff, onChoose: () => keepPopup({ quiet: true }) },
            ...(mayAskToNotify()
              ? [{ label: t('callPopup.notify'), onChoose: () => void Notification.requestPermission() }]
              : []),
          ]}
        />
        <IconButton
          icon={X}
          label={t('callPopup.close')}
          size="small"
          onClick={() => closeCall(open.call.id)}
        />
      </header>
      {shown.length > 1 && (
        <ul className="call-popup-list" aria-label={t('callPopup.several')}>
          {shown.map((heard) => (
            <li key={heard.call.id}>
              <button type="button" aria-pressed={heard === open} onClick={() => chooseCall(heard.call.id)}>
                <bdi>{name(heard)}</bdi>
                <CallState heard={heard} now={now} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <CallDetails key={open.call.id} heard={open} now={now} name={name(open)} />
    </aside>
  )
}
