import type { CSSProperties } from 'react'
import { initials } from './initials.ts'
import { hueOf } from './tone.ts'

/** A face, or the letters of the name in the name's own hue. Decoration: the name stands beside it. */
export function Avatar({ name, picture, size = 28 }: { name: string; picture?: string; size?: number }) {
  const style = { '--size': `${size}px` } as CSSProperties
  if (picture) return <img className="kit-avatar" src={picture} alt="" style={style} draggable={false} />
  return (
    <span className="kit-avatar" style={style} data-hue={hueOf(name)} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
