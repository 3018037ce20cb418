import { useLayoutEffect, useRef, useState } from 'react'

/** The theme says how high a row is: measured on a row that is not seen, in pixels, and again when the theme changes. */
export function useRowHeight() {
  const probe = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(29)
  useLayoutEffect(() => {
    const element = probe.current
    if (!element) return
    const measure = () => setHeight(Math.max(1, Math.round(element.offsetHeight)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { probe, height }
}
