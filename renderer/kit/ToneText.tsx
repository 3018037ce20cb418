import { toneAttribute } from './tone.ts'
import type { Tone } from './tone.ts'

/** Words or a number in the colour of a state, as a debt in a table. `soft`: of less weight, such as a zero. */
export const ToneText = ({
  tone,
  soft,
  children,
}: {
  tone?: Tone
  soft?: boolean
  children: string | number
}) => (
  <bdi className={soft ? 'kit-soft' : 'kit-tone'} {...toneAttribute(tone)}>
    {children}
  </bdi>
)
