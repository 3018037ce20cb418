import { useEffect, useRef } from 'react'
import { endByKeys, stepByKeys } from './arrowKeys.ts'
import { useMoment } from './moment.ts'
import { isRightToLeft } from '../../kit/pointer.ts'
import { useWindowWords } from './windowWords.ts'

/** While a window is moved or resized by the arrow keys: says how, and listens. */
export function ByKeys() {
  const words = useWindowWords()
  const doing = useMoment((moment) => moment.byKeys?.doing)
  const hint = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!doing) return
    const ending = new AbortController()
    const options = { capture: true, signal: ending.signal }
    const rightToLeft = hint.current !== null && isRightToLeft(hint.current)
    hint.current?.focus({ preventScroll: true })
    window.addEventListener('keydown', (event) => stepByKeys(event, rightToLeft), options)
    window.addEventListener('pointerdown', () => endByKeys(false), options)
    return () => ending.abort()
  }, [doing])

  if (!doing) return null
  return (
    <div ref={hint} className="desk-hint" role="status" tabIndex={-1}>
      {doing === 'move' ? words.moveHint : words.resizeHint}
    </div>
  )
}
