import { X } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { toneAttribute } from './tone.ts'
import type { Tone } from './tone.ts'
import { useKitWords } from './words.ts'

type Props = {
  children: string
  tone?: Tone | undefined
  icon?: LucideIcon | undefined
  /** A quiet outline instead of a filled shape: languages, kinds. */
  outlined?: boolean | undefined
  onRemove?: (() => void) | undefined
}

/** A state, a tag or a filter in one or two words. */
export function Chip({ children, tone = 'neutral', icon: Icon, outlined, onRemove }: Props) {
  const words = useKitWords()
  return (
    <span className={outlined ? 'kit-chip outlined' : 'kit-chip'} {...toneAttribute(tone)}>
      {Icon && <Icon size={12} aria-hidden="true" />}
      <span>{children}</span>
      {onRemove && (
        <button type="button" aria-label={`${words.remove} ${children}`} onClick={onRemove}>
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
