import { useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** CSS pixels a tile needs to be read. */
const narrowest = 240

/** How many tiles stand side by side, and how high a line of them is: the theme says it, a tile that is not seen measures it. */
export function useTileSize(scroller: RefObject<HTMLElement | null>) {
  const probe = useRef<HTMLSpanElement>(null)
  const [size, setSize] = useState({ across: 3, lineHeight: 128 })
  useLayoutEffect(() => {
    const [place, one] = [scroller.current, probe.current]
    if (!place || !one) return undefined
    const measure = () => {
      const across = Math.max(1, Math.floor(place.clientWidth / narrowest))
      const lineHeight = Math.max(1, Math.round(one.getBoundingClientRect().height))
      setSize((before) =>
        before.across === across && before.lineHeight === lineHeight ? before : { across, lineHeight },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(place)
    observer.observe(one)
    return () => observer.disconnect()
  }, [scroller])
  return { probe, ...size }
}
