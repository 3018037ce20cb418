import { Phone } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../kit/IconButton.tsx'
import { keys, writtenKeys } from '../keys.ts'
import './calls.css'
import { callNumber, useMayDial } from './telephone.ts'

interface Props {
  /** As it was typed. */
  readonly number: string
  /**
   * Stands in a line of a list that the keyboard goes through as a whole: only the mouse presses it there, Ctrl+D calls.
   * In a line that is not chosen, a press chooses the line and calls nobody.
   */
  readonly inLine?: boolean
  /** What stands there where it is more than the number. */
  readonly children?: string
}

/** A telephone number: pressed, or with Ctrl+D, it is called, where the reader has a telephone. Read from left to right in every language. */
export function PhoneNumber({ number, inLine, children = number }: Props) {
  const { t } = useTranslation()
  const mayDial = useMayDial()
  if (!mayDial)
    return (
      <bdi dir="ltr" data-phone={number}>
        {children}
      </bdi>
    )
  const title = t('dialling.call', { number: `\u2066${number}\u2069`, keys: writtenKeys(keys.dial) })
  const call = (event: { detail: number; stopPropagation(): void }) => {
    event.stopPropagation()
    // The second press of a double click is no second call.
    if (event.detail <= 1) void callNumber(number)
  }
  if (inLine)
    return (
      <span
        className="phone-number in-line"
        data-phone={number}
        title={title}
        // Pressing the number is not pressing the line it stands in.
        onPointerDown={(event) => {
          if (!answersIn(event)) return
          event.preventDefault()
          event.stopPropagation()
        }}
        onClick={(event) => {
          if (answersIn(event)) call(event)
        }}
      >
        <bdi dir="ltr">{children}</bdi>
      </span>
    )
  return (
    <button type="button" className="phone-number" data-phone={number} title={title} onClick={call}>
      <bdi dir="ltr">{children}</bdi>
    </button>
  )
}

/**
 * Whether the number answers to a press: everywhere but in a line of a list that is not chosen. Whoever goes to a line
 * presses anywhere in it, and must not call somebody by it. A finger chooses nothing, it opens; so it always meant the number.
 */
function answersIn({ currentTarget, nativeEvent }: MouseEvent): boolean {
  const touched = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
  return touched || currentTarget.closest('[aria-selected]')?.ariaSelected !== 'false'
}

/** Beside a field in which a number is typed. */
export function CallButton({ number }: { number: string }) {
  const { t } = useTranslation()
  const mayDial = useMayDial()
  if (!mayDial || !/\d/.test(number)) return null
  return (
    <IconButton
      icon={Phone}
      size="small"
      label={t('dialling.callIt', { number: `\u2066${number}\u2069` })}
      keys={keys.dial}
      tabIndex={-1}
      onClick={() => void callNumber(number)}
    />
  )
}
