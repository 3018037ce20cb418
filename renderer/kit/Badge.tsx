import { toneAttribute } from './tone.ts'
import type { Tone } from './tone.ts'
import { useKitWords } from './words.ts'

/** How many wait, beside the name of the place where they wait. Over 99 it says so. */
export function Badge({ count, tone = 'neutral' }: { count: number; tone?: Tone }) {
  const words = useKitWords()
  return (
    <span className="kit-count" {...toneAttribute(tone)}>
      {count > 99 ? `${words.number(99)}+` : words.number(count)}
    </span>
  )
}

/** State of a device or a line, beside its name. The words beside it must say the same. */
export const Dot = ({ tone }: { tone: Tone }) => <span className="kit-dot" {...toneAttribute(tone)} />
