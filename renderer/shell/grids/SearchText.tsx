import { useCallback, useEffect, useState, type RefObject } from 'react'
import { SearchBox } from '../../kit/SearchBox.tsx'
import { keys } from '../keys.ts'

/** Milliseconds after the last letter until the office is asked. */
const pause = 90

/** The search keeps its own letters, so that typing never waits for the table. */
export function SearchText(props: {
  label: string
  className: string
  text: string
  onText: (text: string) => void
  search: RefObject<HTMLInputElement | null>
  onEnter: (text: string) => void
  onDown: () => void
}) {
  const { label, className, text, onText, search, onEnter, onDown } = props
  const [typed, setTyped] = useState(text)
  const [sent, setSent] = useState(text)
  // Cleared from elsewhere: the empty state's button.
  if (sent !== text) {
    setSent(text)
    setTyped(text)
  }
  const send = useCallback(
    (next: string) => {
      setSent(next)
      onText(next)
    },
    [onText],
  )
  useEffect(() => {
    if (typed === sent) return
    const timer = setTimeout(() => send(typed), pause)
    return () => clearTimeout(timer)
  }, [typed, sent, send])
  return (
    <SearchBox
      ref={search}
      className={className}
      label={label}
      keys={keys.find}
      value={typed}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'ArrowDown') onDown()
        else if (event.key === 'Enter') {
          send(typed)
          onEnter(typed)
        } else return
        event.preventDefault()
      }}
    />
  )
}
