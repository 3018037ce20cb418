import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../kit/Avatar.tsx'
import { useNotation } from '../../../shell/language/notation.ts'

interface Props {
  readonly at: number
  readonly by: string | null
  /** What they did: "changed the card". */
  readonly deed: string
  readonly tone?: 'warn' | undefined
  /** Buttons at the end of the first line. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** Who did what and when, and under it what came of it: the shape of every entry of the timeline. */
export function EntryFrame({ at, by, deed, actions, children }: Props) {
  const { t } = useTranslation()
  const { dayAndTime } = useNotation()
  const who = by ?? t('clients.history.program')
  return (
    <>
      <Avatar name={who} size={26} />
      <div>
        <header>
          <span>
            <bdi>
              <b>{who}</b>
            </bdi>{' '}
            {deed}
          </span>
          <span className="client-entry-end">
            {actions}
            <time className="kit-numbers client-soft client-small" dateTime={new Date(at).toISOString()}>
              {dayAndTime(at)}
            </time>
          </span>
        </header>
        {children}
      </div>
    </>
  )
}
