import { useLayoutEffect, useRef } from 'react'
import type { Theme } from '../../../../assets/themes/theme.ts'
import { pictureTheme } from '../../../shell/themes/choose.ts'

/** Widths of the drawn words in per cent: uneven, and the same each time. */
const rows = [
  [46, 30],
  [34, 22],
  [52, 26],
  [40, 32],
]

/** The desk in small, drawn with the theme's own tokens: rail, window, rows, the accent, a state. */
export function ThemePicture({ theme }: { theme: Theme }) {
  const place = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    if (place.current) pictureTheme(theme, place.current)
  }, [theme])
  return (
    <span className="theme-picture" ref={place}>
      <i className="theme-bar" data-chrome="bars">
        <b />
        <s />
      </i>
      <i className="theme-rail" data-chrome="rail">
        <b />
        <s />
        <s />
        <s />
      </i>
      <i className="theme-window">
        <i className="theme-title" data-chrome="title">
          <s />
        </i>
        <i className="theme-tools">
          <b />
          <u />
        </i>
        {rows.map(([name, detail], place) => (
          <i key={name} className="theme-row" data-chosen={place === 1 || undefined}>
            <s style={{ inlineSize: `${name}%` }} />
            <u style={{ inlineSize: `${detail}%` }} data-state={place === 2 || undefined} />
          </i>
        ))}
      </i>
    </span>
  )
}
